/** The key of a delete or a lookup is another one than the key of the insert. */
import { edit, insertAt, swapFor } from "../edits.mjs";
import { collectionsOf } from "../entries.mjs";
import { placesOf, soleDeclarator } from "../places.mjs";
import { recomputedKeys } from "../recomputed-keys.mjs";
import { stringifiedKeys } from "../stringified-keys.mjs";
import { knownKind } from "../value-kinds.mjs";
import { bare, functionAround } from "../syntax.mjs";

/** Operators that change a key. */
export const changedKeys = [
  { id: "delete-under-text-of-key", says: "The delete is under a text made of the key.", find: underTextOfKey },
  { id: "delete-under-another-template", says: "The delete is under a template with another beginning.", find: underAnotherTemplate },
  { id: "key-normalised-on-one-side", says: "The delete normalises the key, and the insert does not.", find: normalisedOnOneSide },
  { id: "replacer-list-drops-nested", says: "The key is stringified with a list of its own names, which drops what is nested.", find: replacerList },
  { id: "key-recomputed", says: "The delete computes the key again, from something that has changed.", find: recomputed },
];

function* underTextOfKey(file) {
  for (const { removal, subject } of collectionsOf(file)) {
    const { key } = removal;
    if (key.type === "Identifier" || key.type === "MemberExpression") yield edit(removal.node, subject, swapFor(key, `\`\${${file.source(key)}}:x\``));
  }
}

function* underAnotherTemplate(file) {
  for (const { removal, subject } of collectionsOf(file)) {
    const template = templateOf(file, removal.key);
    if (template !== undefined) yield edit(removal.node, subject, swapFor(removal.key, `\`v1:${file.source(template).slice(1)}`));
  }
}

/** The template that the key is, or that the constant of the same function is that holds it. */
function templateOf(file, key) {
  const variable = key.type === "Identifier" ? placesOf(file).variableOf(key) : undefined;
  const declarator = variable === undefined ? undefined : soleDeclarator(variable);
  const isNear = declarator?.id.type === "Identifier" && functionAround(declarator) === functionAround(key);
  const value = isNear ? declarator.init : key;
  return value?.type === "TemplateLiteral" && value.expressions.length > 0 ? value : undefined;
}

function* normalisedOnOneSide(file) {
  for (const { kind, removal, subject } of collectionsOf(file)) {
    const held = knownKind(file, removal.key), text = file.source(removal.key);
    if (held === "string") yield edit(removal.node, subject, swapFor(removal.key, `${/^[\w.#$]+$/.test(text) || bare(removal.key).type === "TemplateLiteral" ? text : `(${text})`}.trim().toLowerCase()`));
    // A record makes a text of each key by itself.
    if (held === "other" && kind !== "record") yield edit(removal.node, subject, swapFor(removal.key, `String(${text})`));
  }
}

function* replacerList(file) {
  for (const call of stringifiedKeys(file)) {
    const [value] = call.arguments;
    yield edit(call, file.source(call), insertAt(value.range[1], `, Object.keys(${file.source(value)}).sort()`));
  }
}

function* recomputed(file) {
  for (const { removal, subject, by } of recomputedKeys(file)) yield edit(removal.node, subject, swapFor(removal.key, by));
}
