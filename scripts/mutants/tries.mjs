/** The `try` statements of a file whose `finally` holds the only release or delete of something. */
import { collectionsOf } from "./entries.mjs";
import { releaseStatements } from "./releases.mjs";
import { removalsOf } from "./removals.mjs";
import { hasOwn, nodesBelow, oncePerFile } from "./source-index.mjs";
import { isWithin } from "./syntax.mjs";

const JUMPS = new Set(["ReturnStatement", "BreakStatement", "ContinueStatement"]);
const MOST_STATEMENTS = 3;

/**
 * All `try` statements with a small `finally`, no `catch`, and a body that may throw: the `node`, the `isDelete` that says whether only entries are
 * taken out there, and the `result`, the statement that returns a value at the end of the body, if it is the only way out by a jump.
 */
export const guardedReleases = oncePerFile((file) => {
  const releases = [...releaseStatements(file), ...removalsOf(file)].map(({ statement }) => statement);
  const deletes = collectionsOf(file).flatMap(({ removal }) => removal.statement ?? []);
  return file.nodesOf("TryStatement").flatMap((node) => {
    const { handler, finalizer, block } = node;
    if (handler != null || finalizer == null || finalizer.body.length > MOST_STATEMENTS || !hasOwn(file, block, mayThrow) || hasJump(file, finalizer)) return [];
    const hasRelease = releases.some((statement) => isInside(statement, finalizer));
    const hasDelete = deletes.some((statement) => isInside(statement, finalizer));
    if ((!hasRelease && !hasDelete) || isShadowed(file, node)) return [];
    return [{ node, isDelete: !hasRelease, subject: file.source(finalizer).slice(1, -1).trim(), ...waysOut(file, block) }];
  });
});

/** A release in a function below would run at another time. */
function isInside(statement, finalizer) {
  return isWithin(statement, finalizer) && !["ArrowFunctionExpression", "FunctionExpression"].includes(statement.parent.parent?.type);
}

function mayThrow({ type }) {
  return type === "CallExpression" || type === "NewExpression" || type === "AwaitExpression" || type === "ThrowStatement" || type === "YieldExpression";
}

function waysOut(file, block) {
  const last = block.body.at(-1);
  const result = last?.type === "ReturnStatement" && last.argument != null ? last : undefined;
  return { result, isStraight: !block.body.some((statement) => statement !== result && hasJump(file, statement)) };
}

/** Whether a statement may leave what is around it; a `break` of its own loop does not. */
function hasJump(file, statement) {
  for (const node of nodesBelow(file, statement, true)) {
    if (JUMPS.has(node.type) && !(node.type !== "ReturnStatement" && node.label == null && staysWithin(node, statement))) return true;
  }
  return false;
}

function staysWithin(jump, statement) {
  for (let outer = jump.parent; isWithin(outer, statement); outer = outer.parent) {
    if (/^(?:For|While|DoWhile)/.test(outer.type) || (outer.type === "SwitchStatement" && jump.type === "BreakStatement")) return true;
    if (outer === statement) return false;
  }
  return false;
}

/** Whether the body declares a name that the `finally` means otherwise. */
function isShadowed(file, { block, finalizer }) {
  const scope = file.scopeManager.acquire(block);
  const names = new Set(scope?.variables.map(({ name }) => name));
  return hasOwn(file, finalizer, (node) => node.type === "Identifier" && names.has(node.name));
}
