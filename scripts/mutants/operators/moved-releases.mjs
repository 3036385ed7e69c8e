/** The release moves to where some way does not come by. */
import { edit, swapFor, swapped, withoutStatement } from "../edits.mjs";
import { finalRegistrations } from "../final-events.mjs";
import { underParameter } from "../teardowns.mjs";
import { placesOf } from "../places.mjs";
import { isPushedBack, isRestart, releaseStatements } from "../releases.mjs";
import { removalsOf } from "../removals.mjs";
import { hasOwn, nodesBelow } from "../source-index.mjs";
import { bare, calledName, functionAround, nextStatement, receiverOf, settled } from "../syntax.mjs";
import { ASKS_TO_END, ENDING_METHODS } from "../words.mjs";

/** Operators that move a release. */
export const movedReleases = [
  { id: "release-behind-await", says: "The release stands behind an await, whose rejection passes it by.", find: behindAwait },
  { id: "release-behind-early-return", says: "The release stands behind an early return or throw.", find: behindEarlyReturn },
  { id: "release-under-parameter", says: "The teardown releases only if a new parameter says so, and no call gives it.", find: underParameter },
  { id: "ended-on-one-event-only", says: "The handler that releases is left out for one of the events that end the thing.", find: endedOnOneEvent },
  { id: "emptied-before-release", says: "The field is emptied before what it holds is released.", find: emptiedFirst },
];

function* movableReleases(file) {
  const removals = removalsOf(file).map(({ statement, subject, call }) => ({ statement, subject, thing: call.arguments[1], isAgain: false }));
  const releases = releaseStatements(file).map((release) => ({ ...release, thing: release.form === "timer" ? release.call.arguments[0] : bare(release.call.callee), isAgain: isRestart(file, release), isAwaited: ASKS_TO_END.has(release.verb) }));
  for (const { statement, subject, thing, isAgain, isAwaited, form } of [...removals, ...releases]) {
    const next = isAgain ? undefined : nextStatement(statement);
    const name = form === "method" || form === "receiver" ? thing.object : thing;
    if (next !== undefined && !mentions(file, next, name)) yield { statement, subject, next, isAwaited };
  }
}

/** Whether a statement, or a function in it, has to do with the same thing. */
function mentions(file, statement, thing) {
  const { placeOf } = placesOf(file);
  const place = placeOf(thing);
  for (const node of nodesBelow(file, statement)) {
    if ((node.type === "Identifier" || node.type === "MemberExpression") && placeOf(node) === place) return true;
  }
  return false;
}

function* behindAwait(file) {
  for (const { statement, subject, next, isAwaited } of movableReleases(file)) {
    if (isAwaited || !hasOwn(file, next, (node) => isAwait(node) && !isCaughtWithin(node, next)) || hasOwn(file, next, isJump)) continue;
    if (hasOwn(file, statement, isAwait) && hasOwn(file, next, isEnd)) continue;
    yield edit(statement, subject, ...swapped(file, statement, next));
  }
}

function isAwait({ type }) {
  return type === "AwaitExpression";
}

/** Whether a `catch` of the statement itself takes the failure, so that what follows runs all the same. */
function isCaughtWithin(node, statement) {
  for (let inner = node; inner !== statement; inner = inner.parent) {
    if (inner.parent.type === "TryStatement" && inner.parent.block === inner && inner.parent.handler != null) return true;
  }
  return false;
}

function isJump({ type }) {
  return type === "ReturnStatement" || type === "ThrowStatement" || type === "BreakStatement" || type === "ContinueStatement";
}

function isEnd(node) {
  return node.type === "CallExpression" && ENDING_METHODS.has(calledName(node));
}

function* behindEarlyReturn(file) {
  for (const { statement, subject, next } of movableReleases(file)) {
    if (next.type !== "IfStatement" || next.alternate != null) continue;
    const { consequent } = next;
    const only = consequent.type === "BlockStatement" && consequent.body.length === 1 ? consequent.body[0] : consequent;
    if (only.type === "ReturnStatement" || only.type === "ThrowStatement") yield edit(statement, subject, ...swapped(file, statement, next));
  }
}

function* endedOnOneEvent(file) {
  for (const { call, subject } of finalRegistrations(file)) {
    const outer = call.parent.type === "ChainExpression" ? call.parent : call;
    if (outer.parent.type === "ExpressionStatement") yield edit(outer.parent, subject, withoutStatement(file, outer.parent));
    else yield edit(call, subject, swapFor(call, file.source(bare(call.callee).object)));
  }
}

function* emptiedFirst(file) {
  for (const release of releaseStatements(file).filter((each) => !isPushedBack(file, each))) {
    const { form, call, statement, subject, place } = release;
    const isHarmless = form === "timer" || (form === "method" && bare(call.callee).optional && receiverOf(call).type !== "Identifier");
    const next = isHarmless ? nextStatement(statement) : undefined;
    const assignment = next?.type === "ExpressionStatement" ? settled(next.expression) : undefined;
    if (assignment?.type !== "AssignmentExpression" || assignment.operator !== "=" || !/^(?:null|undefined|void 0)$/.test(file.source(assignment.right))) continue;
    const isSame = placesOf(file).placeOf(assignment.left) === place && file.source(assignment.left) === file.source(form === "timer" ? call.arguments[0] : receiverOf(call));
    if (isSame && functionAround(next) === functionAround(statement)) yield edit(statement, subject, ...swapped(file, statement, next));
  }
}

