/**
 * What stands in the text of a file, apart from its comments. Tokens would say the same, and not every parser that is worth its speed
 * gives them.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "./file-facts.ts";

const texts = new WeakMap<FileFacts, string>();

/** The text with blanks for its comments, so that places stay: what is named there is named by code, a string or a template. */
export function codeTextOf(file: FileFacts): string {
  const known = texts.get(file) ?? blankComments(file);
  texts.set(file, known);
  return known;
}

function blankComments({ sourceCode }: FileFacts): string {
  const parts: string[] = [];
  let from = 0;
  for (const { range } of sourceCode.getAllComments()) {
    parts.push(sourceCode.text.slice(from, range[0]), " ".repeat(range[1] - range[0]));
    from = range[1];
  }
  return [...parts, sourceCode.text.slice(from)].join("");
}

const words = new WeakMap<FileFacts, ReadonlySet<string>>();

/** Each name and word that the code, its strings and its templates have, once. */
export function codeWordsOf(file: FileFacts): ReadonlySet<string> {
  const known = words.get(file) ?? new Set(codeTextOf(file).match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []);
  words.set(file, known);
  return known;
}

/** The comment right before a node: nothing but blanks stands between. */
export function commentBefore({ sourceCode }: FileFacts, { range: [start] }: TSESTree.Node): TSESTree.Comment | undefined {
  const comments = sourceCode.getAllComments();
  const comment = comments[firstAtOrBehind(comments, start) - 1];
  return comment !== undefined && sourceCode.text.slice(comment.range[1], start).trim() === "" ? comment : undefined;
}

/** The index of the first comment that begins at a place of the text or behind it. */
function firstAtOrBehind(comments: readonly TSESTree.Comment[], place: number): number {
  let [from, to] = [0, comments.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((comments[middle]?.range[0] ?? place) < place) from = middle + 1;
    else to = middle;
  }
  return from;
}
