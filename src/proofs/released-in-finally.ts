import type { Settlement } from "../candidates/settlement.ts";
import { enclosingFunction, isInFinalizer } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** An `async` executor that calls the function of the release in a `finally` of its own. */
export const releasedInFinally: Proof<Settlement> = {
  id: "proof/released-in-finally",
  says: "the executor releases it in a `finally` of its own",
  find(file, { wait: { home: executor }, releases }) {
    const calls = releases.length === 0 ? [] : file.calls.directlyIn(executor).filter(isInFinalizer);
    return calls.find((call) => releases.some((release) => file.functions.calledFunction(call) === enclosingFunction(release))) ?? false;
  },
};
