import type { OwnedResource } from "../../candidates/kept-field.ts";
import { writtenNumberOf } from "../../facts/numbers.ts";
import type { Evidence } from "../evidence.ts";

/** A one-shot delay up to this, in milliseconds, is over before anybody notices. */
const NEGLIGIBLE_DELAY = 250;
/** A delay up to this is short: it matters, but not to everybody. */
const SHORT_DELAY = 500;
/** A fail-safe shorter than this is over before anybody waits for it. */
const LONG_DELAY = 1000;

export const delay: Evidence<OwnedResource, "at-once" | "brief" | "short" | "middling" | "long"> = {
  id: "unmeant/delay",
  asks: "How long does a one-shot timer run that nothing clears?",
  levels: {
    "at-once": ["it comes at once", "no leak"],
    "brief": ["it is over before anybody notices", "no leak"],
    "short": ["it is over soon", "open"],
    "middling": ["it runs noticeably long", "leak"],
    "long": ["it runs for a second or more", "leak"],
  },
  ask(file, { resource: { acquisition, pair } }) {
    const [, given] = acquisition.arguments;
    const milliseconds = given === undefined ? undefined : writtenNumberOf(file, given);
    const isDelayed = given !== undefined && (pair.id === "timers/timeout" || pair.id === "timers/interval");
    return { level: levelOf(milliseconds, isDelayed), basis: "shown", at: given };
  },
};

function levelOf(milliseconds: number | undefined, isDelayed: boolean): "at-once" | "brief" | "short" | "middling" | "long" | "unknown" {
  if (milliseconds === undefined) return isDelayed ? "unknown" : "at-once";
  if (milliseconds <= (isDelayed ? NEGLIGIBLE_DELAY : SHORT_DELAY)) return "brief";
  if (!isDelayed) return "at-once";
  return milliseconds <= SHORT_DELAY ? "short" : milliseconds < LONG_DELAY ? "middling" : "long";
}
