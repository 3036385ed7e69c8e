/**
 * What may be known where a handle comes, one set for each way that leads there. The join of all ways forgets what they
 * know together: that a flag is set wherever a variable has a value.
 */
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Block, Graph, StepPosition } from "../../flow/graph.ts";
import { knownAfter, knownOnEdge, type Known, type KnownValue } from "./conditions.ts";
import { COST_OF_STATE, workOn } from "./path-work.ts";

/** Work bounds: beyond them the ways are not told apart. */
const MAXIMUM_STATES = 1_000;
const MAXIMUM_STARTS = 24;

/** Collects what the ways from the entry know right after the step; undefined where there are too many. */
export function collectStarts(file: FileFacts, graph: Graph, position: StepPosition): readonly Known[] | undefined {
  const starts = new Map<string, Known>();
  const seen = new Set<string>();
  const pending: { readonly block: Block; readonly known: Known }[] = [{ block: graph.entry, known: new Map() }];
  const work = workOn(graph);
  for (const { block, known: before } of pending) {
    const isAffordable = work.spend(COST_OF_STATE + block.steps.length + block.successors.length * (1 + before.size));
    if (!isAffordable || pending.length > MAXIMUM_STATES || starts.size > MAXIMUM_STARTS) return undefined;
    let known: Known | undefined = before;
    // An exception leaves during the last step, before it has taught anything.
    let beforeLast: Known | undefined = before;
    block.steps.forEach((step, index) => {
      beforeLast = known;
      known = known === undefined ? undefined : knownAfter(file, known, step);
      if (known !== undefined && block === position.block && index === position.index) starts.set(textOfKnown(graph, known), known);
    });
    for (const edge of block.successors) {
      const atEnd = edge.kind === "exception" ? beforeLast : known;
      const after = atEnd === undefined ? undefined : knownOnEdge(file, atEnd, edge);
      if (after === undefined) continue;
      const state = `${String(edge.to.id)}|${textOfKnown(graph, after)}`;
      if (seen.has(state)) continue;
      seen.add(state);
      pending.push({ block: edge.to, known: after });
    }
  }
  return [...starts.values()];
}

const texts = new WeakMap<Known, string>();
const VALUES: readonly KnownValue[] = [true, false, "undefined", "null"];
type FactNumbers = Map<KnownValue, Map<string, number>>;
const numbers = new WeakMap<Graph, FactNumbers>();

/** A short text that is the same for the same knowledge on the paths of one function: each fact of it has a number. */
export function textOfKnown(graph: Graph, known: Known): string {
  // Most ways have learned nothing yet.
  if (known.size === 0) return "";
  const told = texts.get(known);
  if (told !== undefined) return told;
  const ofGraph: FactNumbers = numbers.get(graph) ?? new Map<KnownValue, Map<string, number>>();
  numbers.set(graph, ofGraph);
  const facts: number[] = [];
  for (const [key, value] of known) facts.push(numberOfFact(ofGraph, key, value));
  const text = facts.length === 1 ? String(facts[0]) : facts.sort((one, other) => one - other).join();
  texts.set(known, text);
  return text;
}

function numberOfFact(ofGraph: FactNumbers, key: string, value: KnownValue): number {
  const ofValue = ofGraph.get(value) ?? new Map<string, number>();
  ofGraph.set(value, ofValue);
  // The numbers of one value leave room for those of the others.
  const known = ofValue.get(key) ?? ofValue.size * VALUES.length + VALUES.indexOf(value);
  ofValue.set(key, known);
  return known;
}
