import { describe, expect, it } from "vitest";

import { countEntries } from "../../src/heap/entries.ts";
import { readSnapshot } from "../../src/heap/read-snapshot.ts";
import { UnreadableHeapFile } from "../../src/heap/unreadable.ts";

const META = {
  node_fields: ["type", "name", "id", "self_size", "edge_count"],
  node_types: [["hidden", "array", "string", "object", "synthetic"], "string", "number", "number", "number"],
  edge_fields: ["type", "name_or_index", "to_node"],
  edge_types: [["context", "element", "property", "internal", "weak"], "string_or_number", "node"],
};

/** The root, and a record with two properties that are the root. */
const SNAPSHOT = JSON.stringify({
  snapshot: { meta: META, node_count: 2, edge_count: 3 },
  nodes: [4, 0, 1, 0, 1, 3, 1, 3, 24, 2],
  edges: [2, 2, 5, 2, 2, 0, 2, 3, 0],
  trace_tree: [{ a: "]}\"" }],
  locations: [],
  strings: ["", "Object", "a \"quoted\" näme, [with] brackets", "b"],
});

/** The text in pieces of so many bytes. */
function piecesOf(text: string, size: number): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.slice(index * size, (index + 1) * size));
}

describe("reading a snapshot", () => {
  it.each([1, 2, 7, 64, 10_000])("does not depend on where the pieces of %i bytes end", async (size) => {
    const graph = await readSnapshot(piecesOf(SNAPSHOT, size));
    expect([graph.nodeCount, graph.edgeCount, graph.nameOf(1), graph.idOf(1), graph.sizeOf(1)]).toEqual([2, 3, "Object", 3, 24]);
    expect([graph.targetOf(0), graph.edgeNameOf(1), graph.edgeNameOf(2)]).toEqual([1, "a \"quoted\" näme, [with] brackets", "b"]);
    expect(countEntries(graph, 1)).toEqual({ kind: "record", count: 2, isRoom: false });
    expect(countEntries(graph, 0)).toBeUndefined();
  });

  it.each([
    [undefined, [5, 7, 2, 4]],
    [["object_index", "script_id", "line", "column"], [5, 7, 2, 4]],
    [["object_index", "script_id", "script_object_index", "line", "column"], [5, 7, 99, 2, 4]],
  ])("finds where functions are written by the names of the fields: %j", async (fields, locations) => {
    const text = SNAPSHOT.replace('"edge_types"', `${fields === undefined ? "" : `"location_fields":${JSON.stringify(fields)},`}"edge_types"`).replace('"locations":[]', `"locations":${JSON.stringify(locations)}`);
    expect([...(await readSnapshot(piecesOf(text, 64))).locations()]).toEqual([[1, { script: 7, line: 2, column: 4 }]]);
  });

  it.each([
    ["", "is empty"],
    ["not JSON", "is no heap snapshot"],
    ["{}", "is no heap snapshot"],
    ["[1, 2]", "is no heap snapshot"],
    ['{"head":{"callFrame":{}}}', "is no heap snapshot"],
    ['{"snapshot":{"meta":{}}}', "is no heap snapshot"],
    [SNAPSHOT.replace('"edge_types"', '"location_fields":["object_index","script_id","position"],"edge_types"'), "in a way that is not known here"],
    ["\u001f\u0000", "is compressed"],
    [SNAPSHOT.slice(0, SNAPSHOT.indexOf("strings")), "ends before its end"],
    [SNAPSHOT.replace('"node_count":2', '"node_count":1'), "lists more than it announces"],
    [SNAPSHOT.replace('"node_count":2', '"node_count":3'), "ends before its end"],
    [SNAPSHOT.replace("[2,2,5", "[2,2,500"), "refers to objects that it does not list"],
    [SNAPSHOT.replace("[4,0,1,0,1,", "[4,0,1,0,2,"), "another number of references"],
  ])("refuses what is none: %j", async (text, message) => {
    const read = readSnapshot(piecesOf(text, 16));
    await expect(read).rejects.toThrow(message);
    await expect(read).rejects.toBeInstanceOf(UnreadableHeapFile);
  });
});
