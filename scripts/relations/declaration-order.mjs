/** Whether a function declaration is known by nobody before its place, so that a constant does as well. */
import { hasOwnScope } from "./references.mjs";

const CLASS_NAME = /^[A-Z]/;

/**
 * Whether a declaration stands in the body of a function or of a file that others do not see into, is never assigned to, and
 * nothing that runs before it can reach it: not by its name, and not by a function that stands behind it.
 */
export function isDeclaredBeforeUse(file, node) {
  const holder = file.parents.get(node);
  const isExported = holder.type === "ExportNamedDeclaration";
  const block = isExported ? file.parents.get(holder) : holder;
  const [variable] = file.scopeManager.getDeclaredVariables(node).filter(({ identifiers }) => identifiers.includes(node.id));
  if (!isBody(file, block) || variable.defs.length > 1 || variable.references.some((reference) => reference.isWrite())) return false;
  if (CLASS_NAME.test(node.id.name) && variable.references.some(({ identifier }) => isHandedOver(file, identifier))) return false;
  const behind = variable.scope.variables.filter(({ defs }) => defs.some((definition) => definition.type === "FunctionName" && definition.node.range[0] > node.range[0]));
  return variable.references.every(({ identifier }) => identifier.range[0] > node.range[0]) && behind.every((other) => !isMentionedBefore(other, node));
}

/** What is mentioned in the declaration itself is reached through it. */
function isMentionedBefore({ references }, { range }) {
  return references.some(({ identifier }) => identifier.range[0] < range[0]);
}

/** Statements of other blocks run again, or not at all, and the names of old scripts leave them. */
function isBody(file, block) {
  if (block.type === "Program") return hasOwnScope(file);
  return block.type === "BlockStatement" && /Function/.test(file.parents.get(block).type);
}

/** A class of the old kind may be made or extended by whoever gets it. */
function isHandedOver({ parents }, identifier) {
  const parent = parents.get(identifier);
  return ["CallExpression", "NewExpression"].includes(parent.type) && parent.callee !== identifier;
}
