import { describe, expect, it } from "vitest";

import { createRule } from "../../src/report/create-rule.ts";
import { collectMessageFaults, collectMetaFaults, collectOptionFaults } from "./rule-faults.ts";

const confidence = { enum: ["certain", "likely"], description: "How sure a verdict is." };

describe("a rule's metadata", () => {
  const faultsOf = (name: string, description: string): readonly string[] => {
    const { meta } = createRule({
      name,
      meta: { type: "problem", docs: { description, preset: "strict" }, messages: { seen: "Seen." }, schema: [], defaultOptions: [] },
      create: () => ({}),
    });
    return collectMetaFaults("no-unreleased-resource", meta);
  };

  it("passes in the house's form", () => {
    expect(faultsOf("no-unreleased-resource", "Require every resource to be released")).toEqual([]);
  });
  it("fails with another opening, with a full stop, and under another name", () => {
    expect(faultsOf("no-unreleased-resource", "Finds leaks")).toHaveLength(1);
    expect(faultsOf("no-unreleased-resource", "Disallow leaks.")).toHaveLength(1);
    expect(faultsOf("no-leak", "Disallow leaks")).toEqual(["docs.url leads to its page: the `name` given to createRule is that of the file"]);
    expect(collectMetaFaults("unreleasedResource", { type: "problem", messages: {}, schema: [] })).toHaveLength(4);
  });
});

describe("a rule's options", () => {
  const faultsOf = (properties: object, defaults: object): readonly string[] =>
    collectOptionFaults({ schema: [{ type: "object", properties: { ...properties }, additionalProperties: false }], defaultOptions: [defaults] });

  it("pass with confidence, descriptions and defaults", () => {
    expect(faultsOf({ confidence }, { confidence: "certain" })).toEqual([]);
  });
  it("fail without one of them", () => {
    expect(faultsOf({}, {})).toEqual(["it takes the option `confidence`"]);
    expect(faultsOf({ confidence, checkAll: { type: "boolean" } }, { confidence: "certain", checkAll: false })).toEqual(["the option `checkAll` has a description"]);
    expect(faultsOf({ confidence }, {})).toEqual(["the option `confidence` has a default"]);
    expect(collectOptionFaults({ schema: [] })).toEqual(["its schema is one object without additional properties"]);
  });
});

describe("a rule's messages", () => {
  const faultsOf = (text: string, id = "releaseMissing"): readonly string[] => collectMessageFaults("no-leak", { [id]: text });

  it("pass as statements, code in backticks", () => {
    expect(faultsOf("Nothing releases `{{resource}}`.")).toEqual([]);
    expect(faultsOf("`{{resource}}` is not released when {{path}}.")).toEqual([]);
    expect(faultsOf("{{resource}} stays open: `!open` and `may()` are code.")).toEqual([]);
  });
  it.each([
    ["a small letter", "nothing releases it."],
    ["no full stop", "Nothing releases it"],
    ["a hedge", "It might leak."],
    ["a plea", "Please release it."],
    ["a shout", "It leaks!."],
    ["the rule's name", "See no-leak."],
    ["code in quotes", "Nothing releases '{{resource}}'."],
    ["an open backtick", "Nothing releases `{{resource}}."],
    ["spaces in a placeholder", "Nothing releases `{{ resource }}`."],
  ])("fail with %s", (_, text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });
  it("fail under an id that says nothing", () => {
    for (const id of ["default", "unexpected", "error", "Release", "release-missing"]) expect(faultsOf("Fine.", id)).toHaveLength(1);
  });
});
