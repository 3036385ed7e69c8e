/** An entry whose removal looks for another promise than was put in. */
import type { DerivedEntry } from "../../candidates/never-stored-entry.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { onlyRemoval } from "../../evidence/unreleased/only-removal.ts";
import { neverStored } from "../../proofs/never-stored.ts";
import type { Reason } from "../reason.ts";

export const entryNeverStored: Reason<DerivedEntry> = {
  id: "entry-never-stored",
  noun: "entry",
  asks: [neverStored, handedOut, onlyRemoval],
  formula(bench) {
    if (bench.holds(handedOut)) return bench.silentBy(handedOut);
    if (!bench.holds(onlyRemoval)) return bench.silentBy(onlyRemoval);
    return bench.proves(neverStored) ? bench.speaks("certain", neverStored) : bench.silentFor("unreleased");
  },
};
