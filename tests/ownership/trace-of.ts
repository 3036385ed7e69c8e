/** Follows the handle `h` of a made-up resource: `acquire()` gives it, `release(h)` and `h.close()` end it, any other call may take it over. */
import type { Pair } from "../../src/catalogue/entry.ts";
import { globalNamed } from "../../src/catalogue/origin.ts";
import type { FileFacts } from "../../src/facts/file-facts.ts";
import type { Variable } from "../../src/facts/variables.ts";
import { buildGraphs } from "../../src/subjects/way/graphs.ts";
import type { HeldPath } from "../../src/subjects/way/held-path.ts";
import type { Resource } from "../../src/subjects/resource/resource.ts";
import { traceVariable, type Trace } from "../../src/subjects/way/trace.ts";
import { callOf, factsOf } from "../support/file-facts.ts";

/** The pair of the made-up resource. */
export const madeUpPair: Pair = {
  id: "test/thing",
  noun: "a thing",
  acquire: { form: "call", callee: globalNamed("acquire") },
  handle: { from: "result" },
  releases: [{ by: "callee", callee: globalNamed("release"), argument: 0 }, { by: "method", name: "close" }],
  heldBy: "process",
};

export interface Traced {
  readonly file: FileFacts;
  readonly trace: Trace | undefined;
  /** The ways out, as `kind: source of the step`. */
  readonly told: readonly string[];
}

/** Traces the handle in a function of this body. */
export function traceIn(body: string, head = "async function f(x, y)"): Traced {
  const file = factsOf(`${head} { ${body} }`);
  const owner = firstFunction(file);
  const resource: Resource = { acquisition: callOf(file, "acquire()"), pair: madeUpPair, confidence: "certain" };
  const trace = traceVariable(file, buildGraphs(file), resource, { variable: variableNamed(file, "h"), owner, at: "acquisition", failure: undefined });
  return { file, trace, told: describeAll(file, trace?.heldPaths ?? []) };
}

/** Traces the handle that the parameter `h` of the callback of `acquire` brings; `error`, where there is one, tells that it brings none. */
export function traceInCallback(callback: string): Traced {
  const file = factsOf(`acquire(${callback});`);
  const owner = firstFunction(file);
  const resource: Resource = { acquisition: callOf(file, `acquire(${callback})`), pair: { ...madeUpPair, handle: { from: "callback", index: -1, parameter: 1 } }, confidence: "certain" };
  const failure = callback.includes("error") ? variableNamed(file, "error") : undefined;
  const trace = traceVariable(file, buildGraphs(file), resource, { variable: variableNamed(file, "h"), owner, at: "entry", failure });
  return { file, trace, told: describeAll(file, trace?.heldPaths ?? []) };
}

function firstFunction(file: FileFacts): FileFacts["nodes"]["functions"][number] {
  const [owner] = file.nodes.functions;
  if (owner === undefined) throw new Error("The code has no function.");
  return owner;
}

function variableNamed(file: FileFacts, name: string): Variable {
  for (const scope of file.sourceCode.scopeManager?.scopes ?? []) {
    const variable = scope.variables.find((candidate) => candidate.name === name);
    if (variable !== undefined) return variable;
  }
  throw new Error(`The code has no variable \`${name}\`.`);
}

function describeAll(file: FileFacts, paths: readonly HeldPath[]): readonly string[] {
  return paths.map(({ leavesBy, step }) => `${leavesBy}: ${step === undefined ? "-" : file.sourceCode.getText(step.node as never)}`).sort();
}
