/** The release stays, and some way past it opens: a failure, a rejection. */
import { edit, freshName, insertAt, insideOf, swapFor } from "../edits.mjs";
import { guardedReleases } from "../tries.mjs";
import { releasesOf } from "../releases.mjs";
import { collectionsOf } from "../entries.mjs";
import { removalsOf } from "../removals.mjs";
import { hasOwn } from "../source-index.mjs";
import { calledName, functionAround, isFunction, isWithin } from "../syntax.mjs";

/** Operators that turn a `finally` into something less. */
export const missedReleases = [
  { id: "release-out-of-finally", says: "What stood in a finally block stands after the work, so that a failure passes it by.", find: outOfFinally },
  { id: "finally-block-into-then", says: "What stood in a finally block runs on success only, in a then.", find: blockIntoThen },
  { id: "promise-finally-into-then", says: "The callback of a finally is one of a then, so that a rejection passes it by.", find: promiseIntoThen },
  { id: "release-under-success-flag", says: "The finally block releases only if the work has come to its end.", find: underSuccessFlag },
  { id: "release-in-helper-on-one-way", says: "A local function releases, and only the way without a failure calls it.", find: inHelperOnOneWay },
];

function* outOfFinally(file) {
  for (const guarded of guardedReleases(file)) {
    if (!guarded.isDelete) yield afterTheWork(file, guarded);
  }
}

/** The edit that puts what a `finally` does behind the work. */
export function afterTheWork(file, { node, result, subject }) {
  const release = insideOf(file, node.finalizer);
  return edit(node, subject, swapFor(node, `{\n${workThen(file, node, result, release)}\n}`));
}

/** The body of a `try`, and `release` before its result is returned. */
function workThen(file, { block }, result, release) {
  if (result === undefined) return `${insideOf(file, block)}\n${release}`;
  const name = freshName(file, "result");
  const work = file.text.slice(block.range[0] + 1, result.range[0]);
  return `${work.trim()}\nconst ${name} = ${file.source(result.argument)};\n${release}\nreturn ${name};`;
}

function* blockIntoThen(file) {
  for (const { node, result, isStraight, subject } of guardedReleases(file)) {
    const around = functionAround(node);
    const isMovable = result === undefined && isStraight && around.async && !around.generator && !hasOwn(file, node, isHoisted);
    if (!isMovable) continue;
    const release = insideOf(file, node.finalizer);
    const callback = hasOwn(file, node.finalizer, isAwait) ? "async () =>" : "() =>";
    yield edit(node, subject, swapFor(node, `await (async () => ${file.source(node.block)})().then(${callback} {\n${release}\n});`));
  }
}

function isHoisted({ type, kind }) {
  return type === "FunctionDeclaration" || (type === "VariableDeclaration" && kind === "var");
}

function isAwait({ type }) {
  return type === "AwaitExpression";
}

function* promiseIntoThen(file) {
  const ends = [...releasesOf(file), ...removalsOf(file)].map(({ call }) => call);
  const deletes = collectionsOf(file).map(({ removal }) => removal.node);
  for (const call of file.nodesOf("CallExpression")) {
    const [callback] = call.arguments;
    if (calledName(call) !== "finally" || !isFunction(callback) || callback.params.length > 0) continue;
    if (![...ends, ...deletes].some((end) => isWithin(end, callback))) continue;
    yield edit(call, file.source(callback), swapFor(call.callee.property, "then"), ...keepingValue(file, callback));
  }
}

/** A `then` hands on what its callback returns, so the callback returns the value. */
function keepingValue(file, { body, range }) {
  const name = freshName(file, "value");
  const opening = file.text.indexOf("()", range[0]);
  if (opening === -1 || opening > body.range[0]) return [];
  const result = body.type === "BlockStatement" ? [insertAt(body.range[1] - 1, ` return ${name}; `)] : [swapFor(body, `{ ${file.source(body)}; return ${name}; }`)];
  return [{ range: [opening, opening + 2], by: `(${name})` }, ...result];
}

function* underSuccessFlag(file) {
  for (const { node, result, isStraight, subject } of guardedReleases(file)) {
    if (!isStraight) continue;
    const flag = freshName(file, "isDone");
    const work = `{\n${workThen(file, node, result, `${flag} = true;`)}\n}`;
    yield edit(node, subject, swapFor(node, `{ let ${flag} = false; try ${work} finally { if (${flag}) ${file.source(node.finalizer)} } }`));
  }
}

function* inHelperOnOneWay(file) {
  for (const { node, result, isStraight, subject } of guardedReleases(file)) {
    if (!isStraight || hasOwn(file, node.finalizer, ({ type }) => type === "YieldExpression")) continue;
    const name = freshName(file, "finishUp"), isAsync = hasOwn(file, node.finalizer, isAwait);
    const helper = `const ${name} = ${isAsync ? "async " : ""}() => ${file.source(node.finalizer)};`;
    const work = `{\n${workThen(file, node, result, `${isAsync ? "await " : ""}${name}();`)}\n}`;
    const error = freshName(file, "error");
    yield edit(node, subject, swapFor(node, `{ ${helper} try ${work} catch (${error}) { throw ${error}; } }`));
  }
}
