/** A collection from which nothing removes what is put in: whether it outlives its entries and ever gets more of them, and how sure that is. */
import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { containerLifetime } from "../../evidence/outlives/container-lifetime.ts";
import { membersComeAndGo } from "../../evidence/outlives/members-come-and-go.ts";
import { settledOnce } from "../../evidence/outlives/settled-once.ts";
import { pieceOfWork } from "../../evidence/outlives/piece-of-work.ts";
import { collectionHandedOn } from "../../evidence/owned/collection-handed-on.ts";
import { lifeInSight } from "../../evidence/owned/life-in-sight.ts";
import { reachedFromOutside } from "../../evidence/owned/reached-from-outside.ts";
import { givenByHelper } from "../../evidence/real/given-by-helper.ts";
import { askedByObject } from "../../evidence/repeats/asked-by-object.ts";
import { builtText } from "../../evidence/repeats/built-text.ts";
import { cacheByName } from "../../evidence/repeats/cache-by-name.ts";
import { clientKey } from "../../evidence/repeats/client-key.ts";
import { fedByEvents } from "../../evidence/repeats/fed-by-events.ts";
import { freshKey } from "../../evidence/repeats/fresh-key.ts";
import { handlerKey } from "../../evidence/repeats/handler-key.ts";
import { holderReplaced } from "../../evidence/repeats/holder-replaced.ts";
import { identityKey } from "../../evidence/repeats/identity-key.ts";
import { insertRuns } from "../../evidence/repeats/insert-runs.ts";
import { installedThings } from "../../evidence/repeats/installed-things.ts";
import { keyDomain } from "../../evidence/repeats/key-domain.ts";
import { keysGiven } from "../../evidence/repeats/keys-given.ts";
import { keyName } from "../../evidence/repeats/key-name.ts";
import { objectKey } from "../../evidence/repeats/object-key.ts";
import { registersItself } from "../../evidence/repeats/registers-itself.ts";
import { removalKnown } from "../../evidence/repeats/removal-known.ts";
import { sizeCompared } from "../../evidence/repeats/size-compared.ts";
import { startedThing } from "../../evidence/repeats/started-thing.ts";
import { textContent } from "../../evidence/repeats/text-content.ts";
import { dataStore } from "../../evidence/unmeant/data-store.ts";
import { declaredWeak } from "../../evidence/unmeant/declared-weak.ts";
import { guardsMessage } from "../../evidence/unmeant/guards-a-message.ts";
import { pageElement } from "../../evidence/unmeant/page-element.ts";
import { registryOfSources } from "../../evidence/unmeant/registry-of-sources.ts";
import { deleteMayMatch } from "../../evidence/unreleased/delete-may-match.ts";
import { emptiedAtEnd } from "../../evidence/unreleased/emptied-at-end.ts";
import { emptiedElsewhere } from "../../evidence/unreleased/emptied-elsewhere.ts";
import { endHeard } from "../../evidence/unreleased/end-heard.ts";
import { optionalRemoval } from "../../evidence/unreleased/optional-removal.ts";
import { vainDelete } from "../../evidence/unreleased/vain-delete.ts";
import { declaredBounded } from "../../proofs/declared-bounded.ts";
import { filledAnew } from "../../proofs/filled-anew.ts";
import { madeForCalls } from "../../proofs/made-for-calls.ts";
import { noNewEntry } from "../../proofs/no-new-entry.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce } from "../unless-once.ts";

type GrowthHearing = Hearing<GrowingCollection>;
type GrowthVerdict = Verdict<GrowingCollection>;
/** What speaks for a leak; empty where nothing does. */
type Grounds = readonly Asked<GrowingCollection>[];

/** Each keeps it from growing by itself, the cheapest first. */
const BOUNDS: Grounds = [madeForCalls, collectionHandedOn, noNewEntry];
const LATE_BOUNDS: Grounds = [sizeCompared, holderReplaced, filledAnew, declaredBounded];

