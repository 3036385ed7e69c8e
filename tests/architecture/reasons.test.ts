/** The list of reasons: whatever the bench can decide by stands there, with a rule that reports it. */
import { existsSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { REASONS } from "../../src/bench/reasons.ts";
import { rules } from "../../src/rules/index.ts";
import { readSourceFiles } from "./source-files.ts";

describe("the list of reasons", () => {
  it("has every reason of the folder, once", () => {
    const written = readSourceFiles("src").filter(({ path }) => path.startsWith("src/bench/reasons/")).flatMap(({ text }) => [...text.matchAll(/(?:: Reason<[^=]*= (?:\w+(?:<\w+>)?\()*\{\s*id: |: reasonOf\()"(?<id>[^"]+)"/g)].map(({ groups }) => groups?.id));
    expect(REASONS.map(([{ id }]) => id).sort()).toEqual(written.sort());
  });

  it("names rules that there are", () => expect(REASONS.map(([, rule]) => rule).filter((rule) => !(rule in rules))).toEqual([]));

  it("asks what stands in the file of its id, each once", () => {
    for (const [{ asks }] of REASONS) {
      const ids = asks.map(({ id }) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(ids.filter((id) => !existsSync(id.startsWith("proof/") ? `src/${id.replace("proof/", "proofs/")}.ts` : `src/evidence/${id}.ts`))).toEqual([]);
    }
  });
});
