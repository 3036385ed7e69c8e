/** Text as HTML. Everything that comes from a checked file or its path goes through here. */

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes text for elements and for attributes in quotes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

/** Escapes a sentence and sets what stands in backticks as code. */
export function renderSentence(sentence: string): string {
  return sentence
    .split(/(`` .*? ``|`[^`]+`)/u)
    .map((part) => (part.length > 2 && part.startsWith("`") && part.endsWith("`") ? `<code>${escapeText(part.replace(/^`{1,2} ?| ?`{1,2}$/gu, ""))}</code>` : escapeText(part)))
    .join("");
}

/** "1 finding", "2 findings". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
