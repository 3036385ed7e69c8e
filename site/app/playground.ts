/** The playground: an editor, and beside it what the plugin says of the text, and why. */
import { readAddress, writeAddress, type Shared, type View } from "./address.ts";
import { buildAnswers } from "./answers.ts";
import { connectControls } from "./controls.ts";
import { buildEditor, type Editor } from "./editor.ts";
import { EXAMPLES, type Example } from "./examples.ts";
import { buildAsker } from "./lint-client.ts";
import type { LintAnswer, LintFailure } from "./protocol.ts";
import { describeCount } from "./wording.ts";

const PAUSE_MS = 250;
const BROKEN_ADDRESS = "The address does not hold a text that could be read; this is an example instead.";

/** Opens the playground in its page. */
export async function openPlayground(): Promise<void> {
  const shared = await readAddress(location.hash);
  const start: Shared = shared ?? { ...(EXAMPLES[0] as Example), view: "findings" };
  const state = document.getElementById("state") as HTMLOutputElement;
  /** Said until the text is changed. */
  let note = shared === undefined && location.hash.length > 1 ? BROKEN_ADDRESS : "";
  let asked: Shared = start;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const current = (): Shared => ({ code: editor.readText(), ...controls.read(), view: answers.tabs.current() as View });
  const writeLocation = async (): Promise<void> => history.replaceState(null, "", `#${await writeAddress(current())}`);
  const lint = (): void => {
    asked = current();
    state.textContent = "…";
    asker.ask({ code: asked.code, language: asked.language, isTyped: asked.isTyped, speakers: { preset: asked.preset }, settings: asked.settings, isThorough: true });
    void writeLocation();
  };
  const take = (given: LintAnswer | LintFailure): void => {
    if ("failure" in given) {
      state.textContent = given.failure;
      return;
    }
    showTrouble(given.trouble, note);
    state.textContent = given.trouble === undefined ? `${describeCount(given.findings.length)} in ${Math.max(1, Math.round(given.milliseconds))} ms` : "It does not parse yet; what was last read stays.";
    if (given.trouble !== undefined) return;
    editor.showFindings(given.findings);
    answers.show(given, asked.code, asked.preset);
  };
  const show = ({ code, view, ...settings }: Omit<Shared, "view"> & { readonly view?: View }): void => {
    controls.show(settings);
    editor.setLanguage(settings.language);
    if (editor.readText() !== code) editor.replaceText(code);
    answers.restart();
    if (view !== undefined) answers.tabs.open(view);
    lint();
  };

  const asker = buildAsker(take);
  const answers = buildAnswers(() => editor, () => void writeLocation());
  const controls = connectControls(document.getElementById("controls") as HTMLFormElement, () => {
    editor.setLanguage(controls.read().language);
    lint();
  }, show);
  const editor: Editor = buildEditor({
    parent: document.getElementById("editor") as HTMLElement,
    text: start.code,
    language: start.language,
    label: "Code to lint",
    onChange: () => {
      note = "";
      clearTimeout(timer);
      timer = setTimeout(lint, PAUSE_MS);
    },
    onLine: (line, offset) => answers.follow(line, offset),
  });
  document.getElementById("share")?.addEventListener("click", () => void share(state, writeLocation));
  addEventListener("hashchange", () => void readAddress(location.hash).then((other) => other && show(other)));
  show(start);
}

function showTrouble(trouble: LintAnswer["trouble"], note: string): void {
  const place = document.getElementById("trouble") as HTMLElement;
  place.textContent = trouble === undefined ? note : `Line ${trouble.line}, column ${trouble.column}: ${trouble.message}`;
  place.hidden = place.textContent === "";
}

async function share(state: HTMLElement, writeLocation: () => Promise<void>): Promise<void> {
  await writeLocation();
  try {
    await navigator.clipboard.writeText(location.href);
    state.textContent = "The link is copied.";
  } catch {
    state.textContent = "The link is in the address bar.";
  }
}
