/** How long an object lives, compared with the code that uses it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { aboveElement, finding, injectingCalls, lastingGlobals, making } from "../catalogue/words/value-lifetimes.ts";
import { calleeName, enclosingFunction, isFunction, isNothing, isWithin, receiverOf, unwrap } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";
import type { Place } from "./places.ts";
import { globalPathOf } from "./value-origin.ts";
import { functionOf } from "./variables.ts";

/**
 * - `process`: as long as the process or the page: globals, module variables, imported singletons;
 * - `outside`: handed in from outside: a parameter, an injected field; it may outlive what received it;
 * - `own`: made by the code that uses it, or by the same object, and dies with it;
 * - `unknown`: nothing tells.
 */
export type ValueLifetime = "process" | "outside" | "own" | "unknown";

/** Answers how long the object lives that an expression gives. */
export function valueLifetimeOf(file: FileFacts, expression: TSESTree.Node, depth = 0): ValueLifetime {
  const node = unwrap(expression);
  if (depth > 6) return "unknown";
  switch (node.type) {
    case "NewExpression":
    case "ObjectExpression":
    case "ArrayExpression":
      return "own";
    case "AwaitExpression":
      return valueLifetimeOf(file, node.argument, depth + 1);
    case "CallExpression":
      return ofCall(file, node, depth);
    case "ThisExpression":
      return "own";
    case "LogicalExpression":
      return agreed([node.left, node.right].map((side) => valueLifetimeOf(file, side, depth + 1)));
    case "ConditionalExpression":
      return agreed([node.consequent, node.alternate].map((side) => valueLifetimeOf(file, side, depth + 1)));
    case "Identifier":
    case "MemberExpression":
      return ofPlace(file, node, depth);
    default:
      return "unknown";
  }
}

function ofCall(file: FileFacts, call: TSESTree.CallExpression, depth: number): ValueLifetime {
  const path = globalPathOf(file, unwrap(call.callee))?.join(".");
  if (path === "matchMedia") return "process";
  const name = calleeName(call);
  if (name === undefined) return "unknown";
  if (injectingCalls.get(name)?.includes(file.imports.importedValueOf(call.callee)?.module ?? "") === true) return "outside";
  if (name === "get" && call.arguments.length === 0) return ofHeld(file, receiverOf(call), depth);
  // `https.get(url)` makes a request; `cameras.get(name)` finds what somebody has put there.
  if (name === "get" && asksStore(file, receiverOf(call))) return "unknown";
  if (finding.test(name)) return "outside";
  return making.test(name) ? "own" : "unknown";
}

/** Whether what is asked is a value of the file, and neither a module nor a global. */
function asksStore(file: FileFacts, receiver: TSESTree.Node | undefined): boolean {
  if (receiver === undefined || file.imports.importedValueOf(receiver) !== undefined) return false;
  return receiver.type !== "Identifier" || !file.variables.isGlobal(receiver);
}

/** `Client.get()`: who asks for nothing in particular makes nothing, and gets the one that is there, a part of what has it. */
function ofHeld(file: FileFacts, holder: TSESTree.Node | undefined, depth: number): ValueLifetime {
  const lifetime = holder === undefined ? "unknown" : valueLifetimeOf(file, holder, depth + 1);
  return lifetime === "own" ? "unknown" : lifetime;
}

function ofPlace(file: FileFacts, node: TSESTree.Identifier | TSESTree.MemberExpression, depth: number): ValueLifetime {
  const place = file.places.placeOf(node);
  if (place?.path.some((name) => aboveElement.test(name)) === true) return "process";
  if (place === undefined) return "unknown";
  switch (place.root.kind) {
    case "global": {
      const path = globalPathOf(file, node)?.join(".") ?? "";
      return lastingGlobals.test(path) ? "process" : "unknown";
    }
    case "static":
      return isFreshAt(file, node, place, depth) ? "own" : "process";
    case "instance":
      return place.path.length === 0 ? "own" : ofStored(file, node, depth, ofHolder(file, node, depth));
    case "variable": {
      const { variable } = place.root;
      const [definition] = variable.defs;
      if (definition?.type === "ImportBinding") return "process";
      if (definition?.type === "Parameter") return place.path.length === 0 || isFunction(definition.node) ? "outside" : "unknown";
      const stored = place.path.length === 0 ? ofStored(file, node, depth, "unknown") : "unknown";
      // A member, as of a ref, that this very code has just filled.
      if (functionOf(variable) !== undefined) return place.path.length > 0 && isFreshAt(file, node, place, depth) ? "own" : stored;
      if (isFreshAt(file, node, place, depth)) return "own";
      return place.path.length === 0 && isRefilledSlot(file, place, depth) ? "unknown" : "process";
    }
  }
}

