/** How the playground lints: the form above the editor. */
import type { Shared } from "./address.ts";
import { EXAMPLES, type Example } from "./examples.ts";
import type { Language, Preset } from "./protocol.ts";

/** What the form says. */
export type Settings = Pick<Shared, "language" | "preset" | "isTyped" | "settings">;

export interface Controls {
  read(): Settings;
  show(settings: Settings): void;
}

/** Connects the form: `onChange` is told of other settings, `onExample` of an example that is chosen. */
export function connectControls(form: HTMLFormElement, onChange: () => void, onExample: (example: Example) => void): Controls {
  const [preset, language, example] = ["preset", "language", "example"].map((id) => form.querySelector(`#${id}`)) as [HTMLSelectElement, HTMLSelectElement, HTMLSelectElement];
  const typed = form.querySelector("#typed") as HTMLInputElement;
  const own = form.querySelector("#settings") as HTMLTextAreaElement;
  /** The last settings that could be read: what is half written is not asked for. */
  let kept = "";
  const takeSettings = (): void => {
    const trouble = describeTrouble(own.value);
    if (trouble === undefined) kept = own.value;
    own.setAttribute("aria-invalid", String(trouble !== undefined));
    (form.querySelector("#settings-trouble") as HTMLElement).textContent = trouble ?? "";
  };
  const allowTypes = (): void => {
    typed.disabled = !language.value.startsWith("ts");
  };
  for (const [index, { title }] of EXAMPLES.entries()) example.add(new Option(title, String(index)));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const control of [preset, language, typed]) {
    control.addEventListener("change", () => {
      allowTypes();
      onChange();
    });
  }
  own.addEventListener("input", () => {
    takeSettings();
    if (own.value === kept) onChange();
  });
  example.addEventListener("change", () => {
    const chosen = example.value === "" ? undefined : EXAMPLES[Number(example.value)];
    if (chosen !== undefined) onExample(chosen);
  });
  return {
    read: () => ({ preset: preset.value as Preset, language: language.value as Language, isTyped: typed.checked && !typed.disabled, ...(kept.trim() !== "" && { settings: kept }) }),
    show(settings) {
      preset.value = settings.preset;
      language.value = settings.language;
      typed.checked = settings.isTyped;
      own.value = settings.settings ?? "";
      kept = "";
      takeSettings();
      if (own.value !== "") (own.closest("details") as HTMLDetailsElement).open = true;
      allowTypes();
    },
  };
}

/** What is wrong with settings as JSON; their shape is checked where they are used. */
function describeTrouble(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
