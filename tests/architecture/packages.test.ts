import { describe, expect, it } from "vitest";

import { collectPackageFaults } from "./packages.ts";
import { readSourceFiles } from "./source-files.ts";

describe("packages in src", () => {
  it("are imported only where they may be", () => {
    expect(collectPackageFaults(readSourceFiles("src"))).toEqual([]);
  });
});

describe("the check of packages", () => {
  const faultOf = (path: string, text: string): string => collectPackageFaults([{ path, text }]).join();

  it("allows types of typescript-eslint everywhere, and those of TypeScript in types", () => {
    expect(faultOf("src/rules/no-x.ts", `import type { TSESTree } from "@typescript-eslint/utils";`)).toBe("");
    expect(faultOf("src/types/checker.ts", `import type ts from "typescript";`)).toBe("");
    expect(faultOf("src/flow/graph.ts", `import type ts from "typescript";`)).toContain("only `types` asks");
  });
  it("refuses them at run time, but for the parser that the command looks for", () => {
    expect(faultOf("src/rules/no-x.ts", `import { AST_NODE_TYPES } from "@typescript-eslint/utils";`)).toContain("may be missing");
    expect(faultOf("src/rules/no-x.ts", `import { type TSESTree } from "@typescript-eslint/utils";`)).toContain("may be missing");
    expect(faultOf("src/types/checker.ts", `import ts from "typescript";`)).toContain("may be missing");
    expect(faultOf("src/cli/parser.ts", `import parser from "@typescript-eslint/parser";`)).toContain("may be missing");
    expect(faultOf("src/cli/parser.ts", `await import("@typescript-eslint/parser");`)).toBe("");
  });
  it("keeps Node and ESLint in the command", () => {
    expect(faultOf("src/keys/sinks.ts", `import path from "node:path";`)).toContain("only `cli` needs Node");
    expect(faultOf("src/keys/sinks.ts", `import path from "path";`)).toContain("only `cli` needs Node");
    expect(faultOf("src/presets.ts", `import { ESLint } from "eslint";`)).toContain("no dependency at run time");
    expect(faultOf("src/presets.ts", `import type { ESLint } from "eslint";`)).toBe("");
    expect(faultOf("src/cli/main.ts", `import path from "node:path"; import { ESLint } from "eslint";`)).toBe("");
  });
});
