/** Listeners of the DOM, and the signals that end them. */
import type { CataloguedPair, Release } from "../entry.ts";
import { anything, globalNamed, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { call, identity, receiverRepeating, signalIn } from "../vocabulary.ts";

const mediaQueryList = typed("lib", "MediaQueryList", [resultOf(globalNamed("matchMedia"))]);
const abortController = typed("lib", "AbortController", [instanceOf(globalNamed("AbortController"))]);
const abortSignal = typed("lib", "AbortSignal", [
  memberOf(abortController, "signal"),
  resultOf(globalNamed("AbortSignal.timeout")),
  resultOf(globalNamed("AbortSignal.any")),
]);

const removeListener: Release = { by: "receiver-method", name: "removeEventListener", same: [0, 1], agreeing: { option: "capture", argument: 2 } };
// Most signals are never aborted.
const once = { option: "once", argument: 2, equals: true, unless: "abort" } as const;

export const domEvents: readonly CataloguedPair[] = [
  {
    id: "dom/event-listener",
    noun: "an event listener",
    acquire: call(oneOf(globalNamed("addEventListener"), memberOf(anything, "addEventListener"))),
    handle: identity,
    releases: [removeListener],
    bounds: [signalIn(2), once],
    heldBy: "receiver",
    reason: "The target keeps the listener and all that it closes over for as long as the target lives; window and document live as long as the page.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/EventTarget/addEventListener",
    leaking: `
export class Menu {
  private open = true;

  constructor() {
    window.addEventListener("resize", () => this.close());
  }

  close(): void {
    this.open = false;
  }

  isOpen(): boolean {
    return this.open;
  }
}
`,
    clean: `
export class Menu {
  private open = true;
  private readonly onResize = (): void => {
    this.open = false;
  };

  constructor() {
    window.addEventListener("resize", this.onResize);
  }

  dispose(): void {
    window.removeEventListener("resize", this.onResize);
  }

  isOpen(): boolean {
    return this.open;
  }
}
`,
  },
  {
    id: "abort-signal/listener",
    noun: "an abort listener",
    acquire: call(memberOf(abortSignal, "addEventListener")),
    handle: identity,
    releases: [removeListener],
    bounds: [signalIn(2)],
    heldBy: "receiver",
    reason: "A signal that outlives the call collects one listener per call, even with `once`, because most signals are never aborted.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/AbortSignal/abort_event",
    leaking: `
export async function readWith(signal: AbortSignal, reader: { read(): Promise<string>; cancel(): void }): Promise<string> {
  signal.addEventListener("abort", () => reader.cancel());
  return await reader.read();
}
`,
    clean: `
export async function readWith(signal: AbortSignal, reader: { read(): Promise<string>; cancel(): void }): Promise<string> {
  const onAbort = (): void => reader.cancel();
  signal.addEventListener("abort", onAbort);
  try {
    return await reader.read();
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
`,
  },
  {
    id: "dom/media-query-listener",
    noun: "a media query listener",
    acquire: call(memberOf(mediaQueryList, "addListener")),
    handle: identity,
    releases: [receiverRepeating("removeListener", 0)],
    heldBy: "process",
    reason: "A media query list with a listener is kept alive by the document, even when the program has dropped it.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/MediaQueryList/addListener",
    leaking: `
export function whenDark(): Promise<void> {
  return new Promise((resolve) => {
    matchMedia("(prefers-color-scheme: dark)").addListener((event) => {
      if (event.matches) resolve();
    });
  });
}
`,
    clean: `
export function whenDark(): Promise<void> {
  const query = matchMedia("(prefers-color-scheme: dark)");
  return new Promise((resolve) => {
    const onChange = (event: MediaQueryListEvent): void => {
      if (!event.matches) return;
      query.removeListener(onChange);
      resolve();
    };
    query.addListener(onChange);
  });
}
`,
  },
];
