/** Functions that tear something down, by what they do: each holds the only release of what a field or a module variable keeps. */
import { edit, freshName, insertAt } from "./edits.mjs";
import { isKept, placesOf } from "./places.mjs";
import { releaseStatements } from "./releases.mjs";
import { hasOwn } from "./source-index.mjs";
import { bare, functionAround, isFunction, memberName } from "./syntax.mjs";

/** Yields the edits that put such a release under a new last parameter that no call gives. */
export function* underParameter(file) {
  for (const release of releaseStatements(file)) {
    const { statement, subject, place } = release;
    const teardown = functionAround(statement);
    const isElsewhere = release.makers.every(({ node }) => functionAround(node) !== teardown);
    if (!isKept(file, place) || !isElsewhere || !isOpenToParameter(file, teardown)) continue;
    const offset = parameterOffset(file, teardown);
    if (offset === undefined) continue;
    const name = freshName(file, "isForced");
    const parameter = insertAt(offset, `${teardown.params.length > 0 ? ", " : ""}${name} = false`);
    yield edit(statement, subject, parameter, insertAt(statement.range[0], `if (${name}) { `), insertAt(statement.range[1], " }"));
  }
}

/** Whether the function has a name, and nobody who calls it could give a further argument by chance. */
function isOpenToParameter(file, teardown) {
  if (!isFunction(teardown) || teardown.params.some(({ type }) => type === "RestElement") || hasOwn(file, teardown.body, isArguments)) return false;
  const name = nameOfTeardown(teardown);
  return name !== undefined && everyMention(file, name).every((use) => isCallWithin(use, teardown.params.length));
}

function isArguments({ type, name }) {
  return type === "Identifier" && name === "arguments";
}

function nameOfTeardown(teardown) {
  const { parent } = teardown;
  if (teardown.type === "FunctionDeclaration") return teardown.id?.name;
  if (parent.type === "MethodDefinition") return parent.kind === "method" && !parent.computed ? parent.key.name : undefined;
  if (parent.type === "PropertyDefinition" || (parent.type === "Property" && parent.kind === "init" && parent.method)) return parent.computed ? undefined : parent.key.name;
  if (parent.type === "AssignmentExpression") return memberName(parent.left);
  return parent.type === "VariableDeclarator" ? parent.id.name : undefined;
}

/** All uses of a name in the file, as a variable or as a member, its definitions left out. */
function everyMention(file, name) {
  const { variableOf } = placesOf(file);
  const members = file.nodesOf("MemberExpression").filter((node) => memberName(node)?.replace("#", "") === name);
  const names = file.nodesOf("Identifier").filter((node) => node.name === name && variableOf(node) !== undefined && !variableOf(node).identifiers.includes(node));
  return [...members, ...names].filter(({ parent }) => parent.type !== "AssignmentExpression");
}

function isCallWithin(use, most) {
  const { parent } = use.parent.type === "ChainExpression" ? use.parent : use;
  if (parent.type === "ExportSpecifier" || parent.type === "ExportDefaultDeclaration") return true;
  return parent.type === "CallExpression" && bare(parent.callee) === use && parent.arguments.length <= most && parent.arguments.every(({ type }) => type !== "SpreadElement");
}

/** Where a further parameter goes. */
function parameterOffset(file, teardown) {
  const last = teardown.params.at(-1);
  if (last !== undefined) return last.range[1];
  const start = teardown.typeParameters?.range[1] ?? teardown.id?.range[1] ?? teardown.range[0];
  const opening = file.text.indexOf("(", start);
  const isEmpty = opening !== -1 && opening < teardown.body.range[0] && file.text.slice(opening + 1, teardown.body.range[0]).trimStart().startsWith(")");
  return isEmpty ? opening + 1 : undefined;
}