export const grows: Reason<GrowingCollection> = unlessOnce<GrowingCollection>({
  id: "grows",
  noun: "collection",
  known: "Nothing in this file is known to remove what is put in here",
  asks: [...BOUNDS, ...LATE_BOUNDS, pieceOfWork, settledOnce, givenByHelper, containerLifetime, membersComeAndGo, reachedFromOutside, lifeInSight, insertRuns, startedThing, keyDomain, keyName, askedByObject, objectKey, freshKey, identityKey, textContent, builtText, handlerKey, cacheByName, fedByEvents, clientKey, registersItself, installedThings, removalKnown, deleteMayMatch, optionalRemoval, emptiedAtEnd, vainDelete, endHeard, guardsMessage, declaredWeak, dataStore, registryOfSources, pageElement],
  formula: judgeGrowth,
}, emptiedElsewhere, keysGiven);

function judgeGrowth(bench: GrowthHearing): GrowthVerdict {
  const bound = firstHolding(bench, BOUNDS);
  if (bound !== undefined) return bench.silentBy(bound);
  // However long it lives, and however small it is kept.
  if (bench.level(pieceOfWork) !== "unknown") return bench.silentBy(pieceOfWork);
  const isFew = bench.level(keyDomain) === "bounded" && !bench.holds(askedByObject);
  if (isFew && !(bench.answer(keyDomain).basis === "named" && bench.holds(endHeard))) return bench.silentBy(keyDomain);
  // What a helper gives may be bounded by itself: only an end that is heard says that it should have let go.
  if (bench.holds(givenByHelper) && !bench.holds(endHeard)) return bench.silentBy(givenByHelper);
  const runs = bench.level(insertRuns);
  if (runs === "once" || (runs === "startup" && !bench.holds(startedThing) && !bench.holds(endHeard))) return bench.silentBy(insertRuns);
  if (bench.holds(declaredWeak)) return judgeWeak(bench);
  if (bench.level(containerLifetime) === "unknown" && !tellsByItself(bench) && !bench.holds(membersComeAndGo) && !bench.holds(optionalRemoval) && !outlivesHeard(bench) && !isSettled(bench)) return bench.silentFor("outlives");
  const lateBound = firstHolding(bench, LATE_BOUNDS);
  return lateBound === undefined ? judgeRemovals(bench) : bench.silentBy(lateBound);
}

/**
 * Whether each entry is over when it is answered, and another comes with the next call. How long the owner lives is no question:
 * it is there to answer. A list of those who wait is called as a whole, which is another thing.
 */
function isSettled(bench: GrowthHearing): boolean {
  const { kind } = bench.candidate.collection;
  return (kind === "map" || kind === "record") && bench.holds(settledOnce) && bench.level(insertRuns) === "often" && !bench.holds(reachedFromOutside);
}

/** What is begun for each of the things that come outlives them: they are not there yet when it is made. */
function beginsEach(bench: GrowthHearing): boolean {
  const { operations } = bench.candidate;
  return bench.level(keyDomain) === "unbounded" && bench.holds(startedThing) && !bench.holds(reachedFromOutside) && operations.some(({ kind }) => kind === "iterate" || kind === "read");
}

/** Who is there to hear that one of several things has ended, and goes on to ask for the others, outlives each of them. */
function outlivesHeard(bench: GrowthHearing): boolean {
  const { operations, collection } = bench.candidate;
  return collection.kind !== "array" && bench.holds(endHeard) && bench.level(insertRuns) !== "unknown" && !bench.holds(reachedFromOutside) && operations.some(({ kind }) => kind === "iterate" || kind === "read");
}

/** Its declaration says that each entry goes with its key, however long the owner lives. */
function judgeWeak(bench: GrowthHearing): GrowthVerdict {
  const bound = firstHolding(bench, LATE_BOUNDS) ?? (bench.holds(deleteMayMatch) ? deleteMayMatch : undefined);
  return bound === undefined ? bench.speaks("certain", declaredWeak) : bench.silentBy(bound);
}

/** Where nothing tells how long the owner lives, the insert itself must: a key that never comes again, or a cache without any bound. */
function tellsByItself(bench: GrowthHearing): boolean {
  const { collection, lifetime, insert } = bench.candidate;
  if (collection.kind === "array" || insert.key === undefined) return false;
  if (beginsEach(bench)) return true;
  return bench.holds(freshKey) || (bench.holds(cacheByName) && (lifetime.kind === "instance" || bench.holds(askedByObject)));
}

