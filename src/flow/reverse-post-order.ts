import type { Block, Graph } from "./graph.ts";

const orders = new WeakMap<Graph, readonly Block[]>();

/** The blocks that control can reach, each before its successors wherever loops allow it. */
export function reversePostOrder(graph: Graph): readonly Block[] {
  const known = orders.get(graph) ?? orderBlocks(graph);
  orders.set(graph, known);
  return known;
}

function orderBlocks(graph: Graph): readonly Block[] {
  const order: Block[] = [];
  const seen = new Set<Block>([graph.entry]);
  const open = [{ block: graph.entry, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const edge = top.block.successors[top.next];
    top.next += 1;
    if (edge === undefined) {
      order.push(top.block);
      open.pop();
    } else if (!seen.has(edge.to)) {
      seen.add(edge.to);
      open.push({ block: edge.to, next: 0 });
    }
  }
  return order.reverse();
}
