/** What a loader such as tsx compiles in memory has other lines than its file: names lead to the lines that were written, and where none does that is said. */
import { describe, expect, it } from "vitest";

import { describeWhere } from "../../src/cli/heap/describe-growth.ts";
import type { Owner } from "../../src/heap/owner.ts";
import { Sources } from "../../src/heap/sources.ts";
import { nameOwnerAsWritten, nameWritten } from "../../src/heap/written-names.ts";

const URL_OF_FILE = "file:///app/src/hub.ts";
const TEXT = `interface Stream { key: string }

/** A hub. */
export class Hub {
  readonly streams = new Map<string, Stream>();
}
const cache = new Map<string, Stream>();
export async function fill(key: string) { cache.set(key, { key }); }
`;
const sources = new Sources({ read: (url) => (url === URL_OF_FILE ? TEXT : undefined), resolve: (reference) => reference });
/** Compiled to one line, it all stands on the first. */
const place = { url: URL_OF_FILE, line: 1, column: 153 };
const ownerOf = (owner: Pick<Owner, "kind" | "name" | "path">): Owner => nameOwnerAsWritten({ ...owner, place }, sources);

describe("code that was compiled in memory", () => {
  it("has its classes, fields and variables at the lines of their names", () => {
    expect(ownerOf({ kind: "field", name: "Hub", path: ["streams"] })).toMatchObject({ place: { line: 4, column: 8, ran: place }, declared: { line: 5 } });
    expect(ownerOf({ kind: "variable", name: "cache", path: [] })).toMatchObject({ place: { line: 7, column: 7, ran: place } });
  });

  it("has its functions at the lines of their names", () => {
    expect(nameWritten({ name: "fill", place }, sources).place).toMatchObject({ line: 8, column: 8 });
  });

  it("says of what has no name that the line is none of the file", () => {
    const unnamed = nameWritten({ name: "", place }, sources);
    expect(unnamed.place).toEqual({ ...place, isOutside: true });
    expect(describeWhere(unnamed.place, "/app")).toBe("src/hub.ts (no line of the file: 1:153 of what it was compiled to)");
    expect(ownerOf({ kind: "variable", name: "gone", path: [] }).place).toEqual({ ...place, isOutside: true });
  });

  it("leaves a place alone that the file has, and a file that cannot be read", () => {
    expect(nameWritten({ name: "", place: { ...place, column: 3 } }, sources).place).toEqual({ ...place, column: 3 });
    expect(nameWritten({ name: "", place: { ...place, url: "file:///gone.js" } }, sources).place).toEqual({ ...place, url: "file:///gone.js" });
  });
});
