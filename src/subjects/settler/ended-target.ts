/** What the callbacks that settle a promise end, or hear the end of: nothing is called any more there. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { endingMethods } from "../../catalogue/words/ending-calls.ts";
import { eventAdders, handlerMembers, onceAdders } from "../../catalogue/words/event-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf } from "../../facts/variables.ts";
import { calleeName, memberName, receiverOf, unwrap, type CallNode } from "../../syntax/tree.ts";
import { isSamePlace } from "../listener/listener-uses.ts";
import type { Hearer, Settler } from "./settlers.ts";

/** Whether the settler hears the end of an object. */
export function hearsEndOf(file: FileFacts, settler: Settler, target: TSESTree.Node | undefined): boolean {
  return [...settler.of].some((hearer) => isEndHeard(hearer) && isPutOn(file, hearer, target));
}

/**
 * Whether the settler hears the failure of a stream that ends with it, which takes a listener along that runs once. That it
 * is one is told by a wait for its end beside the failure; what is kept for more than this call may go on and be opened again.
 */
export function hearsFailureOfStream(file: FileFacts, settler: Settler, settlers: readonly Settler[], added: CallNode): boolean {
  const target = receiverOf(added);
  const place = target === undefined ? undefined : file.places.placeOf(target);
  if (place?.root.kind !== "variable" || functionOf(place.root.variable) === undefined || !onceAdders.test(calleeName(added) ?? "")) return false;
  const isFailure = [...settler.of].some((hearer) => eventHeard(hearer) === "error" && isPutOn(file, hearer, target));
  return isFailure && settlers.some((other) => hearsEndOf(file, other, target));
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

/** `emitter.on("close", …)`, `socket.onclose = …`. */
export function isEndHeard(hearer: Hearer): boolean {
  return endingEvents.has(eventHeard(hearer) ?? "");
}

/** The event that a callback is to hear, where it is written: the first argument of `emitter.once`, the name of `socket.onclose`. */
export function eventHeard(hearer: Hearer): string | undefined {
  if (hearer.type === "AssignmentExpression") {
    const name = hearer.left.type === "MemberExpression" ? memberName(hearer.left) : undefined;
    return name === undefined || !handlerMembers.test(name) ? undefined : name.slice(2);
  }
  const [event] = hearer.arguments;
  return eventAdders.has(calleeName(hearer) ?? "") && event?.type === "Literal" ? String(event.value) : undefined;
}

/** What a callback is put on. */
export function heardOf(hearer: Hearer): TSESTree.Node | undefined {
  if (hearer.type !== "AssignmentExpression") return receiverOf(hearer);
  return hearer.left.type === "MemberExpression" ? unwrap(hearer.left.object) : undefined;
}

/** Whether a callback is put on the object. */
export function isPutOn(file: FileFacts, hearer: Hearer, target: TSESTree.Node | undefined): boolean {
  const heard = heardOf(hearer);
  return heard !== undefined && target !== undefined && isSamePlace(file, heard, target);
}
