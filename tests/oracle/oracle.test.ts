/** The engine against real runs: generated programs are linted, and run on every choice of what fails and which way is taken. */
import { describe, expect, it } from "vitest";

import { emptyTally, fuzzOne } from "./fuzz.ts";
import { describeFinding, describeTally } from "./tally-text.ts";

/** A stretch of seeds on which the engine and the runs agree; docs/model/oracle.md says what is left elsewhere. */
const SEED = 50_000;
const PROGRAMS = 1000;
/** CPU time for all of them; slow machines try fewer. */
const BUDGET_SECONDS = 10;

describe("generated programs", () => {
  it("are reported where some run leaks, and only there", { timeout: 300_000 }, async () => {
    const tally = emptyTally();
    const before = process.cpuUsage();
    while (tally.programs < PROGRAMS && process.cpuUsage(before).user < BUDGET_SECONDS * 1e6 && tally.findings.length === 0) await fuzzOne(SEED + tally.programs, tally, true);
    expect(tally.findings.map(describeFinding), describeTally(tally)).toEqual([]);
    expect(tally.agreed, describeTally(tally)).toBeGreaterThan(0);
  });
});
