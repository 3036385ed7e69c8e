import { describe, expect, it } from "vitest";

import { collectCircles, collectOrderFaults } from "./layers.ts";
import { readSourceFiles } from "./source-files.ts";

const source = readSourceFiles("src");

describe("imports of src", () => {
  it("run one way through the folders", () => {
    expect(collectOrderFaults(source)).toEqual([]);
  });
  it("form no circle", () => {
    expect(collectCircles(source)).toEqual([]);
  });
});

describe("the check of the order", () => {
  const faultOf = (path: string, specifier: string): string => collectOrderFaults([{ path, text: `import "${specifier}";` }]).join();

  it("lets a folder import what stands to its right, itself, and the version from index and cli", () => {
    expect(faultOf("src/rules/no-x.ts", "../analyze-file.ts")).toBe("");
    expect(faultOf("src/subjects/key/sinks.ts", "../../syntax/tree.ts")).toBe("");
    expect(faultOf("src/flow/lower/try.ts", "../graph.ts")).toBe("");
    expect(faultOf("src/index.ts", "./version.ts")).toBe("");
    expect(faultOf("src/cli/main.ts", "../version.ts")).toBe("");
  });
  it("refuses the other direction", () => {
    expect(faultOf("src/flow/graph.ts", "../subjects/key/sinks.ts")).toBe("src/flow/graph.ts imports src/subjects/key/sinks.ts: `flow` stands to the right of `subjects`");
    expect(faultOf("src/analyze-file.ts", "./rules/index.ts")).toContain("`analyze-file` stands to the right of `rules`");
  });
  it("refuses siblings, unknown folders and a stray version", () => {
    expect(faultOf("src/flow/run.ts", "../facts/bounds.ts")).toContain("stand side by side");
    expect(faultOf("src/extras/run.ts", "../syntax/tree.ts")).toContain("`extras` has no place in the order");
    expect(faultOf("src/rules/no-x.ts", "../version.ts")).toContain("only `index` and `cli` read the version");
  });
  it("sees type imports, re-exports, import types and dynamic imports", () => {
    const texts = [`import type { A } from "../subjects/a.ts"`, `export * from "../subjects/a.ts"`, `let a: import("../subjects/a.ts").A`, `await import("../subjects/a.ts")`];
    for (const text of texts) expect(collectOrderFaults([{ path: "src/flow/b.ts", text }])).toHaveLength(1);
  });
});

describe("the check for circles", () => {
  it("names the files of a circle, type imports included", () => {
    const circle = [
      { path: "src/flow/a.ts", text: `import { b } from "./b.ts";` },
      { path: "src/flow/b.ts", text: `import { c } from "./c.ts";` },
      { path: "src/flow/c.ts", text: `import type { B } from "./b.ts";` },
    ];
    expect(collectCircles(circle)).toEqual(["src/flow/b.ts > src/flow/c.ts > src/flow/b.ts"]);
  });
  it("lets two files share a third", () => {
    const diamond = [
      { path: "src/flow/a.ts", text: `import "./b.ts"; import "./c.ts";` },
      { path: "src/flow/b.ts", text: `import "./d.ts";` },
      { path: "src/flow/c.ts", text: `import "./d.ts";` },
    ];
    expect(collectCircles(diamond)).toEqual([]);
  });
});
