/** Puts a changed text together from stretches of the original and new words, and keeps where each line went. */
import { lineAt, lineStartsOf } from "./text-lines.mjs";

/** A stretch of the original as it stands; `alike` are the starts of stretches with the same text that it stands for as well. */
export function copied(from, to, alike = []) {
  return { from, to, alike };
}

/** New words; `standFor` are the stretches of the original in whose place they are. */
export function newWords(words, standFor = []) {
  return { words, standFor };
}

/** The pieces of a text in which edits `{ from, to, by }` put pieces in the place of stretches; they do not overlap. */
export function applyEdits(text, edits) {
  const pieces = [];
  let at = 0;
  // An insertion goes before what is replaced at the same place; others at one place keep the order they came in.
  for (const { from, to, by } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) throw new Error(`Two edits overlap at ${from}.`);
    pieces.push(copied(at, from), ...by);
    at = to;
  }
  return [...pieces, copied(at, text.length)];
}

/**
 * The text that pieces of an original make, and `lineOf`, which answers the lines that a line of the original now stands
 * on: none if it is gone, several if parts of it went apart. What is blank follows only where a line holds nothing else.
 */
export function composeText(original, pieces) {
  const text = pieces.map((piece) => textOfPiece(original, piece)).join("");
  const [before, after] = [original, text].map(lineStartsOf);
  const [lines, blanks] = [new Map(), new Map()];
  let offset = 0;
  for (const piece of pieces) {
    const words = textOfPiece(original, piece);
    for (const part of splitLines(words)) {
      const target = lineAt(after, offset + part.from);
      const sources = piece.words === undefined ? copiedLines(before, piece, part.from) : coveredLines(before, piece.standFor);
      for (const source of sources) note(part.isBlank ? blanks : lines, source, target);
    }
    offset += words.length;
  }
  return { text, lineOf: (line) => [...(lines.get(line) ?? blanks.get(line) ?? [])].sort((a, b) => a - b) };
}

function textOfPiece(original, { words, from, to }) {
  return words ?? original.slice(from, to);
}

/** Where the lines of some words start that hold anything, their line ends included. */
function splitLines(words) {
  const starts = lineStartsOf(words);
  const parts = starts.map((from, index) => ({ from, text: words.slice(from, starts[index + 1]) }));
  return parts.filter(({ text }) => text !== "").map(({ from, text }) => ({ from, isBlank: text.trim() === "" }));
}

function copiedLines(starts, { from, alike }, offset) {
  return [from, ...alike].map((start) => lineAt(starts, start + offset));
}

function coveredLines(starts, stretches) {
  return stretches.flatMap(([from, to]) => {
    const [first, last] = [lineAt(starts, from), lineAt(starts, Math.max(from, to - 1))];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function note(map, source, target) {
  const targets = map.get(source);
  if (targets === undefined) map.set(source, new Set([target]));
  else targets.add(target);
}
