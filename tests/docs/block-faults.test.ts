import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";

import { createRule, speaks, type ConfidenceOption } from "../../src/report/create-rule.ts";
import { collectBlockFaults, isLintable } from "./block-faults.ts";
import { readRulePage } from "./rule-page.ts";

/** Reports `bad` as certain and `dubious` as likely. */
const noBadName = createRule<"badName", [ConfidenceOption]>({
  name: "no-bad-name",
  meta: {
    type: "problem",
    docs: { description: "Disallow bad names", preset: "strict" },
    messages: { badName: "The name is bad." },
    schema: [{ type: "object", properties: { confidence: { type: "string", enum: ["certain", "likely"] } }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const { confidence } = context.options[0];
    return {
      "Identifier[name=/^(bad|dubious)$/]"(node: TSESTree.Identifier) {
        if (speaks(confidence, node.name === "bad" ? "certain" : "likely")) context.report({ node, messageId: "badName" });
      },
    };
  },
});

const faultsOf = (section: string, info: string, code: string): readonly string[] =>
  readRulePage(`## ${section}\n\n\`\`\`${info}\n${code}\n\`\`\`\n`)
    .blocks.filter(isLintable)
    .flatMap((block) => collectBlockFaults("no-bad-name", noBadName, block));

describe("a code block", () => {
  it("under Wrong is to be reported", () => {
    expect(faultsOf("Wrong", "js", "bad();")).toEqual([]);
    expect(faultsOf("Wrong", "ts", "good();")).toEqual(["line 4: is wrong, yet not reported"]);
  });
  it("under Right or When it stays silent is not", () => {
    expect(faultsOf("Right", "ts", "good();")).toEqual([]);
    expect(faultsOf("Right", "tsx", "good(<a />);\nbad();")).toEqual(["line 5: is reported: The name is bad."]);
    expect(faultsOf("When it stays silent", "ts", "bad();")).toHaveLength(1);
  });
  it("has the confidence its fence says", () => {
    expect(faultsOf("Wrong", "js", "dubious();")).toHaveLength(1);
    expect(faultsOf("Wrong", "js likely", "dubious();")).toEqual([]);
    expect(faultsOf("Right", "ts strict typed", "dubious();")).toHaveLength(1);
  });
  it("has to parse, with words after the fence that mean something", () => {
    expect(faultsOf("Right", "js", "good(")).toHaveLength(1);
    expect(faultsOf("Right", "ts lickely", "good();")).toEqual(["line 4: `lickely` after the fence means nothing"]);
  });
  it("of another language or section is left alone", () => {
    expect(faultsOf("Right", "sh", "bad(")).toEqual([]);
    expect(faultsOf("Options", "js", "bad();")).toEqual([]);
  });
});
