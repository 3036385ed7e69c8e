import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;
const chart = (key: string, given: string, comment = ""): string => `
  const DARK = { back: "#000" };
  const LIGHT = { back: "#fff" };
  let CHOSEN = DARK;
  export const choose = (other) => { CHOSEN = other; };
  const drawn = new Map();
  function draw(symbol, colours) {
    const key = ${key};${comment}
    if (!drawn.has(key)) drawn.set(key, symbol.draw(colours));
    return drawn.get(key);
  }
  export const show = (symbol, isDark) => draw(symbol, ${given});
`;
const sameText = ' // error: textIsShared "\`colours\`"';
const counted = (fields: string, comment = ""): string => `
  class Filter {
    ${fields}
    constructor(readonly from: string) {}
  }
  const counts = new Map<string, number>();
  export function count(filter: Filter, ask: (filter: Filter) => number): number {
    const key = JSON.stringify(filter);${comment}
    const known = counts.get(key);
    if (known !== undefined) return known;
    counts.set(key, ask(filter));
    return counts.get(key) ?? 0;
  }
`;
const limited = (key: string, comment = ""): string => `
  const kept = new Map();
  export function keep(id, value) {
    kept.set(id, value);
    if (kept.size > 100) kept.delete(${key});${comment}
  }
`;

describeRule("no-unstable-key: constants, fields and iterators", rule, ({ valid, invalid }) => {
  invalid("a constant of the module that callers give", chart("`${symbol.id}/${colours}`", "DARK", sameText), likely);
  invalid("one of two of them, in a joined list", chart('[symbol.id, colours].join("/")', "isDark ? DARK : LIGHT", sameText), likely);
  valid("a part of it", chart("`${symbol.id}/${colours.back}`", "DARK"), likely);
  valid("unknown: a variable that gets another", chart("`${symbol.id}/${colours}`", "CHOSEN"), likely);

  invalid("a field of a class that begins with a Set", counted("readonly lands = new Set<string>();", ' // error: textLosesParts "\`lands\`"'), likely);
  valid("a field that begins with a list", counted("readonly lands = [1];"), likely);
  valid("unknown: a field of which nothing is shown", counted("lands = begin();"), likely);

  invalid("what an iterator answers", limited("kept.keys().next()", ' // error: identityIsNew "what an iterator answers"'));
  valid("its value", limited("kept.keys().next().value"), likely);
  valid("unknown: what something else answers", limited("kept.oldest().next()"), likely);
});
