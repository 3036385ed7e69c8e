import type { StayingListener } from "../../candidates/staying-listener.ts";
import { pageObjects } from "../../catalogue/data/global-objects.ts";
import { eventsThatComeOnce } from "../../catalogue/words/project-files.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const toldByProcess: Evidence<StayingListener, "yes" | "no"> = {
  id: "unmeant/told-by-process",
  asks: "Does the process tell it of its input, its signals, its failures or its end, which one listener hears for all, or the page that it is there or goes?",
  levels: {
    yes: ["it hears the process itself, as one listener does for the whole program, or what comes once to a page", "no leak"],
    no: ["it hears neither the process itself nor what comes once to a page", "open"],
  },
  ask: (file, listener) => yesOrNo((listener.target !== undefined && globalPathOf(file, listener.target)?.[0] === "process") || hearsPageOnce(file, listener)),
};

/** A page that is there tells it no more: whoever asks again then adds nothing that would ever be called. */
function hearsPageOnce(file: FileFacts, { target, resource: { acquisition } }: StayingListener): boolean {
  const [event] = acquisition.arguments;
  const isOnPage = target === undefined || pageObjects.test(globalPathOf(file, target)?.join(".") ?? "");
  return isOnPage && event?.type === "Literal" && typeof event.value === "string" && eventsThatComeOnce.has(event.value);
}
