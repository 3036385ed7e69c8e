/** Bundles without a source map: what a minifier leaves tells classes, fields, variables and functions of the sources, and nothing is told that it does not. */
import { describe, expect, it } from "vitest";

import { BundledSources } from "../../src/heap/bundled-sources.ts";
import type { GrowingPlace, HeapGrowth } from "../../src/heap/growth.ts";
import type { GrowingObjects } from "../../src/heap/growing-objects.ts";
import type { Owner } from "../../src/heap/owner.ts";
import { Sources } from "../../src/heap/sources.ts";
import { nameUnmapped } from "../../src/heap/unmapped-names.ts";

const HUB = `import { connect } from "./connect.ts";

/** Keeps "rooms" => and streams. */
export class Hub extends Base {
  readonly rooms = new Map<string, Room>();
  #names: string[] = [];
  #streams = new Map<string, Stream>();

  enter(key: string): void {
    this.rooms.set(key, connect.open("room"));
    this.#names.push(key);
    this.#streams.set(key, connect.open("stream"));
  }

  leave(key: string): void {
    this.rooms.delete(key);
  }
}
`;
const POLL = `const seen = new Set<string>(), gone: string[] = [];

export function poll(source: Source): void {
  source.on("data", (item: Item): void => {
    seen.add(item.id);
    gone.push(item.name);
  });
  setInterval(() => source.refresh(seen.size), 1000);
}
`;
const BUNDLE = `class t extends a{rooms=new Map;#t=[];#e=new Map;enter(e){this.rooms.set(e,n.open("room")),this.#t.push(e),this.#e.set(e,n.open("stream"))}leave(e){this.rooms.delete(e)}}const o=new Set,i=[];function r(e){e.on("data",e=>{o.add(e.id),i.push(e.name)}),setInterval(()=>e.refresh(o.size),1e3)}r(new s);
`;
const SOURCES = { "/app/src/hub.ts": HUB, "/app/src/poll.ts": POLL };
const RAN = "/app/out/app.js";

const placeOf = (text: string) => ({ url: RAN, line: 1, column: BUNDLE.indexOf(text) + 1 });

function name(grown: { readonly owner?: Owner; readonly objects?: GrowingObjects }, sources: Record<string, string> = SOURCES, isSource = false): HeapGrowth {
  const series = { counts: [1, 20, 40], isRoom: false };
  const places: GrowingPlace[] = grown.owner === undefined ? [] : [{ ...series, owner: grown.owner, collection: "map", collections: 1, contents: [], way: [] }];
  const loose = grown.objects === undefined ? [] : [{ ...series, ...grown.objects, holders: [] }];
  const growth: HeapGrowth = { snapshots: 3, places, loose, steady: [], ofRuntime: 0, unnamed: 0, few: [] };
  const reader = { read: (url: string) => (url === RAN ? BUNDLE : undefined), resolve: (reference: string) => reference };
  return nameUnmapped(growth, new BundledSources(new Map(Object.entries(sources))), { sources: new Sources(reader), isSource: () => isSource });
}

const ownerOf = (owner: Owner, sources?: Record<string, string>, isSource?: boolean) => name({ owner }, sources, isSource).places[0]?.owner;
const functionAt = (text: string, sources?: Record<string, string>) => name({ objects: { isFunction: true, name: "", place: placeOf(text), counts: [], isRoom: false } }, sources).loose[0]?.place;

const FIELD: Owner = { kind: "field", name: "t", path: ["#e", "[]"], place: placeOf("class t") };

describe("what a bundle without a map is told of its sources", () => {
  it.each([
    ["rooms", "rooms", 5],
    ["#t", "#names", 6],
    ["#e", "#streams", 7],
  ])("the field %s is %s", (field, written, line) => {
    expect(ownerOf({ ...FIELD, path: [field, "[]"] })).toMatchObject({ name: "Hub", path: [written, "[]"], place: { url: "/app/src/hub.ts", line: 4, column: 8, ran: placeOf("class t") }, declared: { line } });
  });

  it("what its class inherits has no line of its own", () => {
    expect(ownerOf({ ...FIELD, path: ["_events", "change"] })).toMatchObject({ name: "Hub", place: { line: 4 }, declared: undefined });
  });

  it.each([["o", "o=new", "seen", 7], ["i", "i=[]", "gone", 33]])("the variable %s", (short, text, written, column) => {
    expect(ownerOf({ kind: "variable", name: short, path: [], place: placeOf(text) })).toMatchObject({ name: written, place: { url: "/app/src/poll.ts", line: 1, column } });
  });

  it("instances and functions", () => {
    expect(name({ objects: { isFunction: false, name: "t", place: placeOf("class t"), counts: [], isRoom: false } }).loose[0]).toMatchObject({ name: "Hub", place: { line: 4 } });
    expect(functionAt("e=>{")).toMatchObject({ url: "/app/src/poll.ts", line: 4, column: 21 });
    expect(functionAt("()=>e.refresh")).toMatchObject({ url: "/app/src/poll.ts", line: 8, column: 15 });
  });
});

describe("what stays as it ran", () => {
  const OTHER = { "/app/src/other.ts": 'export class Other {\n  rooms = new Map();\n  enter(key) { this.rooms.set(key, connect.open("room")); this.rooms.get(key).close(); }\n  end() { this.rooms.clear(); this.names.sort(); this.socket.destroy(); }\n}\n' };

  it("is all where the sources are those of another program", () => {
    expect(ownerOf(FIELD, {})).toEqual(FIELD);
    expect(ownerOf(FIELD, { "/app/src/poll.ts": POLL })).toEqual(FIELD);
    expect(ownerOf(FIELD, OTHER)).toEqual(FIELD);
    expect(functionAt("e=>{", OTHER)).toEqual(placeOf("e=>{"));
  });

  it("is a field of two classes that are alike", () => expect(ownerOf(FIELD, { ...SOURCES, "/app/src/copy.ts": HUB })).toEqual(FIELD));

  it("is a private field that nothing tells from others", () => {
    const unlike = HUB.replace("#names: string[] = [];", "#names: string[] = [];\n  #more = 1;").replaceAll("this.#streams", "this.get(this).#streams");
    expect(ownerOf({ ...FIELD, path: ["#x"] }, { "/app/src/hub.ts": unlike })?.path).toEqual(["#x"]);
  });

  it("is a function where another number of them stands at its place", () => {
    const more = POLL.replace("setInterval(() => ", "setInterval(() => () => ");
    expect(functionAt("()=>e.refresh", { "/app/src/poll.ts": more })).toEqual(placeOf("()=>e.refresh"));
  });

  it("is a place at which no variable of the name stands", () => {
    const owner: Owner = { kind: "variable", name: "zz", path: [], place: placeOf("o=new") };
    expect(ownerOf(owner)).toEqual(owner);
  });

  it("is what is a source itself", () => expect(ownerOf(FIELD, SOURCES, true)).toEqual(FIELD));
});
