import { isEmptyHandle, type UnreachedTimer } from "../candidates/unreached-timer.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import type { Proof } from "./proof.ts";

/** The place holds a timer of another kind, or a function; or the file declares or tests it and only ever empties it. */
export const neverGiven: Proof<UnreachedTimer> = {
  id: "proof/never-given",
  says: "what the clear is given is never a timer that it could clear",
  find: (file, { difference, place, cleared }) => (difference === "callback" || difference === "other-kind" || isNeverGiven(file, place)) && cleared,
};

/** A field or local that gets no timer; what other code may write is left alone. */
function isNeverGiven(file: FileFacts, place: Place): boolean {
  const isOwn = (place.root.kind === "instance" && place.path.length === 1) || (place.root.kind === "variable" && place.path.length === 0);
  if (!isOwn) return false;
  if (place.root.kind === "variable" && place.root.variable.defs[0]?.type !== "Variable") return false;
  const stores = file.stores.storesTo(place);
  const isDeclared = place.root.kind === "variable" || stores.length > 0 || file.stores.annotationOf(place) !== undefined;
  return isDeclared && stores.every(({ value }) => value !== undefined && isEmptyHandle(value));
}
