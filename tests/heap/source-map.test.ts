import { describe, expect, it } from "vitest";

import { readSourceMap } from "../../src/heap/source-map.ts";
import { Sources, type SourceReader } from "../../src/heap/sources.ts";

/** `AAAA` is column 0 of the first line of the first source; `IACAA` four columns further, one line further, with the first name; `gBAAA` sixteen columns further. */
const MAP = { version: 3, sources: ["hub.ts"], names: ["streams"], sourceRoot: "/src/", mappings: "AAAA,IACAA;;C,gBADA" };

describe("a source map", () => {
  const map = readSourceMap(JSON.stringify(MAP));

  it.each([
    [0, 0, { source: "/src/hub.ts", line: 0, column: 0 }],
    [0, 3, { source: "/src/hub.ts", line: 0, column: 0 }],
    [0, 4, { source: "/src/hub.ts", line: 1, column: 0, name: "streams" }],
    [0, 400, { source: "/src/hub.ts", line: 1, column: 0, name: "streams" }],
    [2, 17, { source: "/src/hub.ts", line: 0, column: 0 }],
  ])("leads from line %i, column %i, to what was written", (line, column, place) => expect(map?.originalAt(line, column)).toMatchObject(place));

  it.each([[1, 0], [2, 0], [2, 1], [3, 0]])("leads nowhere from line %i, column %i", (line, column) => expect(map?.originalAt(line, column)).toBeUndefined());

  it("may be made of others, each with its offset", () => {
    const sections = [{ offset: { line: 0, column: 0 }, map: MAP }, { offset: { line: 5, column: 10 }, map: { ...MAP, sources: ["other.ts"] } }];
    const index = readSourceMap(JSON.stringify({ version: 3, sections }));
    expect([index?.originalAt(0, 4)?.source, index?.originalAt(5, 13)?.source, index?.originalAt(5, 14)?.name]).toEqual(["/src/hub.ts", "/src/other.ts", "streams"]);
    expect(index?.originalAt(5, 9)).toBeUndefined();
  });

  it("may stand behind the line that keeps pages from running it", () => expect(readSourceMap(`)]}'\n${JSON.stringify(MAP)}`)?.originalAt(0, 0)?.line).toBe(0));

  it.each(["", "null", "[]", "{}", "not JSON", '{"mappings":"AAAA"}', '{"mappings":"A!A","sources":[]}', '{"mappings":"ggg","sources":[]}', '{"sections":[null]}'])("is none: %j", (text) => {
    expect(readSourceMap(text)).toBeUndefined();
  });

  it("without the source that it names leads nowhere", () => expect(readSourceMap('{"mappings":"AAAA","sources":[]}')?.originalAt(0, 0)).toBeUndefined());
});

describe("a file that ran", () => {
  const sourcesOf = (files: Record<string, string>): Sources => {
    const reader: SourceReader = { read: (url) => files[url], resolve: (reference, from) => new URL(reference, from).href };
    return new Sources(reader);
  };
  const place = { url: "file:///out/a.js", line: 1, column: 5 };
  const written = { url: "file:///src/hub.ts", line: 2, column: 1, ran: place };
  const text = JSON.stringify(MAP);

  it("has its map beside it", () => {
    const sources = sourcesOf({ "file:///out/a.js": "let e=1;\n//# sourceMappingURL=a.js.map\n", "file:///out/a.js.map": text });
    expect(sources.originalOf(place)).toEqual(written);
    expect(sources.nameAt(place)).toBe("streams");
  });

  it.each([`data:application/json;base64,${btoa(text)}`, `data:application/json;charset=utf-8;base64,${btoa(text)}`, `data:application/json,${encodeURIComponent(text)}`])("has its map in it: %s", (link) => {
    expect(sourcesOf({ "file:///out/a.js": `let e=1;\n//# sourceMappingURL=${link}` }).originalOf(place)).toEqual(written);
  });

  it("is asked for the name that stands in the source, behind its modifiers", () => {
    const files = { "file:///out/a.js": "//# sourceMappingURL=a.js.map", "file:///out/a.js.map": text, "file:///src/hub.ts": "class Hub {\nprivate readonly #all = new Map();\n}" };
    expect(sourcesOf(files).nameAt(place)).toBe("#all");
  });

  it.each([
    ["is not there", {}],
    ["has no map", { "file:///out/a.js": "let e=1;" }],
    ["has a map that is gone", { "file:///out/a.js": "//# sourceMappingURL=a.js.map" }],
    ["has a map that is none", { "file:///out/a.js": "//# sourceMappingURL=data:application/json;base64,!" }],
    ["speaks of a map in a string", { "file:///out/a.js": '"sourceMappingURL=a.js.map"', "file:///out/a.js.map": text }],
  ])("is told as it is where it %s", (_, files) => {
    const sources = sourcesOf(files);
    expect([sources.originalOf(place), sources.nameAt(place)]).toEqual([place, undefined]);
  });
});
