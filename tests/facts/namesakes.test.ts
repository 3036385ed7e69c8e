/** What it costs to know the members and writes of each of many places whose last name is the same. */
import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, test } from "vitest";

import type { FileFacts } from "../../src/facts/file-facts.ts";
import { buildMentions } from "../../src/facts/mentions.ts";
import type { Place, Places } from "../../src/facts/places.ts";
import { buildStores } from "../../src/facts/stores.ts";
import { factsOf } from "../support/file-facts.ts";

const classes = (count: number): FileFacts => factsOf(Array.from({ length: count }, (_, index) => `class C${String(index)} { start() { this.line = dial(); } stop() { this.line.close(); } }`).join("\n"));

/** The place of the field of each class. */
const fieldsOf = ({ nodes, places }: FileFacts): Place[] => nodes.classes.map((owner) => places.memberOf(places.placeOfOwner(owner, false), "line"));

function counted({ places }: FileFacts): { readonly places: Places; readonly asked: () => number } {
  let asked = 0;
  const count = <Given, Answer>(ask: (given: Given) => Answer) => (given: Given): Answer => ((asked += 1), ask(given));
  return { places: { ...places, placeOf: count((node: TSESTree.Node) => places.placeOf(node)), writtenPlaceOf: count((node: TSESTree.Node) => places.writtenPlaceOf(node)) }, asked: () => asked };
}

function costOfMentions(count: number): number {
  const file = classes(count);
  const { places, asked } = counted(file);
  const mentions = buildMentions([], file.variables.declared, file.nodes, places);
  for (const place of fieldsOf(file)) expect(mentions.membersAt(place)).toHaveLength(2);
  return asked();
}

function costOfStores(count: number): number {
  const file = classes(count);
  const { places, asked } = counted(file);
  const stores = buildStores(file.nodes, places);
  for (const place of fieldsOf(file)) expect(stores.storesTo(place)).toHaveLength(1);
  return asked();
}

describe("ten times the places of one name", () => {
  test("cost ten times as much to find their members", () => {
    expect(costOfMentions(100)).toBe(10 * costOfMentions(10));
  });

  test("cost ten times as much to find their writes", () => {
    expect(costOfStores(100)).toBe(10 * costOfStores(10));
  });
});

describe("a member of the same name", () => {
  test("is none of a place that another object has, and of none where nobody knows whose it is", () => {
    const file = factsOf("class One { stop() { this.line.close(); } } class Other { stop() { this.wire.close(); } } make().line.close();");
    const [one, other] = fieldsOf(file).map((place) => file.mentions.membersAt(place).length);
    expect([one, other]).toEqual([1, 0]);
  });
});
