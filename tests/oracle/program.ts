/** Generated programs: one exported function that acquires, branches, fails and releases, written twice. */
import fc from "fast-check";

import { helpersOf } from "./handle-statements.ts";
import { KINDS, SYNC_KINDS, type Kind } from "./kinds.ts";
import { statement } from "./statements.ts";
import { Writer, type Scope, type Statement } from "./writer.ts";

export interface GeneratedProgram {
  /** What the engine reads. */
  readonly lintText: string;
  /** The body of a function that takes the instrumented calls and gives back the program's function. */
  readonly runText: string;
}

type FunctionKind = "plain" | "async" | "generator";

const slots = [0, 1];

/** Programs of up to two kinds of resources. */
export const program: fc.Arbitrary<GeneratedProgram> = fc.noBias(fc
  .constantFrom<FunctionKind>("plain", "plain", "async", "async", "async", "generator")
  .chain((form) => {
    const kind = fc.constantFrom(...(form === "async" ? KINDS : SYNC_KINDS));
    return fc.tuple(fc.constant(form), fc.tuple(kind, kind), fc.array(statement, { minLength: 2, maxLength: 5, size: "max" }));
  })
  .map(([form, kinds, body]) => ({ lintText: lintText(form, kinds, body), runText: runText(form, kinds, body) })));

function lintText(form: FunctionKind, kinds: readonly Kind[], body: readonly Statement[]): string {
  const modules = new Map(kinds.flatMap((kind) => (kind.module === undefined ? [] : [[kind.module, kind.imports] as const])));
  const imports = [...modules].map(([module, names]) => `import { ${names} } from "${module}";`);
  const text = functionText(new Writer("lint", kinds), form, body);
  return [...imports, 'import { check, each, feed, give, later, load, more, tick, verify } from "./work.js";', text.helpers, "let kept;", `export ${text.perform}`, ""].join("\n");
}

function runText(form: FunctionKind, kinds: readonly Kind[], body: readonly Statement[]): string {
  const text = functionText(new Writer("run", kinds), form, body);
  return `${text.helpers}\nlet kept;\n${text.perform}\nreturn perform;`;
}

function functionText(writer: Writer, form: FunctionKind, body: readonly Statement[]): { readonly helpers: string; readonly perform: string } {
  const scope: Scope = { handles: new Map(), boxes: new Map(), helpers: [], flags: [], labels: [], loops: [], inLoop: false, inSwitch: false, isAsync: form === "async", isGenerator: form === "generator", depth: 0 };
  const head = form === "plain" ? "function" : form === "async" ? "async function" : "function*";
  const text = writer.list(scope, body);
  const called = slots.map((slot) => helpersOf(writer, slot)).flatMap((helpers) => helpers.split(/\n(?=(?:async )?function )/));
  const used = called.filter((helper) => text.includes(`${/function (\w+)/.exec(helper)?.[1] ?? "?"}(`));
  return { helpers: used.join("\n"), perform: `${head} perform(o, a, list) {\n${text}\n}` };
}
