/** How what a factory keeps ends, and what it costs a file to know that of each of its factories. */
import { describe, expect, test } from "vitest";

import type { FileFacts } from "../../src/facts/file-facts.ts";
import { lifeOf, NO_LIFE, type Life } from "../../src/subjects/owner/lifecycle.ts";
import { factsOf } from "../support/file-facts.ts";

/** The life of what the variable of that name belongs to. */
function lifeOfVariable(file: FileFacts, name: string): Life {
  const variable = file.variables.declared.find((declared) => declared.name === name);
  if (variable === undefined) throw new Error(`${name} is not declared`);
  return lifeOf(file, file.places.placeOfVariable(variable));
}

/** A list that counts how often one of its items is read. */
function counted<Item extends object>(items: readonly Item[], count: () => void): readonly Item[] {
  return new Proxy(items, { get: (target, key) => (typeof key === "string" && /^\d+$/.test(key) && count(), Reflect.get(target, key) as unknown) });
}

/** How many functions and calls are gone through to know the teardowns of all factories of a file. */
function costOfLives(factories: number): number {
  const make = (index: number): string => `function make${String(index)}(dial) { const line${String(index)} = dial(); return { send() { line${String(index)}.send(); }, stop() { line${String(index)}.close(); } }; }`;
  const facts = factsOf(Array.from({ length: factories }, (_, index) => make(index)).join("\n"));
  let reads = 0;
  const count = (): void => void (reads += 1);
  const { all, ...functions } = facts.functions;
  const file: FileFacts = { ...facts, functions: { ...functions, all: counted(all, count) }, nodes: { ...facts.nodes, calls: counted(facts.nodes.calls, count), functions: counted(facts.nodes.functions, count) } };
  for (let index = 0; index < factories; index++) expect(lifeOfVariable(file, `line${String(index)}`).teardown?.name).toBe("stop");
  return reads;
}

describe("the life of what a factory keeps", () => {
  test("costs a file with ten times the factories ten times as much", () => {
    expect(costOfLives(100)).toBe(10 * costOfLives(10));
  });

  test("ends with the function of that factory which is handed out for it, and not with that of another", () => {
    const file = factsOf("function one(dial) { const line = dial(); return { stop() { line.close(); } }; } function other(dial) { const wire = dial(); return { dispose() { wire.close(); } }; }");
    expect([lifeOfVariable(file, "line"), lifeOfVariable(file, "wire")].map(({ teardown, effort }) => [teardown?.name, effort])).toEqual([["stop", "releases"], ["dispose", "releases"]]);
  });

  test("ends with the hook of its scope, in whichever function around it that was asked for", () => {
    const file = factsOf("function useLine(dial) { const line = dial(); onScopeDispose(() => line.close()); function inner() { const wire = dial(); return wire; } return inner; }");
    expect([lifeOfVariable(file, "line").teardown?.rank, lifeOfVariable(file, "wire").teardown]).toEqual(["final", undefined]);
  });

  test("has no end where nothing in the factory is one", () => {
    const { teardown, effort, isOpaque, reach } = lifeOfVariable(factsOf("function make(dial) { const line = dial(); return { send() { line.send(); } }; }"), "line");
    expect([teardown, effort, isOpaque, reach.size]).toEqual([undefined, "none", false, 0]);
  });

  test("is nobody's where the place is none of the file's", () => {
    const file = factsOf("line.send();");
    const [member] = file.nodes.members;
    const place = member === undefined ? undefined : file.places.placeOf(member.object);
    expect(place === undefined ? undefined : lifeOf(file, place)).toBe(NO_LIFE);
  });
});
