/** The release is a call that cannot end this kind of thing. */
import { edit, swapFor } from "../edits.mjs";
import { importedName } from "../imported-names.mjs";
import { platformOf } from "../platform.mjs";
import { isPushedBack, releaseStatements } from "../releases.mjs";
import { bare, calledName, receiverOf } from "../syntax.mjs";
import { WRONG_VERBS } from "../words.mjs";

/** Operators that change the verb of a release. */
export const wrongVerbs = [
  { id: "wrong-timer-verb", says: "A timer is given to a function that ends another kind of timer.", find: wrongTimerVerb },
  { id: "wrong-handle-verb", says: "The method that ends a handle is one that only pauses it or lets it go on.", find: wrongHandleVerb },
];

/** In browsers a frame is cancelled where a timer was to be cleared; in Node an immediate is. */
const OTHER_TIMER = { browser: "cancelAnimationFrame", node: "clearImmediate" };

function* wrongTimerVerb(file) {
  for (const release of releaseStatements(file)) {
    const { form, verb, call, subject } = release;
    if (form !== "timer" || isPushedBack(file, release)) continue;
    const isTimer = verb === "clearTimeout" || verb === "clearInterval";
    const wrong = isTimer ? OTHER_TIMER[platformOf(file)] : "clearTimeout";
    const name = receiverOf(call) === undefined ? bare(call.callee) : bare(call.callee).property;
    if (wrong !== undefined) yield edit(call, subject, swapFor(name, wrong));
  }
}

function* wrongHandleVerb(file) {
  for (const { form, verb, call, makers, subject } of releaseStatements(file)) {
    if (form !== "method") continue;
    const verbs = new Set(makers.map(({ value }) => wrongVerbOf(file, value, verb)));
    const [wrong] = verbs;
    if (verbs.size === 1 && wrong !== undefined) yield edit(call, subject, swapFor(bare(call.callee).property, wrong));
  }
}

function wrongVerbOf(file, maker, verb) {
  const { from, name } = importedName(file, bare(maker.callee)) ?? {};
  const isGlobal = from === undefined && bare(maker.callee).type === "Identifier";
  const fits = (kind) => kind.ends.includes(verb) && kind.makers.includes(name ?? calledName(maker)) && (kind.from === undefined ? isGlobal : kind.from.includes(from));
  return WRONG_VERBS.find(fits)?.verb;
}
