/** Calls that are put off: repeated by an iterator, by a frame of a film, or by a wrapper that waits. */
import type { CataloguedPair } from "../entry.ts";
import { exported, memberOf, oneOf, typed, type ApiOrigin } from "../origin.ts";
import { call, iterating, methods, receiverTaking, result, signalIn } from "../vocabulary.ts";

const video = typed("lib", "HTMLVideoElement", []);
const lodash = (name: string): ApiOrigin => oneOf(exported("lodash", name), exported("lodash", `default.${name}`));

export const delayedCalls: readonly CataloguedPair[] = [
  {
    id: "timers/interval-iterator",
    noun: "an interval",
    acquire: call(exported("node:timers/promises", "setInterval")),
    handle: result,
    releases: [...methods("return"), iterating],
    bounds: [signalIn(2)],
    heldBy: "process",
    reason: "The timer runs from the first value on, until the iteration ends; read by hand, nothing ends it.",
    docs: "https://nodejs.org/api/timers.html#timerspromisessetintervaldelay-value-options",
    leaking: `
import { setInterval } from "node:timers/promises";

export async function afterTwoTicks(work: () => Promise<void>): Promise<void> {
  const ticks = setInterval(1000);
  await ticks.next();
  await work();
  await ticks.return?.();
}
`,
    clean: `
import { setInterval } from "node:timers/promises";

export async function onEachTick(work: () => Promise<boolean>): Promise<void> {
  const ticks = setInterval(1000);
  for await (const _tick of ticks) {
    if (await work()) break;
  }
}
`,
  },
  {
    id: "timers/video-frame-callback",
    noun: "a video frame callback",
    acquire: call(memberOf(video, "requestVideoFrameCallback")),
    handle: result,
    releases: [receiverTaking("cancelVideoFrameCallback")],
    heldBy: "receiver",
    endsByItself: true,
    reason: "It fires with the next frame, which comes when the film goes on, long after its owner has ended.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/HTMLVideoElement/cancelVideoFrameCallback",
    leaking: `
export async function paintDuring(video: HTMLVideoElement, paint: () => void, work: () => Promise<void>): Promise<void> {
  const frame = video.requestVideoFrameCallback(() => paint());
  await work();
  video.cancelVideoFrameCallback(frame);
}
`,
    clean: `
export async function paintDuring(video: HTMLVideoElement, paint: () => void, work: () => Promise<void>): Promise<void> {
  const frame = video.requestVideoFrameCallback(() => paint());
  try {
    await work();
  } finally {
    video.cancelVideoFrameCallback(frame);
  }
}
`,
  },
  {
    id: "lodash/delayed-call",
    noun: "a delayed call",
    acquire: call(oneOf(lodash("debounce"), lodash("throttle"), exported("lodash/debounce", "default"), exported("lodash/throttle", "default"))),
    handle: result,
    releases: methods("cancel", "flush"),
    heldBy: "process",
    endsByItself: true,
    confidence: "likely",
    reason: "The last call still waits when its owner has ended, and then works on what is closed.",
    docs: "https://lodash.com/docs/#debounce",
    leaking: `
import { debounce } from "lodash";

export async function saveDuring(save: () => void, edit: (changed: () => void) => Promise<void>): Promise<void> {
  const changed = debounce(save, 1000);
  await edit(() => changed());
  changed.cancel();
}
`,
    clean: `
import { debounce } from "lodash";

export async function saveDuring(save: () => void, edit: (changed: () => void) => Promise<void>): Promise<void> {
  const changed = debounce(save, 1000);
  try {
    await edit(() => changed());
  } finally {
    changed.cancel();
  }
}
`,
  },
];
