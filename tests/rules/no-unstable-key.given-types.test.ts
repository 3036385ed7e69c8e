import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;
const planner = (key: string, error = ""): string => `
  import { inspect } from "node:util";
  interface Options { readonly from: readonly [number, number]; readonly kind: "car" | "bus"; readonly signal: AbortSignal }
  type Planner = (options: Options) => Promise<number>;
  export function sharing(plan: Planner): Planner {
    const running = new Map<string, Promise<number>>();
    return (options) => {
      const { from, kind } = options;
      const key = inspect(${key});${error}
      const route = running.get(key) ?? plan(options);
      running.set(key, route);
      return route;
    };
  }
`;
const cards = (field: string, error = ""): string => `
  import { createHash } from "node:crypto";
  interface Job { readonly template: string; readonly values: ${field} }
  const cards = new Map<string, string>();
  export function card(job: Job, render: (job: Job) => string): string {
    const digest = createHash("sha1").update(JSON.stringify(job)).digest("hex");${error}
    const known = cards.get(digest) ?? render(job);
    cards.set(digest, known);
    return known;
  }
`;
const memo = (line: string, error = ""): string => `
  import memoize from "lodash/memoize";
  function formatters(unit, log) { ${line} return new Intl.NumberFormat("en", { style: "unit", unit }); }
  export const cached = memoize(formatters);${error}
`;

describeRule("no-unstable-key: types given by the place, and what is digested", rule, ({ valid, invalid }) => {
  valid("plain members of what the place declares", planner("{ from, kind }"), STRICT);
  invalid("all of what the place declares", planner("options", ' // error: textLosesParts "prints for readers"'), STRICT);
  invalid("a digest of an object with a map", cards("ReadonlyMap<string, string>", ' // error: textLosesParts "which is a Map by line 3"'), STRICT);
  valid("a digest of an object of texts", cards("readonly string[]"), STRICT);
  valid("unknown: a digest of an object with something imported", cards("Values"), STRICT);
  valid("a parameter that is only told something", memo("log.debug(unit);"), STRICT);
  invalid("a parameter that decides", memo("if (log.isNarrow()) return undefined;", ' // error: inputIsLeftOut "no part of the keys"'), STRICT);
});
