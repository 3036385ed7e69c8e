/** A block of a page that is linted as it is edited. */
import { writeAddress } from "./address.ts";
import { buildEditor } from "./editor.ts";
import { buildFindingCard } from "./finding-card.ts";
import { buildAsker } from "./lint-client.ts";
import type { Finding, Language, LintAnswer, Preset, Speakers } from "./protocol.ts";
import { linkTo } from "./root.ts";
import { describeCount } from "./wording.ts";

const PAUSE_MS = 250;

/** Makes an editor of a block. */
export function enliven(block: HTMLElement): void {
  const { rule, preset, language, confidence = "certain", typed } = block.dataset;
  const original = block.querySelector("code")?.textContent ?? "";
  const speakers: Speakers = rule === undefined ? { preset: preset as Preset } : { rule, confidence: confidence as "certain" };
  const place = document.createElement("div");
  const foot = document.createElement("div");
  foot.className = "foot";
  foot.innerHTML = `<output role="status">being read …</output><span><button type="button" class="reset" hidden>As it was</button> <a class="open" href="${linkTo("playground.html")}">Open in the playground</a></span>`;
  const cards = document.createElement("div");
  cards.className = "cards";
  const state = foot.querySelector("output") as HTMLOutputElement;
  const reset = foot.querySelector("button") as HTMLButtonElement;
  const open = foot.querySelector("a") as HTMLAnchorElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let picked = block.dataset.way === undefined ? undefined : 0;

  const asker = buildAsker((answer) => {
    if ("failure" in answer) state.textContent = answer.failure;
    else show(answer);
  });
  const ask = (): void => asker.ask({ code: editor.readText(), language: language as Language, isTyped: typed !== undefined, speakers, isThorough: false });
  const link = async (): Promise<void> => {
    open.href = `${linkTo("playground.html")}#${await writeAddress({ code: editor.readText(), language: language as Language, preset: preset as Preset, isTyped: typed !== undefined, view: "findings" })}`;
  };
  const show = ({ trouble, findings }: LintAnswer): void => {
    if (trouble !== undefined) {
      state.textContent = `Line ${trouble.line} does not parse yet: ${trouble.message}`;
      return;
    }
    state.textContent = describeCount(findings.length);
    block.classList.toggle("has-findings", findings.length > 0);
    editor.showFindings(findings);
    draw(findings);
  };
  const draw = (findings: readonly Finding[]): void => {
    if (picked !== undefined && picked >= findings.length) picked = undefined;
    editor.showSites(picked === undefined ? [] : (findings[picked]?.account?.sites ?? []));
    cards.replaceChildren(...findings.map((finding, index) => buildFindingCard(finding, editor.readText(), index === picked, {
      pick: () => {
        picked = picked === index ? undefined : index;
        draw(findings);
      },
      goTo: (line, column) => {
        const offset = editor.offsetAt(line, column);
        editor.select(offset, offset);
        editor.focus();
      },
      apply: (change) => editor.apply(change),
    })));
  };

  block.replaceChildren(place, foot, cards);
  const editor = buildEditor({
    parent: place,
    text: original,
    language: language as Language,
    label: rule === undefined ? "An example to edit" : `An example of ${rule} to edit`,
    onChange: () => {
      reset.hidden = editor.readText() === original;
      clearTimeout(timer);
      timer = setTimeout(() => {
        ask();
        void link();
      }, PAUSE_MS);
    },
  });
  reset.addEventListener("click", () => editor.replaceText(original));
  ask();
  void link();
}
