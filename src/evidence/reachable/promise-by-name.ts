import type { EntryOnSuccess } from "../../candidates/entry-on-success.ts";
import { endingVerbs, endSignalWords } from "../../catalogue/words/promises.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { promiseBefore } from "../../subjects/entry/promise-chain.ts";
import { calleeName, memberName } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const promiseByName: Evidence<EntryOnSuccess, "of-an-end" | "end-signal"> = {
  id: "reachable/promise-by-name",
  asks: "What does the promise before the callback tell of, by its name?",
  levels: {
    // `unsubscribe(channel).then(() => …)`: what could not be ended is still there, and so is its entry.
    "of-an-end": ["the promise is rejected only if what it is for could not be ended", "no leak"],
    // `watcher.whenDisposed`, `socket.closed`: such a promise has no reason to be rejected.
    "end-signal": ["the promise by its name tells that something ended, and has no reason to be rejected", "no leak"],
  },
  ask(_file, { callback }) {
    const promise = promiseBefore(callback);
    const called = promise?.type === "CallExpression" ? calleeName(promise) : undefined;
    const name = called ?? (promise?.type === "MemberExpression" ? memberName(promise) : promise?.type === "Identifier" ? promise.name : undefined);
    if (endingVerbs.test(wordsOf(called ?? "")[0] ?? "")) return { level: "of-an-end", basis: "named", at: promise };
    return { level: wordsOf(name ?? "").some((word) => endSignalWords.test(word)) ? "end-signal" : "unknown", basis: "named", at: promise };
  },
};
