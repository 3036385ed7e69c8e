import { describe, expect, it } from "vitest";

import { collectGrabBags, collectLongFiles } from "./files.ts";
import { readSourceFiles } from "./source-files.ts";

const everything = ["src", "tests", "scripts", "examples"].flatMap(readSourceFiles);

describe("files", () => {
  it("have no more than 300 lines", () => {
    expect(collectLongFiles(everything)).toEqual([]);
  });
  it("and folders are named after what they know", () => {
    expect(collectGrabBags(everything)).toEqual([]);
  });
});

describe("the checks of files", () => {
  const file = (path: string, lines = 1): { path: string; text: string } => ({ path, text: "x;\n".repeat(lines) });

  it("allow 300 lines and refuse 301", () => {
    expect(collectLongFiles([file("src/a.ts", 300), file("src/b.ts", 301)])).toEqual(["src/b.ts has 301 lines"]);
  });
  it("refuse grab bags, and know src/types from types.ts", () => {
    expect(collectGrabBags([file("src/utils/a.ts"), file("src/flow/helpers.ts"), file("src/flow/types.ts"), file("src/types/silent.ts")])).toEqual([
      "src/utils/a.ts",
      "src/flow/helpers.ts",
      "src/flow/types.ts",
    ]);
  });
});