/** `let popup;` of a module, which one function fills with what it makes and another empties: what is in it lives as long as nobody empties it. */
function isRefilledSlot(file: FileFacts, place: Place, depth: number): boolean {
  const stores = file.stores.storesTo(place).filter(({ site }) => site.type !== "VariableDeclarator" || site.init !== null);
  const isEmptied = stores.some(({ site, value }) => value !== undefined && isNothing(unwrap(value)) && enclosingFunction(site) !== undefined);
  return isEmptied && stores.every(({ site, value }) => value !== undefined && (isNothing(unwrap(value)) || (enclosingFunction(site) !== undefined && valueLifetimeOf(file, value, depth + 1) === "own")));
}

/** `socket = new Socket(); socket.on(…)` in a function: each call makes its own, however long the variable lives. */
function isFreshAt(file: FileFacts, node: TSESTree.Node, place: Place, depth: number): boolean {
  const host = enclosingFunction(node);
  if (host === undefined) return false;
  return file.stores.storesTo(place).some(({ site, value }) => {
    const isBefore = site.type === "AssignmentExpression" && site.operator === "=" && site.range[1] <= node.range[0] && enclosingFunction(site) === host;
    return isBefore && value !== undefined && isWithin(node, reachOf(site)) && valueLifetimeOf(file, value, depth + 1) === "own";
  });
}

/** Whether the code around an expression has just put a new object there, or there where this is a part of: `this.list = new List(); this.list.items`. */
export function isMadeAnew(file: FileFacts, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type !== "MemberExpression" && node.type !== "Identifier") return false;
  const place = file.places.placeOf(node);
  return (place !== undefined && isFreshAt(file, node, place, 0)) || (node.type === "MemberExpression" && isMadeAnew(file, node.object));
}

/** The statements that run on where an assignment has run: its block, or that around its `try`. */
function reachOf(assignment: TSESTree.AssignmentExpression): TSESTree.Node {
  const statement = assignment.parent;
  if (statement.type !== "ExpressionStatement") return assignment;
  const block = statement.parent;
  return block.type === "BlockStatement" && block.parent.type === "TryStatement" && block.parent.block === block ? block.parent.parent : block;
}

/** A part of what came from outside is from outside; a part of what is one's own may be anything. */
function ofHolder(file: FileFacts, node: TSESTree.Node, depth: number): ValueLifetime {
  return node.type !== "MemberExpression" || unwrap(node.object).type === "ThisExpression" ? "unknown" : ofHeld(file, node.object, depth);
}

/** What a field or variable is given decides; a parameter among the values makes it `outside`. */
function ofStored(file: FileFacts, node: TSESTree.Node, depth: number, otherwise: ValueLifetime): ValueLifetime {
  const place = file.places.placeOf(node);
  if (place === undefined) return otherwise;
  const ofFile = known.get(file) ?? new Map<string, ValueLifetime | "nothing">();
  known.set(file, ofFile);
  const question = `${String(depth)} ${place.key}`;
  const lifetime = ofFile.get(question) ?? ofStores(file, place, depth);
  ofFile.set(question, lifetime);
  return lifetime === "nothing" ? otherwise : lifetime;
}

/** What is known of each place, asked for at each depth: variables that are given each other have many ways to the first. */
const known = new WeakMap<FileFacts, Map<string, ValueLifetime | "nothing">>();

function ofStores(file: FileFacts, place: Place, depth: number): ValueLifetime | "nothing" {
  const lifetimes: ValueLifetime[] = [];
  for (const { value, site } of file.stores.storesTo(place)) {
    if (value === undefined) lifetimes.push(site.type === "TSParameterProperty" ? "outside" : "unknown");
    else if (!isNothing(value)) lifetimes.push(valueLifetimeOf(file, value, depth + 1));
  }
  return lifetimes.length === 0 ? "nothing" : agreed(lifetimes);
}

/** One lifetime if all agree; else unknown, since any of the values may be there. */
function agreed(lifetimes: readonly ValueLifetime[]): ValueLifetime {
  const [first] = lifetimes;
  return first !== undefined && lifetimes.every((lifetime) => lifetime === first) ? first : "unknown";
}
