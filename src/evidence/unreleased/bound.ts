import { onceVerbs } from "../../catalogue/words/undoing.ts";
import type { Candidate } from "../../candidates/candidate.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { mayHaveSignal } from "../../subjects/listener/capture-flag.ts";
import type { ListenerCall } from "../../subjects/listener/listener-calls.ts";
import { isNoEnd, signalsOfCall } from "../../subjects/resource/bounds.ts";
import { memberName, unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const bound: Evidence<Candidate & { readonly added: ListenerCall }, "signal" | "once" | "no"> = {
  id: "unreleased/bound",
  asks: "Does the addition say when the listener ends: by a signal, or with the first event?",
  levels: {
    signal: ["a signal may end it", "no leak"],
    once: ["it goes with the first event", "no leak"],
    no: ["nothing that it is given ends it", "leak"],
  },
  ask(file, { added }) {
    if (mayHaveSignal(file, added) && !hasDeadSignal(file, added)) return { level: "signal", basis: "shown", at: added.third };
    return isOnce(added) ? { level: "once", basis: "named", at: added.third } : { level: "no", basis: "shown" };
  },
};

/** A signal that nothing can abort ends no listener. */
function hasDeadSignal(file: FileFacts, { call }: ListenerCall): boolean {
  return signalsOfCall(file, call).some((signal) => isNoEnd(file, call, signal));
}

function isOnce({ third, verb }: ListenerCall): boolean {
  const options = third === undefined ? undefined : unwrap(third);
  return onceVerbs.test(verb) || (options?.type === "ObjectExpression" && options.properties.some((property) => property.type === "Property" && memberName(property) === "once"));
}
