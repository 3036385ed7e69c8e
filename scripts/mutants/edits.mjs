/** Changes to a text: what an edit is made of, and what becomes of the text. */
import { hasOwn } from "./source-index.mjs";
import { listAround } from "./syntax.mjs";

/** One edit: where it is, what it spoils, and the changes to ranges of the text, which do not overlap. */
export function edit(node, subject, ...changes) {
  return { node, subject: subject.replace(/\s+/g, " ").slice(0, 80), changes };
}

/** The text after all changes. */
export function applyChanges(text, changes) {
  const fromTheEnd = [...changes].sort((one, other) => other.range[0] - one.range[0]);
  return fromTheEnd.reduce((changed, { range, by }) => changed.slice(0, range[0]) + by + changed.slice(range[1]), text);
}

/** Puts a text in the place of a node. */
export function swapFor(node, by) {
  return { range: node.range, by };
}

/** Inserts a text at an offset. */
export function insertAt(offset, by) {
  return { range: [offset, offset], by };
}

/** Takes a statement out, and a bare `if` around it with it; an empty block stays where a statement has to be. */
export function withoutStatement(file, statement) {
  const { parent } = statement;
  const isSole = parent.type === "IfStatement" ? parent.consequent === statement : parent.type === "BlockStatement" && parent.body.length === 1 && parent.parent.consequent === parent;
  const guard = parent.type === "IfStatement" ? parent : parent.parent;
  const isPure = isSole && guard.alternate == null && listAround(guard) !== undefined && !hasOwn(file, guard.test, hasEffect);
  if (isPure) return swapFor(guard, "");
  return swapFor(statement, listAround(statement) === undefined ? "{}" : "");
}

function hasEffect({ type }) {
  return type === "CallExpression" || type === "AssignmentExpression" || type === "UpdateExpression" || type === "AwaitExpression";
}

/** Two adjacent statements in the other order; what stands between them stays. */
export function swapped(file, first, second) {
  const close = (node) => file.source(node).replace(/[^;}]$/, "$&;");
  return [swapFor(first, close(second)), swapFor(second, close(first))];
}

/** A name that the file does not use. */
export function freshName(file, base) {
  let name = base;
  for (let count = 2; new RegExp(`\\b${name}\\b`).test(file.text); count += 1) name = `${base}${count}`;
  return name;
}

/** The statements of a block, without its braces. */
export function insideOf(file, block) {
  return file.source(block).slice(1, -1).trim();
}
