/** A listener that a teardown adds a second time, where the set-up's mirror image would remove it. */
import type { RepeatedAddition } from "../../candidates/repeated-addition.ts";
import { undoingByName } from "../../evidence/outlives/undoing-by-name.ts";
import { additionUndone } from "../../evidence/unreleased/addition-undone.ts";
import { neighboursRemoved } from "../../evidence/unreleased/neighbours-removed.ts";
import type { Reason } from "../reason.ts";

export const addedAgain: Reason<RepeatedAddition> = {
  id: "added-again",
  noun: "repeated addition of a listener",
  asks: [additionUndone, neighboursRemoved, undoingByName],
  formula(bench) {
    const neighbours = bench.level(neighboursRemoved);
    if (neighbours === "outnumbered" || neighbours === "others") return bench.silentBy(neighboursRemoved);
    if (bench.holds(additionUndone)) return bench.silentBy(additionUndone);
    if (bench.holds(undoingByName)) return bench.speaks("certain", neighboursRemoved, undoingByName);
    if (neighbours === "few") return bench.silentBy(neighboursRemoved);
    return bench.speaks(neighbours === "many" ? "certain" : "likely", neighboursRemoved);
  },
};
