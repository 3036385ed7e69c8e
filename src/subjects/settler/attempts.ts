/** Attempts: a function begins something that may come about or fail, and listens for both. The one event excludes the other. */
import { failingEvents, openingEvents } from "../../catalogue/words/event-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, isWithin, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { eventHeard, heardOf } from "./ended-target.ts";
import { functionsRunBy, type Hearer, type Settler } from "./settlers.ts";

/** The handlers that the function puts on one object for its coming about and for its failure, both of them there; one list an object. */
export function attemptsOf(file: FileFacts, home: FunctionNode): readonly (readonly Settler[])[] {
  const byObject = new Map<string, Settler[]>();
  const isDirect = (hearer: Hearer): boolean => enclosingFunction(hearer) === home;
  const hearers: readonly Hearer[] = [...file.calls.directlyIn(home), ...file.nodes.assignments.filter((assignment) => isWithin(assignment, home) && isDirect(assignment))];
  for (const hearer of hearers) {
    const event = eventHeard(hearer);
    const object = event !== undefined && (openingEvents.has(event) || failingEvents.has(event)) ? heardOf(hearer) : undefined;
    const key = object === undefined ? undefined : file.places.placeOf(object)?.key;
    const given = hearer.type === "AssignmentExpression" ? hearer.right : hearer.arguments[1];
    const callback = given === undefined ? undefined : file.functions.functionValueOf(unwrap(given));
    if (key === undefined || callback === undefined || !isWithin(callback, home)) continue;
    const settler: Settler = { node: callback, functions: functionsRunBy(file, callback, home), of: new Set([hearer]), isChained: false };
    byObject.set(key, [...(byObject.get(key) ?? []), settler]);
  }
  return [...byObject.values()].filter((settlers) => settlers.some(tellsOpening) && settlers.some((settler) => !tellsOpening(settler)));
}

/** Whether the settler hears that what was begun is there. */
export function tellsOpening({ of }: Settler): boolean {
  return [...of].some((hearer) => openingEvents.has(eventHeard(hearer) ?? ""));
}
