import { describe, expect, test } from "vitest";

import { pairs } from "../../src/catalogue/catalogue.ts";
import { collectReports, UNSEEN } from "./example-reports.ts";

describe.each(pairs.map((pair) => [pair.id, pair] as const))("the resource rules on the examples of %s", (id, pair) => {
  test("report the leaking one", { fails: UNSEEN.has(id) }, () => {
    expect(collectReports(pair, "leaking")).not.toEqual([]);
  });

  test("do not report the clean one", () => {
    expect(collectReports(pair, "clean")).toEqual([]);
  });
});
