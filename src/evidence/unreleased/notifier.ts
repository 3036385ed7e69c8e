import type { NotifiedStream } from "../../candidates/notified-stream.ts";
import { subjectClasses } from "../../catalogue/words/streams.ts";
import { codeTextOf } from "../../facts/code-text.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { isNotifier } from "../../subjects/subscription/streams.ts";
import { calleeName, isClass, unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const notifier: Evidence<NotifiedStream, "never-emits" | "may-emit"> = {
  id: "unreleased/notifier",
  asks: "Does the notifier ever emit, one that the class makes itself and keeps to itself?",
  levels: {
    "never-emits": ["its notifier never emits", "leak"],
    "may-emit": ["other code may let its notifier emit", "no leak"],
  },
  ask(file, { place }) {
    if (!isOwnSubject(file, place)) return { level: "unknown", basis: "shown" };
    return { level: isUsedOtherwise(file, place) ? "may-emit" : "never-emits", basis: "shown" };
  },
};

/** A field of a class that is given a new subject once. */
function isOwnSubject(file: FileFacts, place: Place): boolean {
  if (place.root.kind !== "instance" || place.path.length !== 1 || !isClass(place.root.owner)) return false;
  const [store, ...others] = file.stores.storesTo(place);
  const value = store?.value === undefined || others.length > 0 ? undefined : unwrap(store.value);
  if (value?.type !== "NewExpression" || !subjectClasses.test(calleeName(value) ?? "")) return false;
  // Heirs in other files may let a protected field emit.
  return store?.site.type !== "PropertyDefinition" || store.site.accessibility !== "protected";
}

/** Whether anything but a notified operator may use the field: every mention of its name in the class, in code or template, counts. */
function isUsedOtherwise(file: FileFacts, place: Place): boolean {
  if (place.root.kind !== "instance") return true;
  const [from, to] = place.root.owner.range;
  const name = (place.path[0] ?? "").replace(/^#/, "");
  const mentioned = codeTextOf(file).slice(from, to).split(/[^\w$]+/).filter((word) => word === name).length;
  const notifiers = file.nodes.members.filter((member) => file.places.placeOf(member)?.key === place.key && isNotifier(member)).length;
  // One mention is the field's own.
  return mentioned > notifiers + 1;
}
