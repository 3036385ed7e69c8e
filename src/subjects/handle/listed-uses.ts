/** Lists that are written out once and gone through later: `this.pair = [this.one, this.other]; … this.pair.forEach((each) => each.dispose());`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { wrapped } from "../../syntax/tree.ts";
import { elementName } from "./chosen-uses.ts";

/** Where the file turns to the elements of the lists that a value is written into: each mention of their names. */
export function mentionsInLists(file: FileFacts, value: TSESTree.Node): readonly TSESTree.Node[] {
  const list = wrapped(value).parent;
  const place = list?.type === "ArrayExpression" ? placeOfList(file, wrapped(list)) : undefined;
  if (place === undefined) return [];
  return file.mentions.of(place).flatMap((mention) => {
    const name = elementName(wrapped(mention));
    const variable = name === undefined ? undefined : file.variables.variableOf(name);
    return variable === undefined ? [] : variable.references.flatMap(({ identifier, init }) => (init === true ? [] : [identifier as TSESTree.Node]));
  });
}

/** The place that an expression is the value of, as a whole. */
function placeOfList(file: FileFacts, value: TSESTree.Node): Place | undefined {
  const { parent } = value;
  if (parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.right === value) return file.places.writtenPlaceOf(parent.left);
  if (parent?.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return undefined;
  const variable = file.variables.variableOf(parent.id);
  return variable === undefined ? undefined : file.places.placeOfVariable(variable);
}
