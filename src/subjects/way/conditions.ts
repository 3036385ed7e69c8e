/**
 * What a path knows of conditions: `if (created) …` decided once is decided the same way later on the path, as long as
 * nothing writes what it is about. This makes `const own = !given; …; if (own) handle.close()` one question, asked twice.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, writesOf, type Variable } from "../../facts/variables.ts";
import type { Edge, Step } from "../../flow/graph.ts";
import type { Lattice } from "../../flow/lattice.ts";
import { enclosingFunction, unwrap } from "../../syntax/tree.ts";
import { conditionOf, conditionOfClause, keyOfEquality, type Condition } from "./condition-form.ts";
import { isSureHandle } from "./sure-handles.ts";
import { isAskedElsewhere } from "./switches.ts";

/** Whether a place is there or a comparison holds; of an empty place that the code itself emptied, how. */
export type KnownValue = boolean | "undefined" | "null";

/** Conditions known to hold or not to hold; keys name the condition. `undefined` as a whole: no path leads here. */
export type Known = ReadonlyMap<string, KnownValue>;

/** The lattice of what is known on every path: joined by keeping what agrees. */
export const knownConditions: Lattice<Known | undefined> = {
  bottom: undefined,
  join(one, other) {
    if (one === undefined) return other;
    if (other === undefined || one === other) return one;
    const agreed = new Map<string, KnownValue>();
    for (const [key, value] of one) {
      const second = other.get(key);
      if (second === value) agreed.set(key, value);
      else if (second !== undefined && value !== true && second !== true) agreed.set(key, false);
    }
    return agreed;
  },
  equals(one, other) {
    if (one === undefined || other === undefined || one === other) return one === other;
    return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
  },
};

/** What is known after following an edge; undefined if what is known rules the edge out. */
export function knownOnEdge(file: FileFacts, known: Known, edge: Edge): Known | undefined {
  if (edge.condition === undefined) return known;
  const condition = conditionAt(file, edge, edge.condition);
  if (condition === undefined) return known;
  const value = (edge.kind === "true") === condition.positive;
  const before = answerTo(known, condition);
  if (before !== undefined) return before === value ? known : undefined;
  return learn(known, condition, value);
}

const conditions = new WeakMap<Edge, Condition | "none">();

/** Paths come by the same condition many times. */
function conditionAt(file: FileFacts, edge: Edge, asked: TSESTree.Node): Condition | undefined {
  const known = conditions.get(edge) ?? askedOn(file, edge, asked) ?? "none";
  conditions.set(edge, known);
  return known === "none" ? undefined : known;
}

function askedOn(file: FileFacts, { test }: Edge, asked: TSESTree.Node): Condition | undefined {
  if (asked.type === "SwitchCase") return isAskedElsewhere(file, asked.parent) ? conditionOfClause(file, asked) : undefined;
  const condition = conditionOf(file, asked);
  return condition !== undefined && test === "presence" && condition.asked === "truth" ? { ...condition, asked: "nothing" } : condition;
}

/** How a whole test comes out, as far as the conditions that it is made of are known. */
function isDecided(file: FileFacts, known: Known, test: TSESTree.Node): boolean | undefined {
  const node = unwrap(test);
  if (node.type === "LogicalExpression" && node.operator !== "??") {
    const [left, right] = [isDecided(file, known, node.left), isDecided(file, known, node.right)];
    const stop = node.operator === "||";
    return left === stop || right === stop ? stop : left === undefined ? undefined : right;
  }
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = isDecided(file, known, node.argument);
    return inner === undefined ? undefined : !inner;
  }
  const condition = conditionOf(file, node);
  const answer = condition === undefined ? undefined : answerTo(known, condition);
  return answer === undefined ? undefined : answer === condition?.positive;
}

/** Whether the place is there, or the comparison holds, as far as it is known. */
function answerTo(known: Known, { key, asked, compared }: Condition): boolean | undefined {
  const value = known.get(key);
  if (value !== undefined) return typeof value === "boolean" ? value : asked !== "truth" && asked !== "nothing" && asked !== value;
  if (compared === undefined) return undefined;
  const place = known.get(compared.key);
  if (place !== undefined && (place === true) !== compared.isTruthy) return false;
  return [...known].some(([other, holds]) => holds === true && other.startsWith(`${compared.key}=`)) ? false : undefined;
}

function learn(known: Known, { key, asked, compared }: Condition, value: boolean): Known {
  const next = new Map(known).set(key, !value && (asked === "undefined" || asked === "null") ? asked : value);
  if (compared !== undefined && value) next.set(compared.key, compared.isTruthy);
  return next;
}

