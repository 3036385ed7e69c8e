/** A key that cannot do its job, whatever it is compared with: its text changes or is shared, or it is new for each look-up. */
import type { AskedObject, ReadKey } from "../../candidates/asked-key.ts";
import type { KeyText } from "../../candidates/key-text.ts";
import type { KeyedFunction, MemoizedArgument, MemoizedParameter } from "../../candidates/memoized-key.ts";
import type { RememberedKey } from "../../candidates/remembered-key.ts";
import { askedAgain } from "../../evidence/real/asked-again.ts";
import { knownAsKey } from "../../evidence/real/known-as-key.ts";
import { leftOutInput } from "../../evidence/real/left-out-input.ts";
import { newObject } from "../../evidence/real/new-object.ts";
import { parameterObject } from "../../evidence/real/parameter-object.ts";
import { textOfKey } from "../../evidence/real/text-of-key.ts";
import { newForTheCall } from "../../proofs/new-for-the-call.ts";
import { newForTheComparison } from "../../proofs/new-for-the-comparison.ts";
import { newForTheLookUp } from "../../proofs/new-for-the-look-up.ts";
import { readAnew } from "../../proofs/read-anew.ts";
import { textIsNoKey } from "../../proofs/text-is-no-key.ts";
import type { Reason } from "../reason.ts";

export const keyUnstable: Reason<KeyText> = {
  id: "key-unstable",
  noun: "text of a key",
  asks: [textIsNoKey, textOfKey, knownAsKey, askedAgain],
  formula(bench) {
    const text = bench.level(textOfKey);
    if (text === "unknown") return bench.silentFor("real");
    const asked = bench.level(askedAgain);
    // What different objects share serves one the other's entry, even where it is only written.
    if (asked === "no" && text !== "shared") return bench.silentBy(askedAgain);
    const known = bench.level(knownAsKey);
    const isKey = known === "store" || known === "memoizer" || asked === "alike";
    return bench.speaks(isKey && bench.proves(textIsNoKey) ? "certain" : "likely", bench.proves(textIsNoKey) ? textIsNoKey : textOfKey, knownAsKey, askedAgain);
  },
};

export const keyIsNew: Reason<AskedObject> = {
  id: "key-is-new",
  noun: "object that a store is asked for",
  asks: [newForTheLookUp, newObject],
  formula(bench) {
    if (bench.proves(newForTheLookUp)) return bench.speaks("certain", newForTheLookUp);
    return bench.level(newObject) === "unknown" ? bench.silentFor("real") : bench.speaks("likely", newObject);
  },
};

export const keyRemembered: Reason<RememberedKey> = {
  id: "key-remembered",
  noun: "object that is compared with the one of last time",
  asks: [newForTheComparison],
  formula: (bench) => (bench.proves(newForTheComparison) ? bench.speaks("certain", newForTheComparison) : bench.silentFor("real")),
};

export const keyReadAgain: Reason<ReadKey> = {
  id: "key-read-again",
  noun: "changing value that is read for a look-up",
  asks: [readAnew],
  formula(bench) {
    if (!bench.proves(readAnew)) return bench.silentFor("real");
    const { isTakenFirst, isForElements, reading } = bench.candidate;
    // Two calls within one tick of the clock, or two elements of one call, may mean to share what they find.
    return bench.speaks(isTakenFirst === true && (reading.what === "time" || isForElements === true) ? "likely" : "certain", readAnew);
  },
};

export const callUncached: Reason<MemoizedArgument> = {
  id: "call-uncached",
  noun: "argument that a memoizer keys by",
  asks: [newForTheCall],
  formula: (bench) => (bench.proves(newForTheCall) ? bench.speaks("certain", newForTheCall) : bench.silentFor("real")),
};

export const methodUncached: Reason<MemoizedParameter> = {
  id: "method-uncached",
  noun: "parameter that a decorator keys by",
  asks: [parameterObject],
  formula(bench) {
    if (bench.level(parameterObject) === "unknown") return bench.silentFor("real");
    // A decorator that only its name tells may key by something else.
    return bench.speaks(bench.candidate.isCatalogued ? "certain" : "likely", parameterObject);
  },
};

/** As long as no call is seen that gives what is left out a value of its own, it is likely at most. */
export const inputLeftOut: Reason<KeyedFunction> = {
  id: "input-left-out",
  noun: "memoized function",
  asks: [leftOutInput],
  formula(bench) {
    const level = bench.level(leftOutInput);
    return level === "unknown" ? bench.silentFor("real") : bench.speaks(level === "given" ? "certain" : "likely", leftOutInput);
  },
};
