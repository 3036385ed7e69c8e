/** Keys that are computed from something that changes each time, kept in a constant, and used for insert and delete. */
import { collectionsOf } from "./entries.mjs";
import { placesOf, soleDeclarator } from "./places.mjs";
import { nodesBelow } from "./source-index.mjs";
import { bare, functionAround, isWithin } from "./syntax.mjs";
import { VOLATILE_CALL } from "./words.mjs";

/** The collections whose delete has such a key, each with the text `by` that computes it anew. */
export function recomputedKeys(file) {
  return collectionsOf(file).flatMap((collection) => {
    const init = keptInit(file, collection);
    const by = init === undefined ? undefined : computedAnew(file, init);
    return by === undefined ? [] : [{ ...collection, by }];
  });
}

/** What the key is, if one constant of the function is the key of all inserts and of the delete. */
function keptInit(file, { inserts, removal }) {
  const { variableOf } = placesOf(file);
  const key = bare(removal.key);
  const variable = key.type === "Identifier" ? variableOf(key) : undefined;
  const declarator = variable === undefined ? undefined : soleDeclarator(variable);
  const isKept = declarator?.init != null && declarator.id.type === "Identifier" && functionAround(declarator).type !== "Program";
  if (!isKept || !isWithin(removal.node, functionAround(declarator))) return undefined;
  return inserts.every((insert) => insert.key.type === "Identifier" && variableOf(insert.key) === variable) ? declarator.init : undefined;
}

/** The same expression where its calls answer something else each time; a counter has gone on, so reading it is enough. */
function computedAnew(file, init) {
  const value = bare(init);
  if (value.type === "UpdateExpression") return value.prefix ? undefined : file.source(value.argument);
  const isVolatile = [...nodesBelow(file, value)].some((node) => node.type === "CallExpression" && VOLATILE_CALL.test(file.source(node.callee)));
  return isVolatile ? file.source(value) : undefined;
}
