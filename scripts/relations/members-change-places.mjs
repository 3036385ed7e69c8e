/** The same classes with their methods in reverse order. */
import { endWithComments, startWithComments } from "./attached-comments.mjs";
import { composeText, copied } from "./composed-text.mjs";
import { nodesFrom } from "./read-file.mjs";
import { liesIn } from "./references.mjs";

const METHODS = new Set(["MethodDefinition", "TSAbstractMethodDefinition"]);

/**
 * Reverses methods, accessors and the constructor of each class, comments that lead them included. Fields, static blocks,
 * and what has decorators or a computed key are evaluated in their order and stay where they are.
 */
export function reverseMembers(file) {
  const bodies = nodesFrom(file, file.ast).filter(({ type }) => type === "ClassBody");
  const moves = bodies.flatMap((body) => movesOf(file, body)).sort((a, b) => a.slot[0] - b.slot[0]);
  return moves.length === 0 ? undefined : composeText(file.text, pieces([0, file.text.length], file, moves));
}

/** The pieces of a stretch, with the classes of the methods in it reversed as well. */
function pieces([from, to], file, moves) {
  const found = [];
  let at = from;
  for (const { slot, member } of moves) {
    if (slot[0] < at || slot[1] > to || (slot[0] === from && slot[1] === to)) continue;
    found.push(copied(at, slot[0]), ...pieces(member, file, moves));
    at = slot[1];
  }
  return [...found, copied(at, to)];
}

/** Which member comes into which place of a class, as stretches. */
function movesOf(file, body) {
  const groups = groupsOf(body);
  if (hasTwins(groups)) return [];
  const isLoose = groups.some(([member]) => isFieldLike(member) && !file.text.slice(...member.range).endsWith(";"));
  const movable = groups.filter(([member]) => isMovable(member) && !(isLoose && isTakenForMore(member)));
  const stretches = movable.map((group) => stretchOf(file, body, groups, group));
  if (stretches.length < 2 || endsInLineComment(file, body, stretches)) return [];
  return stretches.map((slot, index) => ({ slot, member: stretches[stretches.length - 1 - index] }));
}

/** The members of a class, each together with the overloads before it. */
function groupsOf({ body }) {
  const groups = [];
  for (const member of body) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && isOverload(last) && memberNameOf(last) === memberNameOf(member)) groups.at(-1).push(member);
    else groups.push([member]);
  }
  return groups;
}

function isOverload({ type, value }) {
  return METHODS.has(type) && value.type === "TSEmptyBodyFunctionExpression";
}

function isFieldLike({ type }) {
  return /Property(?:Definition)?$/.test(type);
}

function isMovable({ type, computed, decorators = [], value }) {
  return METHODS.has(type) && !computed && decorators.length === 0 && value.params.every((param) => (param.decorators ?? []).length === 0);
}

/** Behind a field without a semicolon, a star multiplies and `in` looks into it. */
function isTakenForMore({ value, key }) {
  return value.generator || ["in", "instanceof"].includes(key.name);
}

/** Of two members of one name the last one counts; a getter and its setter are one. */
function hasTwins(groups) {
  const kinds = new Map();
  for (const [member] of groups.filter(([{ type, computed }]) => METHODS.has(type) && !computed)) {
    const known = kinds.get(memberNameOf(member)) ?? [];
    if (known.length > 0 && !isAccessorPair([...known, member.kind])) return true;
    kinds.set(memberNameOf(member), [...known, member.kind]);
  }
  return false;
}

function isAccessorPair(kinds) {
  return kinds.length === 2 && kinds.includes("get") && kinds.includes("set");
}

function memberNameOf({ key, static: isStatic, computed }) {
  const name = key?.type === "PrivateIdentifier" ? `#${key.name}` : (key?.name ?? String(key?.value));
  return computed ? undefined : `${isStatic ? "static " : ""}${name}`;
}

/** A member from its comments to what follows it on its line. */
function stretchOf(file, body, groups, group) {
  const before = groups[groups.indexOf(group) - 1];
  const after = groups[groups.indexOf(group) + 1];
  const [start, end] = [group[0].range[0], group.at(-1).range[1]];
  const floor = endWithComments(file, before?.at(-1).range[1] ?? body.range[0] + 1, start);
  return [startWithComments(file, start, floor), endWithComments(file, end, after?.[0].range[0] ?? body.range[1])];
}

/** A comment to the end of the line would swallow what stands behind the place that its member comes to. */
function endsInLineComment({ ast, text }, { range }, stretches) {
  const ends = new Set(ast.comments.filter((comment) => comment.type === "Line" && liesIn(comment, range)).map((comment) => comment.range[1]));
  return stretches.some(([, end]) => ends.has(end)) && stretches.some(([, end]) => !/[\r\n]/.test(text.charAt(end)));
}
