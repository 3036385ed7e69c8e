/** A notifier that is to end a subscription and never emits. */
import type { NotifiedStream } from "../../candidates/notified-stream.ts";
import { notifier } from "../../evidence/unreleased/notifier.ts";
import type { Reason } from "../reason.ts";

export const deadNotifier: Reason<NotifiedStream> = {
  id: "dead-notifier",
  noun: "notifier",
  asks: [notifier],
  formula(bench) {
    const emits = bench.level(notifier);
    if (emits === "may-emit") return bench.silentBy(notifier);
    if (emits === "unknown") return bench.silentFor("unreleased");
    return bench.candidate.owner.teardown === undefined ? bench.silentFor("outlives") : bench.speaks("certain", notifier);
  },
};
