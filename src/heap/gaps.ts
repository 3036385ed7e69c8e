/** What is written in a short part of a text in which no word stands that a minifier leaves: functions, declarations, names before dots. */

export type Span = readonly [start: number, end: number];

const COMMENT = /\/\*[^]*?\*\/|\/\/[^\n]*/gu;
const FUNCTION_SIGN = /=>|\bfunction\b/gu;
const DECLARATION = /(?:\b(?:const|let|var)\s|,)\s*(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)/gu;
/** Behind the name of a further variable, which has a value: its type. */
const VALUE = /^\s*(?::[^=;(){}]*)?=(?![=>])/u;
const NAME_PART = /[\p{ID_Continue}$]/u;

/** Finds the functions that begin in a part of a text, each from its beginning to its body, in the order of their bodies. Methods are left out. */
export function findFunctions(text: string, [start, end]: Span): readonly Span[] {
  const part = withoutComments(text.slice(start, end));
  return [...part.matchAll(FUNCTION_SIGN)].map(({ 0: sign, index }) => {
    if (sign === "function") return [start + index, start + Math.max(index, part.indexOf("{", index))] as const;
    return [start + startOfParameters(part, index), start + index + sign.length] as const;
  });
}

/** Where the parameters of an arrow function begin, or the word `async` before them. */
function startOfParameters(part: string, arrow: number): number {
  const closing = part.lastIndexOf(")", arrow - 1);
  const type = part.slice(closing + 1, arrow).trim();
  const start = closing !== -1 && (type === "" || type.startsWith(":")) ? openingOf(part, closing) : startOfName(part, part.slice(0, arrow).trimEnd().length);
  const before = part.slice(0, start).trimEnd();
  return before.endsWith("async") ? before.length - "async".length : start;
}

function openingOf(part: string, closing: number): number {
  let depth = 0;
  for (let at = closing; at >= 0; at -= 1) {
    if (part[at] === ")") depth += 1;
    if (part[at] === "(") depth -= 1;
    if (depth === 0) return at;
  }
  return closing;
}

/** Finds the variables that are declared in a part of a text. */
export function findDeclarations(text: string, [start, end]: Span): readonly { readonly name: string; readonly at: number }[] {
  const part = withoutComments(text.slice(start, end));
  return [...part.matchAll(DECLARATION)].flatMap(({ 0: words, groups, index }) => {
    const { name = "" } = groups ?? {};
    const behind = index + words.length;
    return words.startsWith(",") && !VALUE.test(part.slice(behind)) ? [] : [{ name, at: start + behind - name.length }];
  });
}

/** The name before the dot behind which a word stands, and where it begins; undefined for what is not asked of a name. */
export function nameBefore(text: string, at: number): { readonly name: string; readonly at: number } | undefined {
  const dot = endWithout(text, at, " \t\r\n") - 1;
  if (text[dot] !== ".") return undefined;
  const end = endWithout(text, dot, " \t\r\n!?");
  const start = startOfName(text, end);
  return start === end ? undefined : { name: text.slice(start, end), at: start };
}

/** Where a text ends before a place if these signs are left out. */
function endWithout(text: string, at: number, signs: string): number {
  let end = at;
  while (end > 0 && signs.includes(text[end - 1] as string)) end -= 1;
  return end;
}

function startOfName(text: string, end: number): number {
  let start = end;
  while (start > 0 && NAME_PART.test(text[start - 1] as string)) start -= 1;
  return start < end && text[start - 1] === "#" ? start - 1 : start;
}

/** Comments become spaces, so that places stay as they are. */
function withoutComments(part: string): string {
  return part.replace(COMMENT, (comment) => " ".repeat(comment.length));
}
