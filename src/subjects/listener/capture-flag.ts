/** What the options of `addEventListener` say: the capture flag, which a removal must repeat, and the signal. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { memberName, unwrap } from "../../syntax/tree.ts";
import type { ListenerCall } from "./listener-calls.ts";

/** The capture flag that the third argument sets; undefined where it cannot be read. */
export function captureOf(file: FileFacts, third: TSESTree.Node | undefined, depth = 0): boolean | undefined {
  if (third === undefined) return false;
  if (depth > 4) return undefined;
  const node = unwrap(third);
  switch (node.type) {
    case "Literal":
      return Boolean(node.value);
    case "ObjectExpression":
      return captureOption(file, node, depth);
    case "ConditionalExpression": {
      const [one, other] = [node.consequent, node.alternate].map((side) => captureOf(file, side, depth + 1));
      return one === other ? one : undefined;
    }
    case "UnaryExpression":
      return node.operator === "!" && node.argument.type === "Literal" ? !node.argument.value : undefined;
    case "Identifier": {
      if (node.name === "undefined") return false;
      const variable = file.variables.variableOf(node);
      const init = variable === undefined ? undefined : initializerOf(variable);
      return init === undefined ? undefined : captureOf(file, init, depth + 1);
    }
    default:
      return undefined;
  }
}

function captureOption(file: FileFacts, options: TSESTree.ObjectExpression, depth: number): boolean | undefined {
  let capture: boolean | undefined = false;
  for (const property of options.properties) {
    if (property.type !== "Property") return undefined;
    const name = memberName(property);
    if (name === undefined) return undefined;
    if (name === "capture") capture = property.value.type === "AssignmentPattern" ? undefined : captureOf(file, property.value, depth + 1);
  }
  return capture;
}

/** Whether options given at the addition may hold an abort signal that ends the listener. */
export function mayHaveSignal(file: FileFacts, added: ListenerCall): boolean {
  if (added.third === undefined) return false;
  const node = unwrap(added.third);
  const place = node.type === "Identifier" || node.type === "MemberExpression" ? file.places.placeOf(node) : undefined;
  const values = place === undefined ? [] : file.stores.storesTo(place).flatMap(({ value }) => value ?? []);
  return [node, ...values].some((value) => holdsSignal(unwrap(value)));
}

function holdsSignal(options: TSESTree.Node): boolean {
  if (options.type !== "ObjectExpression") return false;
  return options.properties.some((property) => property.type !== "Property" || memberName(property) === undefined || memberName(property) === "signal");
}
