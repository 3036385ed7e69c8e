/** What is filled over and over and does not grow; and of what nothing is known. */
import { beforeAll, describe, expect, it } from "vitest";

import { describeGrowth, nameOfOwner } from "../../src/cli/heap/describe-growth.ts";
import { withoutFew, type HeapGrowth } from "../../src/heap/growth.ts";
import { compareShots, takeSnapshots } from "./grown.ts";

const PROGRAM = `
const ring = new Map(); const still = new Map(); const passing = new Map(); const growing = new Map();
let turn = 0;
for (let n = 0; n < 12; n += 1) still.set("still" + n, { n });
function round() {
  const key = "key" + (turn += 1);
  ring.set(key, { key });
  if (ring.size > 12) ring.delete(ring.keys().next().value);
  passing.set(key, { key }); passing.delete(key);
  growing.set(key, { key });
}
globalThis.read = () => [ring, still, passing, growing];
`;

describe("what does not grow", () => {
  let growth: HeapGrowth;
  beforeAll(async () => {
    growth = await compareShots(takeSnapshots(PROGRAM));
  }, 240_000);

  const find = (name: string) => growth.steady.find(({ owner }) => nameOfOwner(owner) === name);

  it("is steady where its entries are others from snapshot to snapshot", () => expect(find("variable ring")).toMatchObject({ counts: [12, 12, 12], fresh: 12 }));

  it("is not told where nothing was put in, or where nothing is in it when a snapshot is taken", () => {
    expect(find("variable still")).toBeUndefined();
    expect(find("variable passing")).toBeUndefined();
  });

  it("is named among what is left out where it grows by too little", () => {
    const few = withoutFew(growth, 200);
    expect(few).toMatchObject({ places: [], few: [{ counts: [40, 80, 120] }] });
    expect(describeGrowth(few, "/")).toBe("Nothing else of the program grows. Left out: 1 that grows by too little to tell it from what a snapshot leaves behind (variable growing); a longer time between the snapshots does.\n");
    expect(withoutFew(growth, 80)).toMatchObject({ places: growth.places, few: [] });
  });

  it("does not hold what grows", () => {
    expect(find("variable growing")).toBeUndefined();
    expect(growth.places.map(({ owner }) => nameOfOwner(owner))).toContain("variable growing");
  });
});
