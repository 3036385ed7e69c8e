import type { TSESTree } from "@typescript-eslint/utils";

import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { isListeningName } from "../../catalogue/words/callbacks.ts";
import { beginsThing, isStartupName } from "../../catalogue/words/starting-up.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf, type Variable } from "../../facts/variables.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { calleeName, enclosingFunction, isWithin, receiverOf, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const startedThing: Evidence<CollectionInsert, "yes"> = {
  id: "repeats/started-thing",
  asks: "Does what is named like a start-up begin something for each of the things that it is given?",
  levels: { yes: ["what fills it begins something for the thing that it is given, each time one comes", "leak"] },
  ask: (file, { insert }) => yesAt(findStart(file, insert)),
};

/** The parameter under which something is begun: what is put in was made for it, or the function listens to it. */
function findStart(file: FileFacts, { node, key, value }: Operation): TSESTree.Node | undefined {
  const around = enclosingFunction(node);
  const thing = key === undefined ? undefined : thingOfKey(file, key, 0);
  if (around === undefined || thing === undefined || thing.defs[0]?.type !== "Parameter" || thing.defs[0].node !== around) return undefined;
  const name = file.functions.factOf(around).name ?? "";
  if (!isStartupName(name) && !beginsThing(name)) return undefined;
  const heard = listensTo(file, around, thing);
  if (heard !== undefined || !beginsThing(name)) return heard;
  const isNamed = wordsOf(name).at(-1) === wordsOf(thing.name).at(-1);
  return isNamed && value !== undefined && holdsState(file, value) ? unwrap(value) : undefined;
}

/** The variable that a key is a member of: `room` of `room.id`. */
function thingOfKey(file: FileFacts, expression: TSESTree.Node, depth: number): Variable | undefined {
  const node = unwrap(expression);
  if (node.type === "MemberExpression") return thingOfKey(file, node.object, depth);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init !== undefined && depth < 3 ? thingOfKey(file, init, depth + 1) : variable;
}

/** `room.onEmpty(() => …)`: the thing has a life of its own, of which it tells. */
function listensTo(file: FileFacts, around: FunctionNode, thing: Variable): TSESTree.Node | undefined {
  for (const { identifier } of thing.references) {
    const call = identifier.parent.type === "MemberExpression" ? identifier.parent.parent : undefined;
    if (call?.type !== "CallExpression" || !isWithin(call, around) || receiverOf(call) !== identifier || !isListeningName(calleeName(call) ?? "")) continue;
    if (call.arguments.some((argument) => file.functions.functionValueOf(argument) !== undefined)) return call;
  }
  return undefined;
}

/** What is put in is not the thing or its parts, but what comes of it: lists that are empty yet, counts, times, what a call has made. */
function holdsState(file: FileFacts, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const made = variable === undefined ? node : unwrap(initializerOf(variable) ?? node);
  if (made.type === "NewExpression" || made.type === "CallExpression") return true;
  if (made.type !== "ObjectExpression") return false;
  return made.properties.some((property) => property.type === "Property" && isState(file, property.value));
}

function isState(file: FileFacts, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  if (node.type === "ArrayExpression") return node.elements.length === 0;
  if (node.type === "Identifier") {
    const variable = file.variables.variableOf(node);
    const init = variable === undefined ? undefined : initializerOf(variable);
    return init !== undefined && (unwrap(init).type === "CallExpression" || unwrap(init).type === "NewExpression");
  }
  return node.type === "NewExpression" || node.type === "CallExpression";
}
