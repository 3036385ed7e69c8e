import { describe, expect, it } from "vitest";

import { describePlace } from "../../src/facts/places.ts";
import { collectFieldUses } from "../../src/subjects/handle/field-uses.ts";
import { collectFieldResources } from "../../src/subjects/handle/fields.ts";
import { lifeOf } from "../../src/subjects/owner/lifecycle.ts";
import { collectResources } from "../../src/subjects/resource/resource.ts";
import { teardownRankOf } from "../../src/subjects/owner/teardown-names.ts";
import { factsOf, nodeOf } from "../support/file-facts.ts";

function fieldsOf(code: string): readonly string[] {
  const file = factsOf(code);
  return collectFieldResources(file, collectResources(file)).map(({ place }) => describePlace(place));
}

function usesOf(code: string, field: string): readonly string[] {
  const file = factsOf(code);
  const place = file.places.placeOf(nodeOf(file, field));
  if (place === undefined) throw new Error(`${field} is no place.`);
  return collectFieldUses(file, place, undefined).map((use) => `${use.kind}${use.isExact ? "" : "?"}`);
}

function lifeAt(code: string, field: string): ReturnType<typeof lifeOf> | undefined {
  const file = factsOf(code);
  const place = file.places.placeOf(nodeOf(file, field));
  return place === undefined ? undefined : lifeOf(file, place);
}

describe("the fields that keep a resource", () => {
  it("are members, closure variables and refs", () => {
    expect(fieldsOf("class A { start() { this.timer = setInterval(f, 1); } }")).toEqual(["this.timer"]);
    expect(fieldsOf("class A { #timer; start() { this.#timer = setInterval(f, 1); } }")).toEqual(["this.#timer"]);
    expect(fieldsOf("function make() { let timer; return () => { timer = setInterval(f, 1); }; }")).toEqual(["timer"]);
    expect(fieldsOf("function use() { const ref = useRef(); effect(() => { ref.current = setInterval(f, 1); }); }")).toEqual(["ref.current"]);
  });
  it("are filled by an initialiser, by a local variable and by a function that returns the handle", () => {
    expect(fieldsOf("class A { timer = on ? setInterval(f, 1) : null; }")).toEqual(["this.timer"]);
    expect(fieldsOf("class A { start() { const timer = setInterval(f, 1); this.timer = timer; } }")).toEqual(["this.timer"]);
    expect(fieldsOf("function make() { let timer; const arm = () => setInterval(f, 1); return () => { timer = arm(); }; }")).toEqual(["timer"]);
  });
  it("may have had the handle before", () => {
    expect(fieldsOf("class A { observer = new ResizeObserver(f); watch(e) { this.observer.observe(e); } }")).toEqual(["this.observer"]);
  });
  it("are not locals, and not what is handed on", () => {
    expect(fieldsOf("function poll() { const timer = setInterval(f, 1); stop(timer); }")).toEqual([]);
    expect(fieldsOf("class A { start() { this.timers.push(setInterval(f, 1)); } }")).toEqual([]);
  });
});

describe("the uses of a field", () => {
  it("are told apart", () => {
    const code = "class A { m() { this.f = make(); if (this.f) this.f.go(); this.f.close(); list.push(this.f); unknown(this.f); } }";
    expect(usesOf(code, "this.f")).toEqual(["write", "test", "member", "release", "register", "escape"]);
  });
  it("go through self, destructuring and local names", () => {
    expect(usesOf("class A { m() { const self = this; self.f.close(); const { f } = this; f.close(); } }", "self.f")).toEqual(["release", "release"]);
  });
  it("may be another object's", () => {
    expect(usesOf("class A { m() { this.f.go(); } } function end(a) { a.f.close(); }", "this.f")).toEqual(["member", "release?"]);
    expect(usesOf("class A { m() { this.f.go(); } } class B { m() { this.f.close(); } }", "this.f")).toEqual(["member"]);
  });
});

describe("the life of a field's owner", () => {
  it("ends by its fullest teardown", () => {
    expect(lifeAt("class A { m() { this.f; } stop() {} destroy() {} }", "this.f")?.teardown).toMatchObject({ name: "destroy", rank: "final" });
    expect(lifeAt("class A { m() { this.f; } stop() {} }", "this.f")?.teardown).toMatchObject({ name: "stop", rank: "pausing" });
    expect(lifeAt("class A { m() { this.f; } reset() {} }", "this.f")?.teardown).toBeUndefined();
    expect(lifeAt("class A { m() { this.f; } cleanup(id) {} }", "this.f")?.teardown).toBeUndefined();
  });
  it("reaches what the teardown calls", () => {
    expect(lifeAt("class A { m() { this.f; } destroy() { this.a(); } a() { [].forEach(() => b()); } } function b() {}", "this.f")?.reach.size).toBe(4);
  });
  it("does not reach a handler that the teardown removes", () => {
    expect(lifeAt("class A { m() { this.f; } destroy() { off(this.onMove); } onMove() {} }", "this.f")?.reach.size).toBe(1);
  });
  it("tells a teardown that releases from one that does nothing", () => {
    expect(lifeAt("class A { m() { this.f; } destroy() { this.g.close(); } }", "this.f")?.effort).toBe("releases");
    expect(lifeAt("class A { m() { this.f; } destroy() { this.gone = true; } }", "this.f")?.effort).toBe("works");
    expect(lifeAt("class A extends B { m() { this.f; } destroy() { super.destroy(); } }", "this.f")?.effort).toBe("none");
  });
  it("knows the hooks of frameworks that are missing", () => {
    expect(lifeAt("class A extends React.Component { m() { this.f; } }", "this.f")?.missingHook).toBe("componentWillUnmount");
    expect(lifeAt("class A extends Other { m() { this.f; } }", "this.f")?.missingHook).toBeUndefined();
  });
});

describe("teardown names", () => {
  it("have ranks", () => {
    const file = factsOf("");
    expect(["dispose", "_destroy", "closeInternal", "dispose_", "ngOnDestroy", "[dispose]"].map((name) => teardownRankOf(file, name))).toEqual(Array.from({ length: 6 }, () => "final"));
    expect(["stop", "disable", "stopClient"].map((name) => teardownRankOf(file, name))).toEqual(["pausing", "pausing", "pausing"]);
    expect(["clear", "reset", "start", "closeTab", undefined].map((name) => teardownRankOf(file, name))).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
