/** Where a section of the documentation has the words that were looked for. */
import { escapeText } from "../../src/cli/html/markup.ts";

/** So many characters are shown. */
const LENGTH = 160;
/** So many of them at most stand before the first word that was found. */
const BEFORE = 40;

/** The part of a text around the first of the words, as HTML with all of them marked; its beginning where none stands in it. Words are of lower case. */
export function renderExcerpt(text: string, words: readonly string[]): string {
  const found = findWords(text, words);
  const start = startBefore(text, found[0]?.[0] ?? 0);
  const end = endBehind(text, start + LENGTH);
  let html = start > 0 ? "… " : "";
  let at = start;
  for (const [from, to] of found) {
    if (from < at || to > end) continue;
    html += `${escapeText(text.slice(at, from))}<mark>${escapeText(text.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escapeText(text.slice(at, end)) + (end < text.length ? " …" : "");
}

function findWords(text: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const wanted = new Set(words);
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(({ 0: word }) => wanted.has(word.toLowerCase())).map(({ 0: word, index }) => [index, index + word.length] as const);
}

function startBefore(text: string, at: number): number {
  if (at <= BEFORE) return 0;
  const space = text.indexOf(" ", at - BEFORE);
  return space === -1 || space >= at ? at : space + 1;
}

function endBehind(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(" ", at);
  return space > at - BEFORE ? space : at;
}
