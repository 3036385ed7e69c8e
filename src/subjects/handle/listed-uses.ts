/** Lists that are written out once and gone through later: `this.pair = [this.one, this.other]; … this.pair.forEach((each) => each.dispose());`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { takingMany, takingOne } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { calleeName, memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import { elementName } from "./chosen-uses.ts";

/** Where the file turns to the elements of the lists that a value is written into: each mention of their names. */
export function mentionsInLists(file: FileFacts, value: TSESTree.Node): readonly TSESTree.Node[] {
  const list = wrapped(value).parent;
  const place = list?.type === "ArrayExpression" ? placeOfList(file, wrapped(list)) : undefined;
  if (place === undefined) return [];
  return file.mentions.of(place).flatMap((mention) => {
    const { parent } = wrapped(mention);
    // Whoever is given the list has its elements as well.
    if (parent?.type === "CallExpression" && parent.callee !== wrapped(mention)) return [mention];
    const taken = elementsTakenOf(wrapped(mention));
    if (taken !== undefined && takingOne.has(calleeName(taken) ?? "")) return [taken];
    const name = elementName(wrapped(taken ?? mention));
    const variable = name === undefined ? undefined : file.variables.variableOf(name);
    return variable === undefined ? [] : variable.references.flatMap(({ identifier, init }) => (init === true ? [] : [identifier as TSESTree.Node]));
  });
}

/** The call that gives elements of a list: `list.pop()`, `list.splice(0)`. */
function elementsTakenOf(list: TSESTree.Node): TSESTree.CallExpression | undefined {
  const call = list.parent?.type === "MemberExpression" && list.parent.object === list ? wrapped(list.parent).parent : undefined;
  return call?.type === "CallExpression" && unwrap(call.callee) === list.parent && (takingOne.has(calleeName(call) ?? "") || takingMany.has(calleeName(call) ?? "")) ? call : undefined;
}

/** The place that an expression is the value of, as a whole. */
function placeOfList(file: FileFacts, value: TSESTree.Node): Place | undefined {
  const { parent } = value;
  if (parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.right === value) return file.places.writtenPlaceOf(parent.left);
  if (parent?.type === "PropertyDefinition" && parent.value === value) return placeOfField(file, parent);
  if (parent?.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return undefined;
  const variable = file.variables.variableOf(parent.id);
  return variable === undefined ? undefined : file.places.placeOfVariable(variable);
}

function placeOfField(file: FileFacts, field: TSESTree.PropertyDefinition): Place | undefined {
  const name = memberName(field);
  return name === undefined ? undefined : file.places.memberOf(file.places.placeOfOwner(field.parent.parent, field.static), name);
}
