/** How the playground lints: the form above the editor. */
import type { Shared } from "./address.ts";
import { EXAMPLES, type Example } from "./examples.ts";
import type { Language, Preset } from "./protocol.ts";

/** What the form says. */
export type Settings = Pick<Shared, "language" | "preset" | "isTyped">;

export interface Controls {
  read(): Settings;
  show(settings: Settings): void;
}

/** Connects the form: `onChange` is told of other settings, `onExample` of an example that is chosen. */
export function connectControls(form: HTMLFormElement, onChange: () => void, onExample: (example: Example) => void): Controls {
  const [preset, language, example] = ["preset", "language", "example"].map((id) => form.querySelector(`#${id}`)) as [HTMLSelectElement, HTMLSelectElement, HTMLSelectElement];
  const typed = form.querySelector("#typed") as HTMLInputElement;
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
  example.addEventListener("change", () => {
    const chosen = example.value === "" ? undefined : EXAMPLES[Number(example.value)];
    if (chosen !== undefined) onExample(chosen);
  });
  return {
    read: () => ({ preset: preset.value as Preset, language: language.value as Language, isTyped: typed.checked && !typed.disabled }),
    show(settings) {
      preset.value = settings.preset;
      language.value = settings.language;
      typed.checked = settings.isTyped;
      allowTypes();
    },
  };
}
