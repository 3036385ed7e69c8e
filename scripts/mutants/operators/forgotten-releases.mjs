/** The only release goes. */
import { edit, withoutStatement } from "../edits.mjs";
import { isPushedBack, releasesOf, releaseStatements } from "../releases.mjs";
import { removalsOf } from "../removals.mjs";
import { isFunction, isWithin } from "../syntax.mjs";
import { EFFECT_HOOK } from "../words.mjs";

/** Operators that take a release out. */
export const forgottenReleases = [
  { id: "interval-not-cleared", says: "The only clearing of an interval is gone.", find: (file) => withoutTimer(file, "clearInterval") },
  { id: "timeout-not-cleared", says: "The only clearing of a timeout is gone.", find: (file) => withoutTimer(file, "clearTimeout") },
  { id: "frame-not-cancelled", says: "The only cancelling of an animation frame is gone.", find: (file) => withoutTimer(file, "cancelAnimationFrame") },
  { id: "dom-listener-not-removed", says: "The only removal of a listener of an event target is gone.", find: (file) => withoutRemoval(file, true) },
  { id: "emitter-listener-not-removed", says: "The only removal of a listener of an emitter is gone.", find: (file) => withoutRemoval(file, false) },
  { id: "handle-not-released", says: "The only call that ends a handle is gone.", find: withoutHandleRelease },
  { id: "effect-cleanup-gone", says: "An effect hands out no cleanup any more.", find: withoutEffectCleanup },
];

function* withoutTimer(file, verb) {
  for (const release of releaseStatements(file)) {
    if (release.form !== "timer" || release.verb !== verb || isPushedBack(file, release)) continue;
    yield edit(release.statement, release.subject, withoutStatement(file, release.statement));
  }
}

function* withoutRemoval(file, isDom) {
  for (const removal of removalsOf(file)) {
    if (removal.isDom === isDom) yield edit(removal.statement, removal.subject, withoutStatement(file, removal.statement));
  }
}

function* withoutHandleRelease(file) {
  for (const { form, statement, subject } of releaseStatements(file)) {
    if (form !== "timer") yield edit(statement, subject, withoutStatement(file, statement));
  }
}

function* withoutEffectCleanup(file) {
  const ends = [...releasesOf(file).filter(({ makers }) => makers.length > 0), ...removalsOf(file)];
  for (const statement of file.nodesOf("ReturnStatement")) {
    const effect = isFunction(statement.argument) ? effectAround(file, statement) : undefined;
    const isOnly = effect !== undefined && ends.some((end) => isWithin(end.call, statement) && startsOf(end).some((start) => isWithin(start, effect)));
    if (isOnly) yield edit(statement, file.source(statement.argument), withoutStatement(file, statement));
  }
}

function startsOf({ makers, additions }) {
  return makers === undefined ? additions.map(({ call }) => call) : makers.map(({ value }) => value);
}

function effectAround(file, statement) {
  const effect = statement.parent.parent;
  const call = isFunction(effect) ? effect.parent : undefined;
  return call?.type === "CallExpression" && EFFECT_HOOK.test(file.source(call.callee)) ? effect : undefined;
}
