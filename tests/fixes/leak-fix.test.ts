/** Which commits are taken to mend a leak: by what the subject says, and by the releases that come. */
import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";

const { kindOfSubject, productFiles, mendedFiles } = await loadScript("fixes/leak-fix.mjs");

describe("a subject", () => {
  it.each([
    ["Fix memory leak in the watcher", "leak"],
    ["fix: dispose listeners on unmount", "released-at-end"],
    ["Clear the interval when the socket closes", "released-at-end"],
    ["Remove stale event listeners", "thing-released"],
  ])("that mends a leak: %s", (subject, kind) => {
    expect(kindOfSubject(subject)).toBe(kind);
  });
  it.each([
    "Revert \"Fix memory leak\"",
    "Fix data leak between tenants",
    "Add a close method to the connection",
    "Do not close the socket on error",
    "feat: remove listeners on destroy",
    "Update dependencies",
    "Fix dialog that is not closed",
  ])("that does not: %s", (subject) => {
    expect(kindOfSubject(subject)).toBeUndefined();
  });
});

describe("the files of a commit", () => {
  it("are those of the product", () => {
    expect(productFiles(["src/a.ts", "README.md", "test/a.ts", "src/a.spec.ts", "dist/a.js", "lib/b.mjs"])).toEqual(["src/a.ts", "lib/b.mjs"]);
  });
  it("are none if there are many", () => {
    expect(productFiles(Array.from({ length: 7 }, (_, index) => `src/${String(index)}.ts`))).toEqual([]);
  });
});

describe("what a commit mends", () => {
  const patch = (...lines: string[]): string => ["a b", "--- a/x.ts", "+++ b/x.ts", "@@ -3 +3,2 @@ f", ...lines].join("\n");

  it("is a file that gains a release, with the places before", () => {
    expect(mendedFiles([{ file: "x.ts", patch: patch("-  stop();", "+  stop();", "+  clearInterval(timer);") }])).toEqual([expect.objectContaining({ file: "x.ts", hunks: [[3, 1]] })]);
    expect(mendedFiles([{ file: "x.ts", patch: `${patch("+  x.close();")}\n@@ -9,0 +11,4 @@\n+  y();` }])).toEqual([expect.objectContaining({ hunks: [[3, 1], [9, 0]] })]);
  });
  it("is nothing where a release only moves, or goes", () => {
    expect(mendedFiles([{ file: "x.ts", patch: patch("-  clearInterval(timer);", "+  clearInterval(this.timer);") }])).toEqual([]);
    expect(mendedFiles([{ file: "x.ts", patch: patch("-  socket.destroy();") }])).toEqual([]);
    expect(mendedFiles([{ file: "x.ts", patch: patch("+  x.close();") }, { file: "y.ts", patch: patch("-  x.close();") }])).toEqual([]);
  });
  it("leaves out files that gain none, and changes of everything", () => {
    expect(mendedFiles([{ file: "x.ts", patch: patch("+  x.close();") }, { file: "y.ts", patch: patch("+  x.open();") }]).map(({ file }: { file: string }) => file)).toEqual(["x.ts"]);
    expect(mendedFiles([{ file: "x.ts", patch: patch(...Array.from({ length: 401 }, () => "+  x.close();")) }])).toEqual([]);
  });
});
