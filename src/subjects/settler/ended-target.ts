/** What the callbacks that settle a promise end, or hear the end of: nothing is called any more there. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { endingMethods } from "../../catalogue/words/ending-calls.ts";
import { eventAdders } from "../../catalogue/words/event-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, receiverOf, type CallNode } from "../../syntax/tree.ts";
import { isSamePlace } from "../listener/listener-uses.ts";
import type { Settler } from "./settlers.ts";

/** Whether the settler hears the end of an object. */
export function hearsEndOf(file: FileFacts, settler: Settler, target: TSESTree.Node | undefined): boolean {
  return [...settler.of].some((call) => isEndHeard(call) && isPutOn(file, call, target));
}

/** Whether the settler ends an object, or something that it is a part of: `child.kill()` ends `child.stdout`. */
export function endsTarget(file: FileFacts, { functions }: Settler, target: TSESTree.Node | undefined): boolean {
  const key = target === undefined ? undefined : file.places.placeOf(target)?.key;
  if (key === undefined) return false;
  return [...functions].some((owner) =>
    file.calls.directlyIn(owner).some((call) => {
      const ended = endingMethods.has(calleeName(call) ?? "") ? receiverOf(call) : undefined;
      const endedKey = ended === undefined ? undefined : file.places.placeOf(ended)?.key;
      return endedKey !== undefined && (key === endedKey || key.startsWith(`${endedKey}.`));
    }),
  );
}

/** `emitter.on("close", …)`. */
export function isEndHeard(call: CallNode): boolean {
  const [event] = call.arguments;
  return eventAdders.has(calleeName(call) ?? "") && event?.type === "Literal" && endingEvents.has(String(event.value));
}

/** Whether a call puts something on the object. */
export function isPutOn(file: FileFacts, call: CallNode, target: TSESTree.Node | undefined): boolean {
  const receiver = receiverOf(call);
  return receiver !== undefined && target !== undefined && isSamePlace(file, receiver, target);
}
