import type { TSESTree } from "@typescript-eslint/utils";

import type { KeptField } from "../../candidates/kept-field.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { calledFrom, reachedFrom, standsIn } from "../../facts/reach.ts";
import { isParameter } from "../../facts/variables.ts";
import { firstStores, holdsAtFirst, placesOfTest } from "../../subjects/owner/first-state.ts";
import { guardsOf, type Guard } from "../../syntax/guards.ts";
import { enclosingFunction, isNothing, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const skippedAtEnd: Evidence<KeptField, "yes" | "no"> = {
  id: "reachable/skipped-at-end",
  asks: "Does the end of the owner go around the release on a condition that has nothing to do with the field, and that holds from the start or was chosen with the object?",
  levels: {
    yes: ["the end of its owner goes around the release while nothing else has happened", "leak"],
    no: ["nothing shows that the end of its owner goes around the release", "open"],
  },
  ask(file, field) {
    const { reach, teardown } = field.life();
    const releases = field.uses().filter(({ kind, node }) => kind === "release" && standsIn(node, reach));
    if (teardown === undefined || releases.length === 0 || releases.some(({ isExact }) => !isExact)) return { level: "no", basis: "shown" };
    const skips = releases.map(({ node }) => guardsOnTheWay(file, node, teardown.node)?.find((guard) => isSkipping(file, field, guard)));
    return skips.includes(undefined) ? { level: "no", basis: "shown" } : { level: "yes", basis: "shown", at: skips[0]?.test };
  },
};

/** The tests between the beginning of the teardown and the release; undefined where it is not known how that is come to. */
function guardsOnTheWay(file: FileFacts, release: TSESTree.Node, teardown: FunctionNode): readonly Guard[] | undefined {
  const host = enclosingFunction(release);
  if (host === teardown) return guardsOf(release);
  const calls = host === undefined ? [] : file.nodes.calls.filter((call) => file.functions.calledFunction(call) === host);
  const [call] = calls.filter((one) => enclosingFunction(one) === teardown);
  return call === undefined || calls.length > 1 ? undefined : [...guardsOf(call), ...guardsOf(release)];
}

/** Whether the test turns away from the release although the field is filled, and nothing but the first values of other fields has a say in it. */
function isSkipping(file: FileFacts, field: KeptField, { test, holds }: Guard): boolean {
  const places = holds === undefined ? undefined : placesOfTest(file, test);
  if (places === undefined || places.length === 0) return false;
  const first = holdsAtFirst(file, test);
  const mayBeSo = first === undefined ? places.every((place) => isChosenByMaker(file, place)) && isAlwaysFilled(file, field) : first !== holds;
  return mayBeSo && places.every((place) => place.key !== field.place.key && !isWrittenWith(file, field, place));
}

/** Whether the constructor keeps there what it is given, and nothing writes it later: some objects go around the release for as long as they live. */
function isChosenByMaker(file: FileFacts, place: Place): boolean {
  const stores = file.stores.storesTo(place);
  const first = firstStores(file, place);
  return stores.length > 0 && stores.length === first.length && stores.every(({ value }) => value !== undefined && isParameter(file.variables, unwrap(value)));
}

/** Whether the field is never given anything else, which may be somebody else's to release. */
function isAlwaysFilled(file: FileFacts, { store, place }: KeptField): boolean {
  return file.stores.storesTo(place).every(({ site, value }) => site === store || value === undefined || isNothing(value));
}

/** Whether the code that fills the field, whoever calls it, or what it calls, writes the place or asks it first. */
function isWrittenWith(file: FileFacts, { store, place: field }: KeptField, place: Place): boolean {
  if (guardsOf(store).some(({ test }) => placesOfTest(file, test)?.some(({ key }) => key === place.key) !== false)) return true;
  const first = new Set(firstStores(file, place).map(({ site }) => site));
  const later = file.stores.storesTo(place).filter(({ site }) => !first.has(site));
  const fillers = [store, ...file.stores.storesTo(field).map(({ site }) => site)].map(enclosingFunction);
  return later.some(({ site }) => {
    const writer = enclosingFunction(site);
    return writer === undefined || fillers.some((filler) => filler !== undefined && (calledFrom(file, [filler]).has(writer) || reachedFrom(file, [writer]).has(filler)));
  });
}
