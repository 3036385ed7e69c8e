/**
 * What a path knows of conditions: `if (created) …` decided once is decided the same way later on the path, as long as
 * nothing writes what it is about. This makes `const own = !given; …; if (own) handle.close()` one question, asked twice.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import type { Edge, Step } from "../../flow/graph.ts";
import type { Lattice } from "../../flow/lattice.ts";
import { unwrap } from "../../syntax/tree.ts";

/** Conditions known to hold or not to hold; keys name the condition. `undefined` as a whole: no path leads here. */
export type Known = ReadonlyMap<string, boolean>;

interface Condition {
  readonly key: string;
  /** Whether the expression is true when the condition named by the key holds. */
  readonly positive: boolean;
}

/** The lattice of what is known on every path: joined by keeping what agrees. */
export const knownConditions: Lattice<Known | undefined> = {
  bottom: undefined,
  join(one, other) {
    if (one === undefined) return other;
    if (other === undefined) return one;
    return new Map([...one].filter(([key, value]) => other.get(key) === value));
  },
  equals(one, other) {
    if (one === undefined || other === undefined) return one === other;
    return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
  },
};

/** What is known after following an edge; undefined if what is known rules the edge out. */
export function knownOnEdge(file: FileFacts, known: Known, edge: Edge): Known | undefined {
  if (edge.condition === undefined) return known;
  const condition = conditionOf(file, edge.condition, 0);
  if (condition === undefined) return known;
  const value = (edge.kind === "true") === condition.positive;
  const before = known.get(condition.key);
  if (before !== undefined) return before === value ? known : undefined;
  return new Map([...known, [condition.key, value]]);
}

/** What is known after a step: a write forgets what was known of its target, and a constant teaches it. */
export function knownAfter(file: FileFacts, known: Known, step: Step): Known {
  if (step.action !== "assign") return known;
  const write = writtenBy(step.node);
  const place = write === undefined ? undefined : file.places.writtenPlaceOf(write.target);
  if (write === undefined || place === undefined) return known;
  const next = new Map([...known].filter(([key]) => key !== place.key && !key.startsWith(`${place.key}.`) && !key.includes(`${place.key}=`)));
  const truth = write.value === undefined ? undefined : truthOf(write.value);
  if (truth !== undefined) next.set(place.key, truth);
  return next;
}

function writtenBy(node: TSESTree.Node): { readonly target: TSESTree.Node; readonly value: TSESTree.Node | undefined } | undefined {
  if (node.type === "VariableDeclarator") return { target: node.id, value: node.init ?? undefined };
  if (node.type === "AssignmentExpression") return { target: node.left, value: node.operator === "=" ? node.right : undefined };
  if (node.type === "UpdateExpression") return { target: node.argument, value: undefined };
  return undefined;
}

/** Whether a value is known to be truthy or falsy as it is written. */
function truthOf(expression: TSESTree.Node): boolean | undefined {
  const node = unwrap(expression);
  if (node.type === "Literal") return Boolean(node.value);
  if (node.type === "Identifier" && node.name === "undefined") return false;
  return ["NewExpression", "ObjectExpression", "ArrayExpression", "FunctionExpression", "ArrowFunctionExpression"].includes(node.type) ? true : undefined;
}

/** The normal form of a condition: which place it tests, or which text, and in which sense. */
function conditionOf(file: FileFacts, expression: TSESTree.Node, depth: number): Condition | undefined {
  if (depth > 5) return undefined;
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier":
    case "MemberExpression": {
      const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
      const init = variable === undefined ? undefined : initializerOf(variable);
      const stands = init === undefined || !isTest(init) ? undefined : conditionOf(file, init, depth + 1);
      const key = file.places.placeOf(node)?.key;
      return stands ?? (key === undefined ? undefined : { key, positive: true });
    }
    case "UnaryExpression": {
      const inner = node.operator === "!" ? conditionOf(file, node.argument, depth + 1) : undefined;
      return inner === undefined ? undefined : { key: inner.key, positive: !inner.positive };
    }
    case "CallExpression":
      return node.callee.type === "Identifier" && node.callee.name === "Boolean" && node.arguments[0] !== undefined ? conditionOf(file, node.arguments[0], depth + 1) : undefined;
    case "BinaryExpression":
      return comparison(file, node, depth);
    default:
      return undefined;
  }
}

/** Only what is itself a test stands for its variable: `const own = !given`, not `const own = make()`. */
function isTest(init: TSESTree.Node): boolean {
  const node = unwrap(init);
  return node.type === "UnaryExpression" || node.type === "BinaryExpression" || (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "Boolean");
}

function comparison(file: FileFacts, node: TSESTree.BinaryExpression, depth: number): Condition | undefined {
  const isEqual = node.operator === "===" || node.operator === "==";
  if (!isEqual && node.operator !== "!==" && node.operator !== "!=") return undefined;
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  if (isNothing(right)) {
    const operand = left.type === "UnaryExpression" && left.operator === "typeof" ? left.argument : left;
    const inner = conditionOf(file, operand, depth + 1);
    return inner === undefined ? undefined : { key: inner.key, positive: isEqual ? !inner.positive : inner.positive };
  }
  const place = file.places.placeOf(left);
  return place !== undefined && right.type === "Literal" ? { key: `${place.key}=${right.raw}`, positive: isEqual } : undefined;
}

function isNothing(node: TSESTree.Node): boolean {
  return (node.type === "Literal" && (node.value === null || node.value === "undefined")) || (node.type === "Identifier" && node.name === "undefined");
}
