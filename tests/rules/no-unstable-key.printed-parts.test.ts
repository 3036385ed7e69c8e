import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const busy = (text: string, type = "string", error = ""): string => `
  import { inspect } from "node:util";
  interface Sending { readonly file: string; readonly to: { readonly host: ${type} } }
  const busy = new Set<string>();
  const labelOf = ({ file, to }: Sending): string => ${text};${error}
  export function begin(sending: Sending): boolean {
    if (busy.has(labelOf(sending))) return false;
    busy.add(labelOf(sending));
    return true;
  }
`;

describeRule("no-unstable-key of what inspect prints", rule, ({ valid, invalid }) => {
  valid("of plain values, in a form that is written out", busy("inspect({ file, host: to.host }, { breakLength: Infinity })"));
  invalid("of more than plain values", busy("inspect({ file, to }, { breakLength: Infinity })", "string", ' // error: textLosesParts "cuts depth"'));
  invalid("of a value of which nothing is known", busy("inspect({ file, host: to.host })", "unknown", ' // error: textLosesParts "cuts depth"'));
});

const failed = (source: string, use: string, error = ""): string => `
  const failed = new Map<string, number>();
  export function render(kernel: (x: number) => number, width: number): void {
    const source = ${source};${error}
    if (failed.has(source)) return;
    failed.set(source, width);
    ${use}
  }
`;

describeRule("no-unstable-key of the source of a function", rule, ({ valid, invalid }) => {
  valid("which is all that is used of it, in a template", failed("`${kernel}`", "new Worker(URL.createObjectURL(new Blob([source])));"));
  invalid("which is called as well", failed("`${kernel}`", "kernel(width);", ' // error: textIsSource "prints its source"'));
});

const series = (take: string, error = ""): string => `
  const running = new Map();
  export async function series(query) {
    const key = JSON.stringify(query, ["metric", "range"]);${error}
    ${take}
    running.set(key, ask(query));
    try { return await running.get(key); } finally { running.delete(key); }
  }
  export const draw = (from, to) => series({ metric: "load", range: { from, to } });
`;

describeRule("no-unstable-key of what is under way", rule, ({ valid, invalid }) => {
  invalid("which another call asks for", series("if (running.has(key)) return running.get(key);", ' // error: textLosesParts "leaves"'));
  valid("which only its own call asks for", series(""));
});

const pages = (asked: string, error = ""): string => `
  import { LRUCache } from "lru-cache";
  import { ulid } from "ulid";
  const pages = new LRUCache({ max: 100 });
  export async function search(filters) {
    const asked = ${asked};
    const key = JSON.stringify(asked);
    let page = pages.get(key);
    if (page === undefined) { page = await find(asked); pages.set(key, page);${error}
    }
    return page;
  }
`;

describeRule("no-unstable-key of objects that are spread into others", rule, ({ valid, invalid }) => {
  invalid("beside an id of the call", pages("{ ...filters, traceId: ulid() }", ' // error: textChanges "`ulid()` on line 6"'));
  valid("beside what stays", pages("{ ...filters, page: 1 }"));
});

const list = (type: string, module: string, error = ""): string => `
  import type { ${type} } from "${module}";
  const pages = new Map<string, unknown>();
  export function page({ where, at }: { where: ${type}; at: number }, rows: unknown) {
    const key = [at, where].join(";");${error}
    if (!pages.has(key)) pages.set(key, rows);
    return pages.get(key);
  }
`;

describeRule("no-unstable-key of what packages declare to be plain objects", rule, ({ valid, invalid }) => {
  invalid("in a joined list", list("Filter", "mongodb", ' // error: textIsShared "toString"'));
  valid("that another package calls by the name", list("Filter", "./filters.js"));
});
