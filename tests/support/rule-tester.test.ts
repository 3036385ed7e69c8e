import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";

import { createRule } from "../../src/report/create-rule.ts";
import { collectCaseFaults, describeRule } from "./rule-tester.ts";
import type { CaseOptions } from "./lint-case.ts";
import { collectWordingFaults } from "./wording-faults.ts";

/** Reports every read of a name that starts with `bad`, and suggests another name. */
const noBadName = createRule<"badName" | "rename", [{ newName: string }]>({
  name: "no-bad-name",
  meta: {
    type: "problem",
    docs: { description: "Disallow bad names", preset: "strict" },
    hasSuggestions: true,
    messages: { badName: "`{{name}}` is bad ({{type}}).", rename: "Rename it." },
    schema: [{ type: "object", properties: { newName: { type: "string" } }, additionalProperties: false }],
    defaultOptions: [{ newName: "good" }],
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const typeOf = (node: TSESTree.Node): string => {
      if (!services?.program || !services.getTypeAtLocation) return "unknown";
      return services.program.getTypeChecker().typeToString(services.getTypeAtLocation(node));
    };
    return {
      "ExpressionStatement > Identifier[name=/^bad/]"(node: TSESTree.Identifier) {
        const name = context.options[0].newName;
        context.report({
          node,
          messageId: "badName",
          data: node.name === "badData" ? {} : { name: node.name, type: typeOf(node) },
          suggest: [{ messageId: "rename", fix: (fixer) => fixer.replaceText(node, name) }],
        });
      },
    };
  },
});

describeRule("no-bad-name", noBadName, ({ valid, invalid }) => {
  valid("a good name", "good;");
  valid("a bad name that is called", "bad();");
  invalid("a bad name", `
    good;
    bad; // error: badName "\`bad\` is bad (unknown)"
  `, { suggestions: [{ messageId: "rename", output: `
    good;
    good;
  ` }] });
  invalid("two on a line, without types", `
    bad as string; bad2; bad3; // error: badName "bad2" error: badName "bad3"
  `, { options: { newName: "better" } });
  invalid("with types of the library", `
    declare const bad: Map<string, Promise<void>>;
    bad; // error: badName "Map<string, Promise<void>>"
  `, { typed: true, options: { newName: "undefined" } });
  invalid("with types of Node", `
    import { createServer } from "node:http";
    const bad = createServer();
    bad; // error: badName "(Server<typeof IncomingMessage, typeof ServerResponse>)"
  `, { typed: true, options: { newName: "undefined" } });
  invalid("with types of a virtual package", `
    import { Lock } from "lock-package";
    const bad = new Lock();
    bad; // error: badName "(Lock)"
  `, { typed: true, options: { newName: "undefined" }, files: { "node_modules/lock-package/index.d.ts": "export class Lock { close(): void }" } });
  invalid("in JSX", `
    const view = <div>{1}</div>;
    bad; /* error: badName "bad" */
  `, { language: "tsx", settings: { any: 1 } });
});

describe("the case helper fails", () => {
  const faultsOf = (code: string, options: CaseOptions = {}): string =>
    collectCaseFaults({ name: "no-bad-name", rule: noBadName, code, options, parser: options.typed === true ? "typed" : "typescript" }).join("\n");

  it("on a report without a comment", () => {
    expect(faultsOf("bad;")).toBe('line 1: not expected: badName "`bad` is bad (unknown)."');
  });
  it("on a comment without a report", () => {
    expect(faultsOf('good; // error: badName "bad"')).toBe('line 1: not reported: badName "bad"');
  });
  it("on another line, message id or text", () => {
    expect(faultsOf('good; // error: badName "bad"\nbad;')).toContain("line 2: not expected");
    expect(faultsOf('bad; // error: worseName "bad"')).toContain("not reported: worseName");
    expect(faultsOf('bad; // error: badName "is good"')).toContain('not reported: badName "is good"');
  });
  it("on an expectation without a text", () => {
    expect(() => faultsOf("bad; // error: badName")).toThrow('Line 1: write `error: messageId "text fragment"`');
  });
  it("on code that does not parse", () => {
    expect(faultsOf("bad bad")).toContain("the case does not parse");
  });
  it("on a report that reads badly", () => {
    expect(collectWordingFaults("`lock` acquired here is not released when `validate()` throws (line 14).")).toEqual([]);
    for (const message of ["the lock stays.", "The lock stays", "The lock stays..", "The undefined stays.", "The  lock stays.", "The `lock stays."]) {
      expect(collectWordingFaults(message), message).toHaveLength(1);
    }
  });
  it("on a placeholder without data", () => {
    expect(faultsOf('badData; // error: badName "is bad"')).toContain("gives no data for {{name}}");
  });
  it("on a suggestion that changes nothing, does not parse, does not help or adds a type error", () => {
    expect(faultsOf('bad; // error: badName ""', { options: { newName: "bad" } })).toContain("changes nothing");
    expect(faultsOf('bad; // error: badName ""', { options: { newName: "1 +" } })).toContain("does not parse");
    expect(faultsOf('bad; // error: badName ""', { options: { newName: "bad2" } })).toContain("does not silence the report");
    expect(faultsOf('declare const bad: 1; bad; // error: badName ""', { typed: true })).toContain("adds the type error TS2304 Cannot find name 'good'.");
  });
  it("on suggestions other than those listed", () => {
    const job = { name: "no-bad-name", rule: noBadName as never, code: 'bad; // error: badName ""', options: {}, parser: "typescript" as const };
    expect(collectCaseFaults(job, [{ messageId: "rename", output: "good;" }])).toEqual([]);
    expect(collectCaseFaults(job, [{ messageId: "rename", output: "great;" }])[0]).toContain("the output of suggestion 1, rename, is");
    expect(collectCaseFaults(job, [])[0]).toContain("suggestion 1 is not expected");
  });
});
