/** What is handed to calls that are named by a member, and to timers. */
import { nodesFrom } from "./read-file.mjs";

const TIMERS = new Set(["setTimeout", "setInterval", "setImmediate"]);

/** Bundlers and test runners read what these are called with from the text. */
const READ_FROM_TEXT = new Set(["require", "jest", "vi", "import"]);

/** The arguments of all such calls in the order of the text. */
export function argumentsOfMemberCalls(file) {
  const calls = nodesFrom(file, file.ast).filter((node) => node.type === "CallExpression" && isNamedByMember(node.callee));
  return calls.flatMap((call) => call.arguments).sort((a, b) => a.range[0] - b.range[0]);
}

function isNamedByMember(callee) {
  if (callee.type === "Identifier") return TIMERS.has(callee.name);
  return callee.type === "MemberExpression" && !READ_FROM_TEXT.has(firstNameOf(callee.object));
}

function firstNameOf(object) {
  if (object.type === "MetaProperty") return object.meta.name;
  return object.type === "MemberExpression" ? firstNameOf(object.object) : object.name;
}
