/** The collections of a file that outlive a call, with what is put into them and taken out. */
import { groupBy } from "../ecosystem/stored.mjs";
import { isHandedOver, valuesAt } from "./values.mjs";
import { isKept, placesOf } from "./places.mjs";
import { oncePerFile } from "./source-index.mjs";
import { bare, calledName, functionAround, isConstant, isWithin, receiverOf, statementOf } from "./syntax.mjs";

/**
 * All collections that grow by keys of their callers and have one delete and no other end in this file: `place`, `kind`
 * (Map, Set or record), the `inserts` with their `key`, and the `removal` with its `node`, `key`, and `statement` if it is one.
 * `siblings` are the deletes from other collections under the same key in the same function.
 */
export const collectionsOf = oncePerFile((file) => {
  const inserts = groupBy([...methodEntries(file, ["set", "add"]), ...recordInserts(file)], ({ place }) => place);
  const removals = groupBy([...methodEntries(file, ["delete"]), ...recordDeletes(file)], ({ place }) => place);
  const cleared = new Set(file.nodesOf("CallExpression").filter((call) => calledName(call) === "clear").map((call) => placesOf(file).placeOf(receiverOf(call))));
  return [...removals].flatMap(([place, own]) => {
    const kind = kindOf(file, place);
    if (own.length !== 1 || kind === undefined || cleared.has(place)) return [];
    const siblings = [...removals.values()].flat().filter((other) => inserts.has(other.place) && isSibling(file, own[0], other));
    const collection = { place, kind, inserts: inserts.get(place) ?? [], removal: own[0], siblings, subject: own[0].subject };
    return isGrowing(collection) && isAlone(file, collection) ? [collection] : [];
  });
});

function methodEntries(file, verbs) {
  return file.nodesOf("CallExpression").flatMap((call) => {
    const receiver = receiverOf(call);
    if (receiver === undefined || !verbs.includes(calledName(call)) || call.arguments.length === 0) return [];
    const place = placesOf(file).placeOf(receiver);
    return place === undefined ? [] : [{ place, node: call, key: call.arguments[0], statement: statementOf(call), subject: file.source(receiver) }];
  });
}

function recordInserts(file) {
  return file.nodesOf("AssignmentExpression").flatMap((node) => recordEntry(file, node, bare(node.left)));
}

function recordDeletes(file) {
  const deletes = file.nodesOf("UnaryExpression").filter(({ operator }) => operator === "delete");
  return deletes.flatMap((node) => recordEntry(file, node, bare(node.argument)));
}

function recordEntry(file, node, member) {
  if (member.type !== "MemberExpression" || !member.computed) return [];
  const place = placesOf(file).placeOf(member.object);
  return place === undefined ? [] : [{ place, node, key: member.property, statement: statementOf(node), subject: file.source(member.object) }];
}

/** What a place holds, if it is made once: a second fresh one would be an end of the first. */
function kindOf(file, place) {
  const { writesOf } = placesOf(file);
  const written = writesOf(place).filter(({ value }) => value != null);
  const kinds = new Set(valuesAt(file, place).map(({ value }) => kindOfValue(value)));
  return isKept(file, place) && written.length === 1 && isInitial(written[0].node) && kinds.size === 1 ? [...kinds][0] : undefined;
}

/** Whether a value is written when the module or the object comes to be: anywhere else it is an end of what was there. */
function isInitial(node) {
  if (node.type === "PropertyDefinition") return true;
  const around = functionAround(node);
  return around.type === "Program" || around.parent?.kind === "constructor" || /^[A-Z]/.test(around.id?.name ?? "");
}

function kindOfValue(value) {
  if (value.type === "NewExpression" && (value.callee.name === "Map" || value.callee.name === "Set")) return value.callee.name;
  if (value.type === "ObjectExpression" && value.properties.length === 0) return "record";
  return value.type === "CallExpression" && calledName(value) === "create" && value.arguments[0]?.raw === "null" ? "record" : undefined;
}

function isSibling(file, one, other) {
  const around = functionAround(one.node);
  return other.place !== one.place && functionAround(other.node) === around && !isOtherBranch(one.node, other.node) && around.type !== "Program" && file.source(one.key) === file.source(other.key);
}

function isGrowing({ inserts, removal }) {
  const growing = inserts.filter(({ key, node }) => !isConstant(key) && functionAround(node).type !== "Program");
  return growing.length > 0 && !isConstant(removal.key);
}

/** Nobody else gets the collection, and the delete does not merely make room for the next entry of the same key. */
function isAlone(file, { place, inserts, removal }) {
  return !isHandedOver(file, place) && !isExported(file, place) && !inserts.some((insert) => isRenewedBy(file, removal, insert));
}

function isRenewedBy(file, removal, insert) {
  if (functionAround(insert.node) !== functionAround(removal.node) || file.source(insert.key) !== file.source(removal.key)) return false;
  return insert.node.range[0] > removal.node.range[0] || isOtherBranch(removal.node, insert.node);
}

/** Whether one stands in the consequent and the other in the alternate of an `if`: a toggle. */
function isOtherBranch(one, other) {
  for (let outer = one.parent; outer != null; outer = outer.parent) {
    if (outer.type === "IfStatement" && outer.alternate != null && isWithin(other, outer)) {
      return isWithin(one, outer.consequent) !== isWithin(other, outer.consequent);
    }
  }
  return false;
}

function isExported(file, place) {
  return file.nodesOf("ExportNamedDeclaration").some(({ declaration }) => (declaration?.declarations ?? []).some(({ id }) => placesOf(file).placeOf(id) === place));
}
