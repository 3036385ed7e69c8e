/** The abort signals that callers hand in. */
import { placesOf, rootVariable } from "./places.mjs";
import { oncePerFile } from "./source-index.mjs";

const OF_SIGNALS = ["aborted", "throwIfAborted", "reason"];

/** The places of all parameters, and members of parameters, that are used as an abort signal. */
export const signalPlaces = oncePerFile((file) => {
  const { placeOf } = placesOf(file);
  const places = new Set(file.nodesOf("MemberExpression").filter((node) => OF_SIGNALS.includes(node.property.name) || listensForAbort(node)).map(({ object }) => placeOf(object)));
  return new Set([...places].filter((place) => place !== undefined && rootVariable(file, place)?.defs[0]?.type === "Parameter"));
});

function listensForAbort({ property, parent }) {
  const call = parent.type === "ChainExpression" ? parent.parent : parent;
  return property.name === "addEventListener" && call.type === "CallExpression" && call.arguments[0]?.value === "abort";
}
