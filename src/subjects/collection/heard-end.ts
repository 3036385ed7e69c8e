/** Where the function that puts something into a collection listens for the end of what it puts in. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { endListening, eventOfStream, eventOfVerb, happenedVerb } from "../../catalogue/words/callbacks.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isWithin, memberName, receiverOf, unwrap } from "../../syntax/tree.ts";
import type { Operation } from "./operations.ts";

/** How many objects around what ends are looked into: `const guest = { socket }; guests.push(guest)`. */
const MAXIMUM_DEPTH = 3;

/** Finds the call or assignment that listens for the end of what an insert puts in, as key, as value or inside it. */
export function findHeardEnd(file: FileFacts, { node, key, value }: Operation): TSESTree.Node | undefined {
  const around = enclosingFunction(node);
  if (around === undefined) return undefined;
  const entries = new Set([key, value].flatMap((part) => (part === undefined ? [] : variablesPutIn(file, part, 0))));
  if (entries.size === 0) return undefined;
  const isEntry = (receiver: TSESTree.Node | undefined): boolean => {
    const variable = receiver === undefined ? undefined : variableOf(file, receiver);
    return variable !== undefined && entries.has(variable);
  };
  for (const name of endListening) {
    for (const call of file.calls.named(name)) {
      const [event] = call.arguments;
      if (call.type !== "CallExpression" || !isWithin(call, around) || event?.type !== "Literal" || !endingEvents.has(String(event.value))) continue;
      if (isEntry(receiverOf(call))) return call;
    }
  }
  const told = file.calls.whose((name) => tellsEnd(name)).find((call) => call.type === "CallExpression" && isWithin(call, around) && isEntry(receiverOf(call)) && call.arguments.some((argument) => file.functions.functionValueOf(argument) !== undefined));
  if (told !== undefined) return told;
  const subscribed = file.calls.named("subscribe").find((call) => call.type === "CallExpression" && isWithin(call, around) && isEntry(streamOfEnd(call)));
  if (subscribed !== undefined) return subscribed;
  return file.nodes.assignments.find((assignment) => {
    const { left } = assignment;
    if (left.type !== "MemberExpression" || !isWithin(assignment, around)) return false;
    const event = /^on(\w+)$/.exec(memberName(left) ?? "")?.[1];
    return event !== undefined && endingEvents.has(event) && isEntry(left.object);
  });
}

/** `tab` of `tab.destroyed$.subscribe(() => …)` and of `dialog.afterClosed().subscribe(() => …)`. */
function streamOfEnd(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const receiver = receiverOf(call);
  const stream = receiver?.type === "CallExpression" ? unwrap(receiver.callee) : receiver;
  if (stream?.type !== "MemberExpression") return undefined;
  const event = eventOfStream.exec(memberName(stream) ?? "")?.[1];
  return event !== undefined && endingEvents.has(event.toLowerCase()) ? stream.object : undefined;
}

/** Finds the listener that is told of the end of things and asks the collection for them, by what it is told: `tabs.onRemoved.addListener((id) => agents.get(id))`. */
export function findToldEnd(file: FileFacts, operations: readonly Operation[]): TSESTree.Node | undefined {
  return operations.find((operation) => {
    const listener = operation.kind === "read" ? enclosingFunction(operation.node) : undefined;
    const call = listener?.parent;
    if (listener === undefined || call?.type !== "CallExpression" || !tellsOfEnd(call)) return false;
    const read = unwrap(operation.node);
    const key = read.type === "CallExpression" ? read.arguments[0] : read.type === "MemberExpression" && read.computed ? read.property : undefined;
    const variable = key === undefined ? undefined : variableOf(file, key);
    return variable?.defs[0]?.type === "Parameter" && variable.defs[0].node === listener;
  })?.node;
}

/** `emitter.on("close", …)`, `tabs.onRemoved.addListener(…)`, `window.onDidCloseTerminal(…)`. */
function tellsOfEnd(call: TSESTree.CallExpression): boolean {
  const name = calleeName(call) ?? "";
  if (endingEvents.has(happenedVerb.exec(name)?.[1]?.toLowerCase() ?? "")) return true;
  if (!endListening.has(name)) return false;
  const [event] = call.arguments;
  if (event?.type === "Literal") return endingEvents.has(String(event.value));
  const receiver = receiverOf(call);
  return receiver?.type === "MemberExpression" && tellsEnd(memberName(receiver) ?? "");
}

/** Whether a member of this name tells of the end of its object: `onClose`, `onDidDispose`. */
export function tellsEnd(name: string): boolean {
  const event = eventOfVerb.exec(name)?.[1];
  return event !== undefined && endingEvents.has(event.toLowerCase());
}

/** The variables that an entry is, or is made of: `socket` of `socket`, `socket.id`, `{ socket, since }` and `new Guest(socket)`. */
function variablesPutIn(file: FileFacts, part: TSESTree.Node, depth: number): Variable[] {
  const node = unwrap(part);
  const again = (inner: TSESTree.Node): Variable[] => (depth < MAXIMUM_DEPTH ? variablesPutIn(file, inner, depth + 1) : []);
  switch (node.type) {
    case "ObjectExpression":
      return node.properties.flatMap((property) => (property.type === "Property" ? again(property.value) : []));
    case "ArrayExpression":
      return node.elements.flatMap((element) => (element === null || element.type === "SpreadElement" ? [] : again(element)));
    case "NewExpression":
      return node.arguments.flatMap((argument) => (argument.type === "SpreadElement" ? [] : again(argument)));
    case "Identifier": {
      const variable = file.variables.variableOf(node);
      const init = variable === undefined ? undefined : initializerOf(variable);
      const made = init === undefined ? undefined : unwrap(init);
      const isPart = made?.type === "ObjectExpression" || made?.type === "NewExpression" || made?.type === "MemberExpression";
      const whole = variable === undefined ? undefined : destructuredOf(variable);
      return [...(variable === undefined ? [] : [variable]), ...(isPart ? again(made) : []), ...(whole === undefined ? [] : again(whole))];
    }
    default: {
      const variable = variableOf(file, node);
      return variable === undefined ? [] : [variable];
    }
  }
}

/** `device` of `const { address } = device`. */
function destructuredOf({ defs: [definition] }: Variable): TSESTree.Node | undefined {
  return definition?.type === "Variable" && definition.node.id.type === "ObjectPattern" ? (definition.node.init ?? undefined) : undefined;
}

/** `socket` for `socket`, `socket.id` and the calls chained to it. */
function variableOf(file: FileFacts, expression: TSESTree.Node): Variable | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") return file.variables.variableOf(node);
  if (node.type === "MemberExpression") return variableOf(file, node.object);
  const receiver = node.type === "CallExpression" && endListening.has(calleeName(node) ?? "") ? receiverOf(node) : undefined;
  return receiver === undefined ? undefined : variableOf(file, receiver);
}
