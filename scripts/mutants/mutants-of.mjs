/** Breaks correct code: all mutants of one file, each the same file with one release, delete or key spoiled. */
import { applyChanges } from "./edits.mjs";
import { OPERATORS } from "./operators.mjs";
import { originOf } from "./origin.mjs";
import { indexSource, isProgram } from "./source-index.mjs";

const HINTS = /clear(?:Interval|Timeout|Immediate)|cancelAnimationFrame|removeEventListener|removeListener|\boff\(|\bdelete\b|finally|\.(?:close|dispose|destroy|disconnect|unsubscribe|release|terminate|abort|cancel|stop|end|unlock|free|kill)\(|use(?:Layout|Insertion)?Effect|JSON\.stringify\(/;

/** Whether a text may have mutants: a cheap answer, so that most files are never parsed. */
export function mayHaveMutants(text) {
  return HINTS.test(text);
}

/**
 * Answers all mutants of a file, in the order of place, then operator: `operator` is its id, `line` where the edit is, `subject`
 * what is spoiled, `origin` tells whose copy it is, `text` is the file afterwards. Where the text cannot be parsed there is none.
 */
export function mutantsOf(text) {
  const file = mayHaveMutants(text) ? indexSource(text) : undefined;
  if (file === undefined) return [];
  const edits = OPERATORS.flatMap(({ id, find }) => [...find(file)].map((found) => ({ id, ...found })));
  const inOrder = edits.sort((one, other) => one.node.range[0] - other.node.range[0]);
  return inOrder.map((found) => toMutant(file, found)).filter(({ text: mutated }) => mutated !== text && isProgram(mutated, file.jsx));
}

function toMutant(file, { id, node, subject, changes }) {
  return { operator: id, line: node.loc.start.line, subject, origin: originOf(file, node), text: applyChanges(file.text, changes) };
}
