/** A collection whose entries are lists that a handler, or a thing whose end is heard, can enter and never leave. */
import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { containerLifetime } from "../../evidence/outlives/container-lifetime.ts";
import { pieceOfWork } from "../../evidence/outlives/piece-of-work.ts";
import { collectionHandedOn } from "../../evidence/owned/collection-handed-on.ts";
import { listsInSight } from "../../evidence/owned/lists-in-sight.ts";
import { freshLists } from "../../evidence/real/fresh-lists.ts";
import { givenByHelper } from "../../evidence/real/given-by-helper.ts";
import { handlerKey } from "../../evidence/repeats/handler-key.ts";
import { listLimited } from "../../evidence/repeats/list-limited.ts";
import { insertRuns } from "../../evidence/repeats/insert-runs.ts";
import { startsUp } from "../../evidence/repeats/starts-up.ts";
import { guardsMessage } from "../../evidence/unmeant/guards-a-message.ts";
import { listShrinks } from "../../evidence/unreleased/list-shrinks.ts";
import { emptiedElsewhere } from "../../evidence/unreleased/emptied-elsewhere.ts";
import { endHeard } from "../../evidence/unreleased/end-heard.ts";
import { declaredBounded } from "../../proofs/declared-bounded.ts";
import { madeForCalls } from "../../proofs/made-for-calls.ts";
import type { Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce } from "../unless-once.ts";

export const innerGrows: Reason<CollectionInsert> = unlessOnce<CollectionInsert>({
  id: "inner-grows",
  noun: "collection of lists",
  known: "Nothing is known to take elements out of these lists again",
  asks: [declaredBounded, madeForCalls, givenByHelper, pieceOfWork, containerLifetime, freshLists, listShrinks, listsInSight, endHeard, collectionHandedOn, handlerKey, startsUp, insertRuns, listLimited, guardsMessage],
  formula: judgeLists,
}, emptiedElsewhere);

function judgeLists(bench: Hearing<CollectionInsert>): Verdict<CollectionInsert> {
  if (bench.proves(madeForCalls)) return bench.silentBy(madeForCalls);
  if (bench.holds(givenByHelper)) return bench.silentBy(givenByHelper);
  if (bench.level(pieceOfWork) !== "unknown") return bench.silentBy(pieceOfWork);
  if (bench.holds(endHeard)) return judgeEnded(bench);
  if (bench.level(containerLifetime) !== "long") return bench.silentFor("outlives");
  if (bench.level(handlerKey) !== "given") return bench.silentFor("repeats");
  if (bench.level(listShrinks) !== "no") return bench.silentBy(listShrinks);
  if (bench.holds(collectionHandedOn)) return bench.silentBy(collectionHandedOn);
  if (bench.holds(startsUp)) return bench.silentBy(startsUp);
  if (bench.level(insertRuns) !== "often") return bench.level(insertRuns) === "unknown" ? bench.silentFor("repeats") : bench.silentBy(insertRuns);
  if (!bench.holds(freshLists)) return bench.silentBy(freshLists);
  if (bench.level(guardsMessage) === "by-name") return bench.silentBy(guardsMessage);
  return bench.proves(declaredBounded) ? bench.silentBy(declaredBounded) : bench.speaks("possible", handlerKey, containerLifetime);
}

/** The end of an element is heard and takes it off no list: that is certain where the lists end at another time, with their owner. */
function judgeEnded(bench: Hearing<CollectionInsert>): Verdict<CollectionInsert> {
  for (const bound of [listShrinks, collectionHandedOn, startsUp]) if (bench.holds(bound)) return bench.silentBy(bound);
  if (!bench.holds(listsInSight)) return bench.silentBy(listsInSight);
  if (!bench.holds(freshLists)) return bench.silentBy(freshLists);
  const runs = bench.level(insertRuns);
  if (runs !== "often") return runs === "unknown" ? bench.silentFor("repeats") : bench.silentBy(insertRuns);
  if (bench.proves(declaredBounded)) return bench.silentBy(declaredBounded);
  const life = bench.level(containerLifetime);
  const shrinks = bench.level(listShrinks);
  // What has lists taken out has them come and go, and each may have many elements in its time, unless a limit is set to it.
  if (shrinks === "lists" && bench.holds(listLimited)) return bench.silentBy(listLimited);
  if (shrinks === "lists") return bench.speaks("likely", endHeard, listShrinks);
  if (life === "unknown" && shrinks !== "at-end") return asksForOthers(bench) ? bench.speaks("likely", endHeard, listShrinks) : bench.silentFor("outlives");
  return bench.speaks(life === "long" || shrinks === "at-end" ? "certain" : "likely", endHeard, containerLifetime);
}

/** Who hears that an element has ended, and goes through the lists for the others, outlives each of them. */
function asksForOthers({ candidate: { collection, operations } }: Hearing<CollectionInsert>): boolean {
  return collection.kind !== "array" && operations.some(({ kind }) => kind === "iterate" || kind === "read");
}
