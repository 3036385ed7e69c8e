/** Whether a function declaration is known by nobody before its place, so that a constant does as well. */
import { hasOwnScope } from "./references.mjs";

const CLASS_NAME = /^[A-Z]/;

/**
 * Whether a declaration stands in the body of a function or of a file that others do not see into, is never assigned to, and
 * nothing that runs before it can reach it. Modules that import each other in a circle are taken to wait for each other.
 */
export function isDeclaredBeforeUse(file, node) {
  const holder = file.parents.get(node);
  const block = holder.type === "ExportNamedDeclaration" ? file.parents.get(holder) : holder;
  const variable = file.scopeManager.getDeclaredVariables(node).find(({ identifiers }) => identifiers.includes(node.id));
  if (!isBody(file, block) || variable.defs.length > 1 || variable.references.some((reference) => reference.isWrite())) return false;
  if (CLASS_NAME.test(node.id.name) && variable.references.some(({ identifier }) => isHandedOver(file, identifier))) return false;
  return isReachedOnlyAfter(variable, node.range[0]);
}

/** Code before a place reaches a function by its name, or by that of a function declared behind the place, which knows it. */
function isReachedOnlyAfter(variable, place) {
  const behind = variable.scope.variables.filter(({ defs }) => defs.some(({ type, node }) => type === "FunctionName" && node.range[0] > place));
  return [variable, ...behind].every(({ references }) => references.every(({ identifier }) => identifier.range[0] > place));
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