function judgeRemovals(bench: GrowthHearing): GrowthVerdict {
  if (bench.holds(deleteMayMatch)) return leavesRemovalToOthers(bench) ? bench.speaks("likely", optionalRemoval, askedByObject) : bench.silentBy(deleteMayMatch);
  const settles = isSettled(bench);
  if (!settles && bench.level(installedThings) === "few" && !bench.holds(textContent) && !bench.holds(endHeard)) return bench.silentBy(installedThings);
  // What is said once is written in the source, unless it is put together from data.
  if (!settles && bench.level(guardsMessage) !== "unknown" && !bench.holds(builtText)) return bench.silentBy(guardsMessage);
  const proven = certainBy(bench);
  // Where nothing was meant to take anything out, what the owner is called is no more than a hint that it lives long.
  const isHinted = (proven.includes(keyDomain) || proven.includes(fedByEvents)) && !bench.holds(freshKey) && !bench.isShown(containerLifetime);
  if (proven.length > 0) return bench.speaks(isHinted ? "likely" : "certain", ...proven);
  if (settles) return bench.holds(freshKey) ? bench.speaks("certain", settledOnce, freshKey) : bench.speaks("likely", settledOnce);
  // Who deletes in vain, or hears of an end, knows that entries end.
  if (hearsEnd(bench)) return bench.speaks("likely", endHeard);
  if (bench.level(vainDelete) !== "unknown") return bench.speaks("likely", vainDelete);
  const shown = shownBy(bench);
  if (shown.length === 0) return bench.silentFor("repeats");
  return bench.speaks(isWeak(bench, shown) ? "possible" : "likely", ...shown);
}

/** What says by itself no more than that there may be many keys: of twelve such reports one was true, but eight of twelve where objects are keys. */
const MANY_KEYS: ReadonlySet<Asked<GrowingCollection>> = new Set<Asked<GrowingCollection>>([builtText, keyDomain]);

/**
 * Whether nothing but a name speaks, the look of a key, or that a list lives long: of what was told on such grounds in code that nobody
 * had read, one in six collections grew.
 */
function isWeak(bench: GrowthHearing, grounds: Grounds): boolean {
  const saysLittle = (asked: Asked<GrowingCollection>): boolean => asked === textContent || asked === containerLifetime || (MANY_KEYS.has(asked) && !bench.holds(objectKey));
  return grounds.every((asked) => saysLittle(asked) || (!("find" in asked) && bench.answer(asked).basis === "named"));
}

/**
 * Whether the file hears of the end of what is put in, and takes it out at no end but the owner's. Where the owner has none, the
 * collection has to be one that the file alone can reach, or a field: a class that is told of the end of each thing does not leave
 * that to whoever might reach into it.
 */
function hearsEnd(bench: GrowthHearing): boolean {
  return bench.holds(endHeard) && (bench.holds(emptiedAtEnd) || (bench.level(containerLifetime) !== "unknown" && (!bench.holds(reachedFromOutside) || bench.candidate.lifetime.kind === "instance")) || outlivesHeard(bench));
}

/** A weak collection would do the same without the removal, for an owner that the code shows to live long. */
function leavesRemovalToOthers(bench: GrowthHearing): boolean {
  if (!bench.holds(askedByObject) || !bench.holds(optionalRemoval) || bench.level(insertRuns) !== "often" || bench.level(keyName) !== "unknown") return false;
  const { level, basis } = bench.answer(containerLifetime);
  const isLong = (level === "long" && basis === "shown") || bench.candidate.lifetime.kind !== "process";
  return isLong && !bench.holds(reachedFromOutside);
}

