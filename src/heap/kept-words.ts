/** What a minifier leaves of a text as it was written: names behind a dot, names of methods, and strings. */
import { visitCode } from "./code-words.ts";

export interface KeptWords {
  readonly words: readonly string[];
  /** Where each of them begins, in characters. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Words that may stand before the name of a method. */
const BEFORE_METHOD = new Set(["async", "get", "set", "static", "public", "private", "protected", "override"]);
/** What looks like the name of a method and is none. */
const STATEMENTS = new Set(["if", "for", "while", "switch", "catch", "with", "return", "await", "yield", "typeof", "void", "delete", "throw", "super", "import", "function", "constructor", "new"]);
const AFTER_MEMBER = new Set(["{", "}", ";", ","]);
/** Shorter names are those that a minifier gives. */
const SHORTEST = 3;
/** A longer string is known by its beginning. */
const LONGEST = 60;

/** Reads the words that a minifier leaves, in their order. */
export function readKeptWords(text: string): KeptWords {
  const words: string[] = [];
  const [starts, ends]: [number[], number[]] = [[], []];
  const keep = (word: string, start: number, end: number): void => {
    words.push(word);
    starts.push(start);
    ends.push(end);
  };
  let last = "";
  visitCode(text, {
    open: () => undefined,
    close: () => undefined,
    word: (start, end, before) => {
      const word = text.slice(start, end);
      const isMember = before === "." && !word.startsWith("#");
      if (isMember || (isMethod(word, before, last) && text[end] === "(")) keep(word, start, end);
      last = word;
    },
    string: (start, end) => keep(text.slice(start + 1, Math.min(end - 1, start + LONGEST)), start, end),
  });
  return { words, starts, ends };
}

function isMethod(word: string, before: string, last: string): boolean {
  return word.length >= SHORTEST && !STATEMENTS.has(word) && (AFTER_MEMBER.has(before) || (before === "a" && BEFORE_METHOD.has(last)));
}
