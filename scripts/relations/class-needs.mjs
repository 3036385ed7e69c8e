/** What a class needs of its module. */
import { nodesFrom } from "./read-file.mjs";
import { liesIn, referencesOf } from "./references.mjs";

/** What says another thing in another file, or runs code when the class is made. */
const BOUND_TO_FILE = new Set(["MetaProperty", "StaticBlock"]);
const NAMES_OF_FILE = new Set(["__filename", "module", "exports", "eval"]);
const TYPES = new Set(["TSInterfaceDeclaration", "TSTypeAliasDeclaration"]);

/**
 * The imported variables and the declarations of types that a class on a stretch names, those that these name included;
 * undefined where it needs more, which is to stay where it is.
 */
export function needsOf(file, node, stretch) {
  if (nodesFrom(file, node).some(({ type, meta }) => BOUND_TO_FILE.has(type) && meta?.name !== "new")) return undefined;
  const references = referencesOf(file);
  const [own] = file.scopeManager.getDeclaredVariables(node);
  if (own.defs.length > 1 || references.some((reference) => reference.resolved === own && reference.isWrite())) return undefined;
  const found = { imports: new Set(jsxImports(file, node)), types: new Set() };
  const isMet = collectNeeds(references, own, stretch, found);
  return isMet ? { imports: found.imports, types: [...found.types].sort((a, b) => a.range[0] - b.range[0]) } : undefined;
}

function collectNeeds(references, own, stretch, found) {
  return references.filter(({ identifier }) => liesIn(identifier, stretch)).every(({ identifier, resolved }) => {
    if (resolved == null || resolved.defs.length === 0) return !NAMES_OF_FILE.has(identifier.name);
    if (resolved === own || liesIn(resolved.scope.block, stretch)) return true;
    if (resolved.defs.every(({ type }) => type === "ImportBinding")) return found.imports.add(resolved);
    return collectType(references, own, resolved, found);
  });
}

/** Types are the same wherever they are declared, if all of the declaration can be taken along. */
function collectType(references, own, { scope, defs }, found) {
  const [{ node }] = defs;
  if (scope.type !== "module" || defs.length > 1 || !TYPES.has(node.type)) return false;
  if (found.types.has(node)) return true;
  found.types.add(node);
  return collectNeeds(references, own, node.range, found);
}

/** JSX is made with React, and says so nowhere. */
function jsxImports(file, node) {
  if (!nodesFrom(file, node).some(({ type }) => type.startsWith("JSX"))) return [];
  const variables = file.scopeManager.scopes.filter(({ type }) => type === "module").flatMap(({ variables }) => variables);
  return variables.filter(({ name, defs }) => name === "React" && defs.every(({ type }) => type === "ImportBinding"));
}
