/** What the engine says of a generated program: the acquisitions it reports, by their numbers, and whatever goes wrong with it. */
import { Linter } from "eslint";

import { analyzeFile } from "../../src/analyze-file.ts";
import { checkGraph } from "../../src/flow/check-graph.ts";
import plugin from "../../src/index.ts";
import type { FileFacts } from "../../src/facts/file-facts.ts";
import { fateOf } from "../../src/subjects/handle/handle-fate.ts";
import { buildGraphs, type Graphs } from "../../src/subjects/way/graphs.ts";
import { failsAsShown } from "../../src/evidence/reachable/failure-strength.ts";
import { onlySkipsRelease } from "../../src/evidence/reachable/guarded-release.ts";
import { emptinessOf } from "../../src/evidence/reachable/holds-nothing.ts";
import { isUnknownThing } from "../../src/evidence/real/recognised-by.ts";
import type { HeldPath } from "../../src/subjects/way/held-path.ts";
import { workOn } from "../../src/subjects/way/path-work.ts";
import { traceVariable, type Trace } from "../../src/subjects/way/trace.ts";
import { collectResources, type Resource } from "../../src/subjects/resource/resource.ts";
import { enclosingFunction } from "../../src/syntax/tree.ts";
import type { LeakproofRule } from "../../src/report/create-rule.ts";

export interface Opinion {
  /** The acquisitions reported by `strict`, and among them those of `recommended`. */
  readonly likely: ReadonlySet<number>;
  readonly certain: ReadonlySet<number>;
  /** All that are heard of, those that only `audit` tells with them. */
  readonly possible: ReadonlySet<number>;
  /** Why the engine does not follow an acquisition, where it does not. */
  readonly unfollowed: ReadonlyMap<number, Unfollowed>;
  readonly hasAcquisitions: boolean;
  /** Broken graphs and syntax errors. */
  readonly faults: readonly string[];
  /** CPU time, in milliseconds. */
  readonly cost: number;
}

/** No evidence that it is a resource; a variable of another function has it; nothing releases it and some way hands it over; too much to follow; nothing but its own releases, under a condition of theirs, tells that it is one; the same of what may hold nothing where it is left. */
export type Unfollowed = "unknown resource" | "outer variable" | "handed over elsewhere" | "work bound" | "guarded release" | "unknown thing";

const JUDGES = ["no-unreleased-resource", "no-partial-release"];

interface Seen {
  readonly unfollowed: Map<number, Unfollowed>;
  hasAcquisitions: boolean;
  readonly faults: string[];
}

let seen: Seen = { unfollowed: new Map(), hasAcquisitions: false, faults: [] };

/** Looks at the file as the rules do. */
const looking: Pick<LeakproofRule, "create"> = {
  create: (context) => ({
    "Program:exit"() {
      const { facts } = analyzeFile(context);
      const graphs = buildGraphs(facts);
      for (const call of facts.nodes.calls) {
        const site = siteIn(facts.sourceCode.getText(call));
        if (site === undefined) continue;
        seen.hasAcquisitions = true;
        seen.unfollowed.set(site, "unknown resource");
      }
      for (const resource of collectResources(facts)) note(resource, facts, graphs);
      for (const owner of facts.nodes.functions) {
        const graph = graphs.graphOf(owner);
        seen.faults.push(...(graph === undefined ? ["no graph"] : checkGraph(graph)));
      }
    },
  }),
};

function note(resource: Resource, facts: FileFacts, graphs: Graphs): void {
  const site = siteIn(facts.sourceCode.getText(resource.acquisition));
  if (site === undefined) return;
  seen.unfollowed.delete(site);
  const fate = fateOf(facts, resource);
  if (fate.kind === "kept") seen.unfollowed.set(site, "outer variable");
  const owner = enclosingFunction(resource.acquisition);
  if (fate.kind !== "variable" || owner === undefined) return;
  const trace = traceVariable(facts, graphs, resource, { variable: fate.variable, owner, at: "acquisition", failure: undefined });
  const graph = graphs.graphOf(owner);
  if (graph !== undefined && (!workOn(graph).spend(0) || (trace !== undefined && trace.heldPaths === undefined))) seen.unfollowed.set(site, "work bound");
  if (trace !== undefined && resource.pair.id.startsWith("language/")) noteUnknown(site, resource, facts, trace, fate.variable.name);
  if (trace?.escapes === true && trace.releases.length === 0) seen.unfollowed.set(site, "handed over elsewhere");
}

/** Of a thing that only its release tells: whether each way out is one that it may leave without a word. */
function noteUnknown(site: number, resource: Resource, facts: FileFacts, { heldPaths = [], releases }: Trace, variable: string): void {
  const isGuarded = (path: HeldPath): boolean => onlySkipsRelease(path, releases);
  const isEmpty = (path: HeldPath): boolean => isUnknownThing(resource, releases[0]) && emptinessOf(facts, resource.acquisition, path, variable) !== "no";
  const told = heldPaths.filter((path) => path.leavesBy === "overwritten" || failsAsShown(facts, path));
  if (told.length === 0 || !told.every((path) => isGuarded(path) || isEmpty(path))) return;
  seen.unfollowed.set(site, told.every(isEmpty) ? "unknown thing" : "guarded release");
}

const linter = new Linter();
const config: Linter.Config[] = [
  plugin.configs.strict,
  {
    languageOptions: { ecmaVersion: "latest", sourceType: "module" },
    plugins: { sure: plugin, heard: plugin, oracle: { rules: { looking: looking as never } } },
    rules: { "oracle/looking": "error", ...Object.fromEntries(JUDGES.map((name) => [`sure/${name}`, ["error", { confidence: "certain" }]])), ...Object.fromEntries(JUDGES.map((name) => [`heard/${name}`, ["error", { confidence: "possible" }]])) },
  },
];

/** Lints a program with all rules of `strict`; throws what a rule throws. */
export function askEngine(lintText: string): Opinion {
  seen = { unfollowed: new Map(), hasAcquisitions: false, faults: [] };
  const before = process.cpuUsage();
  const messages = linter.verify(lintText, config, { filename: "src/perform.js" });
  const { user, system } = process.cpuUsage(before);
  const lines = lintText.split("\n");
  const reportedBy = (prefix: string): Set<number> =>
    new Set(messages.filter(({ ruleId }) => JUDGES.some((name) => ruleId === `${prefix}/${name}`)).flatMap(({ line, column }) => siteIn((lines[line - 1] ?? "").slice(column - 1)) ?? []));
  return {
    likely: reportedBy("leakproof"),
    certain: reportedBy("sure"),
    possible: reportedBy("heard"),
    unfollowed: seen.unfollowed,
    hasAcquisitions: seen.hasAcquisitions,
    faults: [...seen.faults, ...messages.filter(({ fatal }) => fatal === true).map(({ message }) => message)],
    cost: (user + system) / 1000,
  };
}

/** The number that an acquiring call carries. */
function siteIn(text: string): number | undefined {
  const site = /^(?:openSync|setInterval|openSession|open|lock)\((?:tick, )?(\d+)\)/.exec(text)?.[1];
  return site === undefined ? undefined : Number(site);
}
