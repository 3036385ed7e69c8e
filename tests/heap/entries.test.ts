import { describe, expect, it } from "vitest";

import { countEntries } from "../../src/heap/entries.ts";
import type { HeapGraph } from "../../src/heap/heap-graph.ts";
import { readSnapshot } from "../../src/heap/read-snapshot.ts";

const STRINGS = ["", "Set", "table", "key", "system / Hole", "5", "7", "9", "11"];
/** Two words of its own, three of a table, two buckets, and four entries of two words, each of eight bytes. */
const TABLE_SIZE = 8 * (2 + 3 + 2 + 4 * 2);

/** A Set whose table has a string or a hole in each of its first places. */
async function readSet(entries: readonly ("string" | "hole")[]): Promise<HeapGraph> {
  const snapshot = {
    snapshot: {
      meta: {
        node_fields: ["type", "name", "id", "self_size", "edge_count"],
        node_types: [["hidden", "array", "string", "object"], "string", "number", "number", "number"],
        edge_fields: ["type", "name_or_index", "to_node"],
        edge_types: [["internal"], "string_or_number", "node"],
      },
      node_count: 4,
      edge_count: 1 + entries.length,
    },
    nodes: [3, 1, 1, 32, 1, 1, 0, 3, TABLE_SIZE, entries.length, 2, 3, 5, 16, 0, 0, 4, 7, 16, 0],
    edges: [0, 2, 5, ...entries.flatMap((entry, index) => [0, 5 + index, entry === "string" ? 10 : 15])],
    locations: [],
    strings: STRINGS,
  };
  return await readSnapshot([new TextEncoder().encode(JSON.stringify(snapshot))]);
}

describe("the entries of a Set", () => {
  it.each([
    [["string", "string"], 2],
    [["hole", "string", "hole"], 1],
    [["hole", "hole"], 0],
    [[], 0],
  ] as const)("are counted without those that were deleted: %j", async (entries, count) => {
    expect(countEntries(await readSet(entries), 0)).toEqual({ kind: "set", count, isRoom: false });
  });
});
