/** The same program under names that say nothing. */
import { applyEdits, composeText, newWords } from "./composed-text.mjs";
import { freshNames } from "./fresh-names.mjs";
import { hasDynamicScopes } from "./references.mjs";

/** Declarations whose names are seen from elsewhere or stand for types. */
const STAYING_DEFINITIONS = new Set(["ImportBinding", "TSEnumName", "TSEnumMemberName", "TSModuleName", "Type"]);

/** Hooks are told by their names, React by the one that JSX is made with. */
const STAYING_NAMES = /^(?:use[A-Z].*|React|arguments|this)$/;

/**
 * Renames the variables, functions and classes that a file declares, exported ones too, as if those who import them followed.
 * Names of properties, methods, imports, types, hooks and globals stay.
 */
export function giveMeaninglessNames(file) {
  if (hasDynamicScopes(file)) return undefined;
  const edits = new Map();
  for (const { variable, name } of chooseNames(file)) {
    const { identifiers, references } = variable;
    const predicates = predicatesOf(file, variable);
    for (const identifier of [...identifiers, ...references.map((reference) => reference.identifier), ...predicates]) {
      if (identifier.name === variable.name) edits.set(identifier.range[0], editOfName(file, identifier, name));
    }
  }
  return edits.size === 0 ? undefined : composeText(file.text, applyEdits(file.text, [...edits.values()]));
}

/** The variables that get a name. A class has two of one name, outside and inside: they are told by where they are declared. */
function chooseNames(file) {
  const nextName = freshNames(file);
  const names = new Map();
  const chosen = [];
  for (const variable of file.scopeManager.scopes.flatMap(({ variables }) => variables)) {
    const { identifiers } = variable;
    if (identifiers.length === 0) continue;
    if (!names.has(identifiers[0])) {
      const name = isStaying(file, variable) ? undefined : nextName(/^[A-Z]/.test(variable.name));
      for (const identifier of identifiers) names.set(identifier, name);
    }
    const name = names.get(identifiers[0]);
    if (name !== undefined) chosen.push({ variable, name });
  }
  return chosen;
}

function isStaying(file, { name, defs, identifiers }) {
  return defs.some(({ type }) => STAYING_DEFINITIONS.has(type)) || STAYING_NAMES.test(name) || identifiers.some((identifier) => isSeenElsewhere(file, identifier));
}

/** A parameter that is a property as well, what is only declared, and what a namespace hands out. */
function isSeenElsewhere({ parents }, identifier) {
  for (let node = identifier; node !== undefined && node.type !== "BlockStatement"; node = parents.get(node)) {
    if (node.type === "TSParameterProperty" || node.declare === true) return true;
    if (node.type === "ExportNamedDeclaration" && parents.get(node)?.type === "TSModuleBlock") return true;
  }
  return false;
}

/** `x` of `x is string` is a parameter; the scopes do not know it. */
function predicatesOf({ parents }, { defs }) {
  const owners = defs.filter(({ type }) => type === "Parameter").map(({ node }) => node);
  return owners.flatMap((owner) => {
    const predicate = owner.returnType?.typeAnnotation;
    return predicate?.type === "TSTypePredicate" && parents.has(predicate) ? [predicate.parameterName] : [];
  });
}

/** The type of a declared name belongs to its range, the name itself is what is edited. */
function editOfName(file, identifier, name) {
  const [from] = identifier.range;
  const to = from + identifier.name.length;
  return { from, to, by: [newWords(textOfName(file, identifier, name), [[from, to]])] };
}

function textOfName({ parents }, identifier, name) {
  const parent = parents.get(identifier);
  if (parent?.type === "ExportSpecifier") return parent.local.name === parent.exported.name ? `${name} as ${identifier.name}` : name;
  const holder = parent?.type === "AssignmentPattern" && parent.left === identifier ? parents.get(parent) : parent;
  return holder?.type === "Property" && holder.shorthand ? `${identifier.name}: ${name}` : name;
}
