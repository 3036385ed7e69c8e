/** Which member of which module a name of the file stands for. */
import { placesOf, soleDeclarator } from "./places.mjs";
import { memberName, settled } from "./syntax.mjs";

/** Answers the module `from` that a callee comes from, without `node:`, and the `name` that it has there. */
export function importedName(file, callee) {
  if (callee.type === "MemberExpression") {
    const base = callee.object.type === "Identifier" ? importedName(file, callee.object) : undefined;
    return base === undefined ? undefined : { from: base.from, name: memberName(callee) };
  }
  const variable = placesOf(file).variableOf(callee);
  const [definition] = variable?.defs ?? [];
  if (definition?.type === "ImportBinding") return fromImport(definition);
  const declarator = variable === undefined ? undefined : soleDeclarator(variable);
  return declarator === undefined ? undefined : fromRequire(declarator, callee.name);
}

function fromImport({ node, parent }) {
  if (parent.type !== "ImportDeclaration") return undefined;
  return { from: parent.source.value.replace(/^node:/, ""), name: node.imported?.name ?? node.local.name };
}

function fromRequire({ id, init }, name) {
  const call = settled(init);
  const isRequire = call?.type === "CallExpression" && call.callee.name === "require" && typeof call.arguments[0]?.value === "string";
  if (!isRequire) return undefined;
  const property = id.type === "ObjectPattern" ? id.properties.find(({ value }) => value?.name === name) : undefined;
  return { from: call.arguments[0].value.replace(/^node:/, ""), name: property?.key.name ?? name };
}