/** Certain: the owner lives long, the file sees all removals, and every run brings another key. */
function certainBy(bench: GrowthHearing): Grounds {
  if (bench.level(containerLifetime) !== "long" || bench.level(installedThings) === "installed" || bench.holds(dataStore) || bench.holds(givenByHelper)) return [];
  const vain = bench.level(vainDelete);
  if (vain === "unknown" && !bench.holds(emptiedAtEnd) && bench.holds(registersItself)) return [registersItself, containerLifetime];
  if (vain === "perhaps" || bench.level(insertRuns) !== "often" || (bench.holds(reachedFromOutside) && !bench.holds(lifeInSight))) return [];
  if (vain === "never-matches") return [vainDelete, containerLifetime];
  if (bench.holds(endHeard)) return bench.level(keyDomain) === "bounded" ? [] : [endHeard, containerLifetime];
  if (bench.holds(emptiedAtEnd)) return [];
  if (bench.level(clientKey) === "client") return [clientKey, containerLifetime];
  const isArray = bench.candidate.collection.kind === "array";
  if (!isArray && (bench.holds(pageElement) || bench.holds(registryOfSources))) return [];
  // What the key is called tells nothing here.
  const domain = bench.answer(keyDomain).basis === "named" ? "unknown" : bench.level(keyDomain);
  if (!isArray && domain === "unbounded") return [keyDomain, containerLifetime];
  return (isArray || domain === "unknown") && bench.holds(fedByEvents) ? [fedByEvents, containerLifetime] : [];
}

/**
 * Whether entries come and go with time, by three questions: does the owner outlive what is put in, does that come and go,
 * and is there ever more of it. A key that never comes again answers all three.
 */
function shownBy(bench: GrowthHearing): Grounds {
  const { kind } = bench.candidate.collection;
  if (bench.candidate.insert.key === undefined) return [];
  if (kind !== "array" && bench.holds(freshKey)) return bench.level(containerLifetime) === "long" || !bench.holds(reachedFromOutside) ? [freshKey] : [];
  if (!outlivesEntries(bench)) return bench.holds(membersComeAndGo) && bench.level(insertRuns) === "often" && !bench.holds(reachedFromOutside) ? [membersComeAndGo] : [];
  if (bench.level(clientKey) !== "unknown") return [clientKey];
  if (kind === "array") return bench.level(keyName) !== "fixed" ? [containerLifetime] : [];
  if (bench.holds(askedByObject)) return bench.level(keyName) === "unknown" ? [askedByObject] : [];
  if (beginsEach(bench)) return [startedThing];
  if (kind === "set" && bench.level(handlerKey) !== "unknown") return [handlerKey];
  const domain = bench.level(keyDomain);
  if (domain === "unbounded" && bench.holds(lifeInSight)) return [keyDomain, lifeInSight];
  if (domain !== "unknown") return domain === "unbounded" ? [keyDomain] : [];
  const telling = firstHolding(bench, [identityKey, textContent, builtText, lifeInSight, fedByEvents, objectKey]);
  return telling === undefined ? [] : [telling];
}

/**
 * Asks for more the less is known of the owner. What passes by its name, as a `requestId` does, is outlived by any owner that lives
 * for a while. Else the code has to show that the owner lives long, and that its end is no planned end of the entries; or the name
 * of its class says so, and the file knows that such things are removed. A closure that keeps answers by object lives as long as
 * the function it is for.
 */
function outlivesEntries(bench: GrowthHearing): boolean {
  const { collection, lifetime } = bench.candidate;
  if (lifetime.kind === "closure" && bench.holds(askedByObject)) return true;
  if (beginsEach(bench)) return true;
  const { level, basis } = bench.answer(containerLifetime);
  const passes = (bench.level(keyDomain) === "unbounded" || bench.holds(textContent)) && (collection.kind === "map" || collection.kind === "record");
  if (level !== "long") return passes && level === "likely-long" && (lifetime.kind === "process" || !bench.holds(reachedFromOutside));
  if (passes) return true;
  // Other files reset what is handed out to them.
  if (collection.place.root.kind === "variable" && bench.holds(reachedFromOutside)) return false;
  return (basis === "shown" && !bench.holds(emptiedAtEnd)) || bench.holds(removalKnown);
}

function firstHolding(bench: GrowthHearing, all: Grounds): Asked<GrowingCollection> | undefined {
  return all.find((asked) => ("find" in asked ? bench.proves(asked) : bench.holds(asked)));
}
