/** Linked lists that grow are named by who holds them, however they are linked, and nothing is named where they are kept short. */
import { describe, expect, it } from "vitest";

import { nameOfOwner } from "../../src/cli/heap/describe-growth.ts";
import { findChains, membersOf } from "../../src/heap/chains.ts";
import { NODE, EDGE, HeapGraph } from "../../src/heap/heap-graph.ts";
import { compareShots, NODES, takeSnapshots } from "./grown.ts";

const PROGRAM = `
class Link { constructor(value) { this.value = value; this.prev = null; this.next = null; } }
class Deque {
  first = null; last = null;
  push(value) { const link = new Link(value); link.prev = this.last; if (this.last) this.last.next = link; else this.first = link; this.last = link; }
  shift() { this.first = this.first.next; if (this.first) this.first.prev = null; else this.last = null; }
}
class Entry { constructor(key) { this.key = key; this.before = this.after = this; } }
class Ring {
  root = new Entry("root");
  add(key) { const one = new Entry(key); one.before = this.root.before; one.after = this.root; this.root.before.after = one; this.root.before = one; }
  drop() { const one = this.root.after; one.after.before = this.root; this.root.after = one.after; }
}
class Recent {
  map = new Map(); newest = null;
  put(key) { this.newest = { key, older: this.newest }; this.map.set(key, this.newest); }
  empty() { this.map.clear(); this.newest = null; }
}
class Tree { constructor(parent, depth) { this.parent = parent; this.inner = depth > 0 ? [new Tree(this, depth - 1), new Tree(this, depth - 1)] : []; } }
function makeUndo() {
  let steps = null;
  return { push: (value) => { steps = { value, older: steps }; }, forget: () => { steps = null; } };
}
const deque = new Deque(), ring = new Ring(), recent = new Recent(), undo = makeUndo();
let waiting = null, tree = null, turn = 0;
`;
const FILL = 'turn += 1; const key = "key" + turn; deque.push(key); ring.add(key); recent.put(key); undo.push(key); waiting = { done: () => key, next: waiting }; tree = new Tree(null, 7);';

describe.each(NODES)("linked lists, run by %s,", (node) => {
  it("are named by who holds them, and what they hold goes with them", { timeout: 240_000 }, async () => {
    const { places, loose } = await compareShots(takeSnapshots(`${PROGRAM}function round() { ${FILL} }`, node));
    const lists = places.filter(({ collection }) => collection === "linked list").map(({ owner, counts }) => [nameOfOwner(owner).replace(/first|last/u, "end"), counts]);
    expect(Object.fromEntries(lists)).toEqual({ "Deque.end": [40, 80, 120], "Ring.root": [41, 81, 121], "variable steps": [40, 80, 120], "variable waiting": [40, 80, 120] });
    expect(places.filter(({ collection }) => collection !== "linked list").map(({ owner }) => nameOfOwner(owner))).toEqual(["Recent.map"]);
    expect(places.find(({ owner }) => nameOfOwner(owner) === "variable waiting")?.contents).toMatchObject([{ isFunction: true, counts: [40, 80, 120] }]);
    expect(loose).toEqual([]);
  });

  it("are not named where their members go again", { timeout: 240_000 }, async () => {
    const growth = await compareShots(takeSnapshots(`${PROGRAM}function round() { ${FILL} deque.shift(); ring.drop(); recent.empty(); undo.forget(); waiting = null; }`, node));
    expect(growth).toMatchObject({ places: [], loose: [] });
    expect(growth.steady.filter(({ collection }) => collection === "linked list")).toEqual([]);
  });
});

/** A graph of objects of one kind, whose references are all of one name. */
function graphOf(references: readonly (readonly number[])[]): HeapGraph {
  const targets = references.flat();
  const firstEdges = references.map((_, index) => references.slice(0, index).flat().length);
  return new HeapGraph({
    nodeKinds: new Uint8Array(references.length).fill(NODE.object), nodeNames: new Uint32Array(references.length), nodeSizes: new Uint32Array(references.length),
    nodeIds: Uint32Array.from(references, (_, index) => 2 * index + 1), firstEdges: Uint32Array.from([...firstEdges, targets.length]),
    edgeKinds: new Uint8Array(targets.length).fill(EDGE.property), edgeNames: new Uint32Array(targets.length).fill(1), edgeTargets: Uint32Array.from(targets),
    strings: ["Link", "next"], locations: [],
  });
}

describe("a chain", () => {
  it.each([
    ["begins where nothing refers to it", [[1], [2], []], 0, 3],
    ["goes round from the oldest", [[2], [0], [3], [1]], 0, 4],
    ["ends before what several refer to", [[1], [3], [3], [4], []], 0, 2],
  ])("%s", (_, references, head, length) => {
    const graph = graphOf(references);
    const chain = findChains(graph, 2).get(head);
    expect(chain).toEqual({ head, link: "next", length });
    expect(chain && membersOf(graph, chain)).toHaveLength(length);
  });

  it.each([["children that refer to their parent", [[], [0], [0], [0]]], ["one that refers to itself", [[0], []]], ["what is shorter than asked", [[1], []]]])("is not made of %s", (_, references) => {
    expect([...findChains(graphOf(references), 3).keys()]).toEqual([]);
  });
});
