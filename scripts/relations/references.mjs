/** Who names what. */
import { nodesFrom } from "./read-file.mjs";

/** All references of a file in the order of the text. */
export function referencesOf({ scopeManager }) {
  return scopeManager.scopes.flatMap(({ references }) => references).sort((a, b) => a.identifier.range[0] - b.identifier.range[0]);
}

/** Whether a node stands within a stretch. */
export function liesIn({ range }, [from, to]) {
  return range[0] >= from && range[1] <= to;
}

/** Whether a variable is one of the whole file, or of nobody there. */
export function isOfFile(variable) {
  return variable == null || variable.scope.type === "module" || variable.scope.type === "global";
}

/** Whether names of the file may be looked up by what the text does not show. */
export function hasDynamicScopes(file) {
  return referencesOf(file).some(({ identifier, resolved }) => identifier.name === "eval" && isOfFile(resolved))
    || nodesFrom(file, file.ast).some(({ type }) => type === "WithStatement");
}

/** Whether what stands at the top of the file is seen by the file alone. */
export function hasOwnScope(file) {
  return isModule(file) || referencesOf(file).some(({ identifier }) => ["require", "module", "exports"].includes(identifier.name));
}

/** Whether a file imports or exports. */
export function isModule({ ast }) {
  return ast.body.some(({ type }) => /^(?:Import|Export|TSImportEquals|TSExportAssignment)/.test(type));
}
