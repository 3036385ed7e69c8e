/** The text of a string in a snapshot, which may be put together of others: the file gives those no text of their own. */
import { NODE, type HeapGraph } from "./heap-graph.ts";

/** A text of more pieces than this is no name. */
const MOST_PIECES = 64;
const JOINED = "(concatenated string)";

/** Reads the text of a node; undefined where it is no string, or has too many pieces. */
export function textOf(graph: HeapGraph, node: number): string | undefined {
  const pending = [node];
  let text = "";
  for (let pieces = 0, at = pending.pop(); at !== undefined; at = pending.pop(), pieces += 1) {
    if (graph.kindOf(at) !== NODE.string || pieces > MOST_PIECES) return undefined;
    const [first, second] = graph.nameOf(at) === JOINED ? [graph.childOf(at, "first"), graph.childOf(at, "second")] : [];
    if (first === undefined || second === undefined) text += graph.nameOf(at);
    else pending.push(second, first);
  }
  return text;
}
