/** An entry that is ended and left where it is: whether that is its end, and whether more and more of them stay. */
import type { KeptEntry } from "../../candidates/kept-entry.ts";
import { containerOfEntry } from "../../evidence/outlives/container-of-entry.ts";
import { valueTaken } from "../../evidence/unreleased/value-taken.ts";
import { whatEnds } from "../../evidence/outlives/what-ends.ts";
import { handedOut } from "../../evidence/owned/handed-out.ts";
import { openToOthers } from "../../evidence/owned/open-to-others.ts";
import { domainOfEntry } from "../../evidence/repeats/domain-of-entry.ts";
import { growthOfEntry } from "../../evidence/repeats/growth-of-entry.ts";
import { identityOfEntry } from "../../evidence/repeats/identity-of-entry.ts";
import { sizeLimitOfEntry } from "../../evidence/repeats/size-limit-of-entry.ts";
import { endedAtZero } from "../../evidence/unreleased/ended-at-zero.ts";
import { entryEnded } from "../../evidence/unreleased/entry-ended.ts";
import { endingCode } from "../../evidence/unreleased/ending-code.ts";
import { removalOfEntry } from "../../evidence/unreleased/removal-of-entry.ts";
import { staysAboveZero } from "../../proofs/stays-above-zero.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";

type KeptHearing = Hearing<KeptEntry>;

const common: readonly Asked<KeptEntry>[] = [handedOut, growthOfEntry, sizeLimitOfEntry, removalOfEntry, domainOfEntry, identityOfEntry, containerOfEntry, openToOthers];

/** The reasons by what is done to the entry. */
export const entryKept: Readonly<Record<KeptEntry["how"], Reason<KeptEntry>>> = {
  "inner-only": reasonOf("entry-inner-only", [], () => undefined),
  "blanked": reasonOf("entry-blanked", [endingCode, valueTaken], (bench) => (bench.level(endingCode) === "no" && !bench.holds(valueTaken) ? endingCode : undefined)),
  "zero-count": reasonOf("entry-zero-count", [staysAboveZero, endedAtZero], findNoEndAtZero),
  "kept-by-end": reasonOf("entry-kept-by-end", [endingCode, whatEnds, entryEnded], findNoEnd),
};

/** What says that something is no end of an entry: another may be. Everything else holds for all ends of the collection. */
export const noEndOfEntry: ReadonlySet<Asked<KeptEntry>> = new Set<Asked<KeptEntry>>([endingCode, staysAboveZero, endedAtZero, whatEnds]);

function reasonOf(id: string, own: readonly Asked<KeptEntry>[], noEnd: (bench: KeptHearing) => Asked<KeptEntry> | undefined): Reason<KeptEntry> {
  return {
    id,
    noun: "entry",
    asks: [...own, ...common],
    formula(bench) {
      if (bench.holds(handedOut)) return bench.silentBy(handedOut);
      const doubt = noEnd(bench);
      return doubt === undefined ? judgeEnd(bench) : bench.silentBy(doubt);
    },
  };
}

/** What is closed or disposed of is ended, whatever the function is called that does it. */
function findNoEnd(bench: KeptHearing): Asked<KeptEntry> | undefined {
  if (bench.level(endingCode) !== "yes" && !bench.holds(entryEnded)) return endingCode;
  return bench.level(whatEnds) === "whole" ? undefined : whatEnds;
}

/** A count that goes by way of a constant is looked at as a stock is, too, which is empty at zero and not gone. */
function findNoEndAtZero(bench: KeptHearing): Asked<KeptEntry> | undefined {
  if (bench.proves(staysAboveZero)) return staysAboveZero;
  const { value } = bench.candidate.end;
  return value?.type === "Identifier" && !bench.holds(endedAtZero) ? endedAtZero : undefined;
}

/** Sure only of keys that come and go: objects, ids, and what is new with every request. */
function judgeEnd(bench: KeptHearing): Verdict<KeptEntry> {
  const { how } = bench.candidate;
  const growth = bench.level(growthOfEntry);
  if (growth === "no") return bench.silentBy(growthOfEntry);
  if (bench.holds(sizeLimitOfEntry)) return bench.silentBy(sizeLimitOfEntry);
  const removal = bench.level(removalOfEntry);
  if (removal === "may-match" || removal === "cannot-match") return bench.silentBy(removalOfEntry);
  const isIdentity = bench.level(identityOfEntry) !== "unknown";
  // What is ended at zero does not come back under its key by itself: such keys come and go.
  const isEnded = how === "zero-count" && bench.holds(endedAtZero);
  const isUnbounded = isIdentity || bench.level(domainOfEntry) === "unbounded" || isEnded;
  const comesAndGoes = isIdentity ? identityOfEntry : isEnded ? endedAtZero : domainOfEntry;
  // What is blanked by a function that no name calls an end may be filled again under its key: only keys that come and go tell.
  const ending = how === "blanked" ? bench.level(endingCode) : undefined;
  const isTaken = ending === "no";
  if ((isTaken || ending === "later") && !isUnbounded) return bench.silentFor("repeats");
  const isShownEnd = how === "kept-by-end" && bench.holds(entryEnded);
  if (how === "kept-by-end" ? !isIdentity && !isShownEnd : how === "inner-only" && !isUnbounded) return bench.silentFor("repeats");
  const container = bench.level(containerOfEntry);
  if (container === "possible") return isUnbounded && how !== "kept-by-end" ? bench.speaks("likely", comesAndGoes) : bench.silentFor("outlives");
  // What only names say of how long the container lives is a hint; where the file ends the values one by one, it shows that the container outlives them.
  const isTold = how === "inner-only" && !bench.isShown(containerOfEntry);
  const isOwnEnd = ending === "finally" || ending === "later";
  const isSure = container === "certain" && !isTaken && !isOwnEnd && !isTold && growth === "often" && (isUnbounded || how === "blanked") && bench.level(openToOthers) !== "exported";
  return bench.speaks(isSure ? "certain" : "likely", containerOfEntry, isUnbounded ? comesAndGoes : growthOfEntry);
}
