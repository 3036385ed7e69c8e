import { describe, expect, it } from "vitest";

import { collectListenerCalls } from "../../src/subjects/listener/listener-calls.ts";
import { compareListeners, freshnessOf } from "../../src/subjects/listener/listener-identity.ts";
import { compareCalls } from "../../src/subjects/listener/listener-match.ts";
import { factsOf, nodeOf } from "../support/file-facts.ts";

const compared = (code: string): ReturnType<typeof compareCalls> => {
  const file = factsOf(code);
  const { added: [added], removed: [removed] } = collectListenerCalls(file);
  if (added === undefined || removed === undefined) throw new Error("The code adds and removes no listener.");
  const { target, event, listener, third } = compareCalls(file, added, removed);
  return { target, event, listener, third };
};

describe("two listener calls", () => {
  it("agree where they repeat all parts", () => {
    expect(compared(`const f = () => 1; window.addEventListener("x", f, true); removeEventListener("x", f, { capture: true });`)).toEqual({ target: "same", event: "same", listener: "same", third: "same" });
  });
  it("differ in what both write down", () => {
    expect(compared(`const f = () => 1; window.addEventListener("x", f); document.removeEventListener("y", () => 2, true);`)).toEqual({ target: "different", event: "different", listener: "different", third: "different" });
  });
  it("are not compared where a part comes from outside", () => {
    const comparison = compared(`export function swap(a, b, e, f, g, o) { a.addEventListener(e, f, o); b.removeEventListener("x", g); }`);
    expect(comparison).toEqual({ target: "unknown", event: "unknown", listener: "unknown", third: "unknown" });
  });
  it("may name the target first", () => {
    expect(compared(`const f = () => 1; on(window, "x", f); off(window, "x", f);`)).toMatchObject({ target: "same", event: "same", listener: "same" });
  });
  it("are open where arguments are spread", () => {
    expect(compared(`const f = () => 1; bus.on("x", f); bus.off(...given);`)).toMatchObject({ target: "same", event: "unknown", listener: "unknown" });
  });
});

describe("a function", () => {
  it.each([
    ["() => 1", "function"],
    ["f.bind(null)", "bind"],
    ["debounce(f)", "wrapper"],
    ["make(1)", "factory"],
    ["run()", "nothing"],
    ["given()", undefined],
    ["f", undefined],
  ])("%s is made in place: %s", (text, freshness) => {
    const file = factsOf(`import { given } from "m"; function f() { return 2; } const make = (n) => () => n; function run() { f(); } use(${text});`);
    const call = nodeOf(file, `use(${text})`);
    const argument = call.type === "CallExpression" ? call.arguments[0] : undefined;
    expect(argument && freshnessOf(file, argument)).toBe(freshness);
  });
  it("is the same under an alias and unknown from outside", () => {
    const file = factsOf(`import { track } from "m"; const f = () => 1; const g = f; const h = track(f); use(f, g, h);`);
    const call = nodeOf(file, "use(f, g, h)");
    const [f, g, h] = call.type === "CallExpression" ? call.arguments : [];
    if (f === undefined || g === undefined || h === undefined) throw new Error("The call has no three arguments.");
    expect([compareListeners(file, f, g), compareListeners(file, f, h)]).toEqual(["same", "unknown"]);
  });
});