/**
 * What is known after a step: a write forgets what was known of its target, and a constant teaches it. Undefined where
 * the step does not complete: a method of an empty variable is called.
 */
export function knownAfter(file: FileFacts, known: Known, step: Step): Known | undefined {
  if (step.action === "evaluate") return callsNothing(file, known, step.node) ? undefined : known;
  if (step.action !== "assign") return known;
  const write = writtenBy(step.node);
  const place = write === undefined ? undefined : file.places.writtenPlaceOf(write.target);
  if (write === undefined || place === undefined) return known;
  const isOwn = place.root.kind !== "variable" || !isWrittenElsewhere(place.root.variable);
  const truth = write.value === undefined || !isOwn ? undefined : truthOfValue(file, known, write.value);
  const literal = write.value === "nothing" || write.value === undefined ? undefined : unwrap(write.value);
  const equality = isOwn && literal?.type === "Literal" ? keyOfEquality(place.key, literal) : undefined;
  const next = forget(known, place.key);
  if (truth === undefined && equality === undefined) return next;
  const taught = new Map(next);
  if (truth !== undefined) taught.set(place.key, truth);
  if (equality !== undefined) taught.set(equality, true);
  return taught;
}

/** Most writes are of what nothing is known of. */
function forget(known: Known, written: string): Known {
  const [member, comparison] = [`${written}.`, `${written}=`];
  const isLost = (key: string): boolean => key === written || key.startsWith(member) || key.includes(comparison);
  for (const key of known.keys()) if (isLost(key)) return new Map([...known].filter(([other]) => !isLost(other)));
  return known;
}

/** `handle.close()` and `handle()`, where the variable is surely empty. */
function callsNothing(file: FileFacts, known: Known, node: TSESTree.Node): boolean {
  if (node.type !== "CallExpression" || node.optional || known.size === 0) return false;
  const callee = unwrap(node.callee);
  const called = callee.type === "MemberExpression" && !callee.optional ? unwrap(callee.object) : callee;
  const key = called.type === "Identifier" ? file.places.placeOf(called)?.key : undefined;
  return key !== undefined && typeof known.get(key) === "string";
}

const writtenElsewhere = new WeakMap<Variable, boolean>();

/** Whether a function inside the variable's own writes it: then it may be full where the code around it left it empty. */
function isWrittenElsewhere(variable: Variable): boolean {
  const answer = writtenElsewhere.get(variable) ?? writesOf(variable).some(({ identifier }) => enclosingFunction(identifier) !== functionOf(variable));
  writtenElsewhere.set(variable, answer);
  return answer;
}

interface Write {
  readonly target: TSESTree.Node;
  /** `nothing`: declared without a value. */
  readonly value: TSESTree.Node | "nothing" | undefined;
}

function writtenBy(node: TSESTree.Node): Write | undefined {
  if (node.type === "VariableDeclarator") return { target: node.id, value: declaresNothing(node) ? "nothing" : (node.init ?? undefined) };
  if (node.type === "AssignmentExpression") return { target: node.left, value: node.operator === "=" ? node.right : undefined };
  if (node.type === "UpdateExpression") return { target: node.argument, value: undefined };
  return undefined;
}

/** `let handle;`, and not the head of a loop, which binds each element. */
function declaresNothing({ init, parent }: TSESTree.VariableDeclarator): boolean {
  return init === null && parent.parent.type !== "ForOfStatement" && parent.parent.type !== "ForInStatement";
}

/** Whether a value is known to be truthy or empty as it is written, and as its condition is decided. */
function truthOfValue(file: FileFacts, known: Known, expression: TSESTree.Node | "nothing"): KnownValue | undefined {
  if (expression === "nothing") return "undefined";
  const node = unwrap(expression);
  if (node.type === "ConditionalExpression") {
    const isChosen = isDecided(file, known, node.test);
    return isChosen === undefined ? undefined : truthOfValue(file, known, isChosen ? node.consequent : node.alternate);
  }
  if (isSureHandle(file, node)) return true;
  if (node.type === "Literal") return node.raw === "null" ? "null" : Boolean(node.value);
  if (node.type === "Identifier" && node.name === "undefined") return "undefined";
  return ["NewExpression", "ObjectExpression", "ArrayExpression", "FunctionExpression", "ArrowFunctionExpression"].includes(node.type) ? true : undefined;
}
