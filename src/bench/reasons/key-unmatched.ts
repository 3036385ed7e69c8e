/** A look-up or delete under a key that no insert used, so that the entry stays or is made again. */
import type { AskedKey, WrongStore } from "../../candidates/asked-key.ts";
import type { BareKey } from "../../candidates/bare-key.ts";
import type { HandedKey } from "../../candidates/handed-key.ts";
import { storeForOthers } from "../../evidence/owned/store-for-others.ts";
import { storeOpenness } from "../../evidence/owned/store-openness.ts";
import { keyDifference } from "../../evidence/unreleased/key-difference.ts";
import { kinKeys } from "../../evidence/unreleased/kin-keys.ts";
import { neverEqual } from "../../proofs/never-equal.ts";
import { storeStartsEmpty } from "../../proofs/store-starts-empty.ts";
import type { Reason } from "../reason.ts";

export const keyUnmatched: Reason<AskedKey> = {
  id: "key-unmatched",
  noun: "key of a look-up or delete",
  asks: [storeStartsEmpty, neverEqual, keyDifference, kinKeys, storeOpenness],
  formula(bench) {
    const start = bench.candidate.isOfFixedStore === true ? [] : [storeStartsEmpty];
    if (!start.every((asked) => bench.proves(asked))) return bench.silentFor("owned");
    const difference = bench.level(keyDifference);
    if (difference === "none" || difference === "identity") return bench.silentBy(keyDifference);
    // One use that may match makes all of its kind silent.
    const kin = bench.level(kinKeys);
    if (kin === "may-match") return bench.silentBy(kinKeys);
    const openness = bench.level(storeOpenness);
    if (openness === "open") return bench.silentBy(storeOpenness);
    return bench.speaks(kin === "apart" && openness === "closed" ? "certain" : "likely", bench.proves(neverEqual) ? neverEqual : keyDifference, ...start, kinKeys, storeOpenness);
  },
};

/** A key that a call hands over, which the function it is handed to makes another of. */
export const keyHandedOn: Reason<HandedKey> = {
  id: "key-handed-on",
  noun: "key that a call hands over",
  asks: [storeStartsEmpty, neverEqual, keyDifference, storeOpenness],
  formula(bench) {
    // A key of which a part is added twice is that of no entry, whoever else has the store.
    const isAlone = bench.candidate.difference()?.difference.kind === "twice";
    if (!isAlone && !bench.proves(storeStartsEmpty)) return bench.silentFor("owned");
    if (bench.level(keyDifference) === "none") return bench.silentBy(keyDifference);
    const openness = bench.level(storeOpenness);
    if (openness === "open" && !isAlone) return bench.silentBy(storeOpenness);
    const isProved = bench.proves(neverEqual);
    if (isAlone) return bench.speaks(isProved ? "certain" : "likely", isProved ? neverEqual : keyDifference);
    return bench.speaks(isProved && openness === "closed" ? "certain" : "likely", isProved ? neverEqual : keyDifference, storeStartsEmpty, storeOpenness);
  },
};

/** A delete under the value of which the other uses of the store make their keys: whoever fills it, nothing is found. */
export const keyLeftBare: Reason<BareKey> = {
  id: "key-left-bare",
  noun: "delete under a plain value",
  asks: [neverEqual, keyDifference],
  formula(bench) {
    if (bench.level(keyDifference) === "none") return bench.silentBy(keyDifference);
    const isProved = bench.proves(neverEqual);
    return bench.speaks(isProved ? "certain" : "likely", isProved ? neverEqual : keyDifference);
  },
};

/** A store that is looked up while what belongs into it goes into another. */
export const keyInWrongStore: Reason<WrongStore> = {
  id: "key-in-wrong-store",
  noun: "look-up in a store that nothing is put into",
  asks: [storeStartsEmpty, storeOpenness, storeForOthers],
  formula(bench) {
    if (!bench.proves(storeStartsEmpty)) return bench.silentFor("owned");
    if (bench.holds(storeForOthers)) return bench.silentBy(storeForOthers);
    const openness = bench.level(storeOpenness);
    return openness === "open" ? bench.silentBy(storeOpenness) : bench.speaks(openness === "closed" ? "certain" : "likely", storeStartsEmpty, storeOpenness);
  },
};
