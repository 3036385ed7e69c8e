/** A hearing asks each question once, keeps what was said, and knows unknown from no. */
import { describe, expect, it } from "vitest";

import type { Candidate } from "../../src/candidates/candidate.ts";
import { Hearing } from "../../src/bench/hearing.ts";
import { collectLeftOpen, isLeftOpen } from "../../src/bench/open-candidates.ts";
import { leaveToOther } from "../../src/bench/one-report.ts";
import { answersOf, hear, type Reason } from "../../src/bench/reason.ts";
import type { Answer, Basis, Evidence } from "../../src/evidence/evidence.ts";
import type { FileFacts } from "../../src/facts/file-facts.ts";
import type { Proof } from "../../src/proofs/proof.ts";

const file = {} as FileFacts;
const candidateAt = (): Candidate => ({ node: {} as Candidate["node"] });

function evidenceOf(level: "yes" | "no" | "unknown", basis: Basis = "shown"): Evidence<Candidate, "yes" | "no"> & { asked: number } {
  const evidence = {
    id: "outlives/target" as const,
    asks: "Does it?",
    levels: { yes: ["it does", "leak"], no: ["it does not", "no leak"] } as const,
    asked: 0,
    ask: (): Answer<"yes" | "no"> => {
      evidence.asked += 1;
      return { level, basis };
    },
  };
  return evidence;
}

function proofOf(holds: boolean): Proof {
  return { id: "proof/some", says: "it is so", find: () => holds };
}

describe("a hearing", () => {
  it("asks a question once, however often its answer is read", () => {
    const bench = new Hearing(file, candidateAt());
    const evidence = evidenceOf("yes");
    expect([bench.holds(evidence), bench.level(evidence), bench.answer(evidence).basis]).toEqual([true, "yes", "shown"]);
    expect(evidence.asked).toBe(1);
  });
  it("takes unknown for neither yes nor no", () => {
    const bench = new Hearing(file, candidateAt());
    expect(bench.level(evidenceOf("unknown"))).toBe("unknown");
    expect(bench.holds(evidenceOf("unknown"))).toBe(false);
  });
  it("reads a proof as yes or no, and answers all that is asked of it", () => {
    const bench = new Hearing(file, candidateAt());
    const [evidence, proof] = [evidenceOf("no"), proofOf(true)];
    expect(bench.proves(proof)).toBe(true);
    expect([...bench.answerAll([evidence, proof])].map(([{ id }, { level }]) => [id, level])).toEqual([["proof/some", "yes"], ["outlives/target", "no"]]);
  });
});

describe("a candidate that leaves its report to another reason", () => {
  const reasonOf = (formula: Reason["formula"]): Reason => ({ id: "some", noun: "thing", asks: [], formula });

  it("is silent, and what it says for that can be read", () => {
    const left = leaveToOther(hear(file, reasonOf((bench) => bench.speaks("certain")), candidateAt()));
    expect(left.confidence).toBeUndefined();
    expect([...answersOf(left)].filter(([asked]) => left.decidedBy.includes(asked)).map(([{ id }, { level }]) => [id, level])).toEqual([["proof/told-elsewhere", "yes"]]);
  });
  it("keeps what silenced it before", () => {
    const silent = hear(file, reasonOf((bench) => bench.silentFor("repeats")), candidateAt());
    expect(leaveToOther(silent)).toBe(silent);
  });
});

describe("a candidate that is left open", () => {
  const reasonOf = (asks: Reason["asks"], formula: Reason["formula"]): Reason => ({ id: "some", noun: "thing", known: "Nothing ends it", asks, formula });
  const lacking: Reason["formula"] = (bench) => bench.silentFor("repeats");

  it("is silent since a question has no answer, and nothing says no", () => {
    expect(isLeftOpen(hear(file, reasonOf([evidenceOf("yes")], lacking), candidateAt()))).toBe(true);
    expect(isLeftOpen(hear(file, reasonOf([evidenceOf("no")], lacking), candidateAt()))).toBe(false);
    expect(isLeftOpen(hear(file, reasonOf([proofOf(true)], lacking), candidateAt()))).toBe(false);
  });
  it("is not closed by a name", () => {
    expect(isLeftOpen(hear(file, reasonOf([evidenceOf("no", "named")], lacking), candidateAt()))).toBe(true);
  });
  it("is none that was silenced, is reported, holds nothing, or of which too little is known", () => {
    const evidence = evidenceOf("unknown");
    expect(isLeftOpen(hear(file, reasonOf([evidence], (bench) => bench.silentBy(evidence)), candidateAt()))).toBe(false);
    expect(isLeftOpen(hear(file, reasonOf([evidence], (bench) => bench.speaks("likely", evidence)), candidateAt()))).toBe(false);
    expect(isLeftOpen(hear(file, reasonOf([evidence], (bench) => bench.silentFor("real")), candidateAt()))).toBe(false);
    expect(isLeftOpen(hear(file, { id: "some", noun: "thing", asks: [evidence], formula: lacking }, candidateAt()))).toBe(false);
  });
  it("is told once for a place, by the first reason that knows it, and not where something is reported", () => {
    const [here, there] = [candidateAt(), candidateAt()];
    const open = reasonOf([], lacking);
    const other = reasonOf([], lacking);
    const reported = reasonOf([], (bench) => bench.speaks("likely"));
    const heard = [hear(file, open, here), hear(file, other, here), hear(file, open, there), hear(file, reported, there)];
    expect(collectLeftOpen(heard)).toEqual([{ reason: open, node: here.node, known: "Nothing ends it", open: "how often that happens while the program runs" }]);
  });
});
