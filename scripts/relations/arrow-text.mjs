/** Writes a function as an arrow. */
import { newWords } from "./composed-text.mjs";
import { commentsIn, tokenAfter, tokenBefore } from "./tokens.mjs";

/** Where an arrow stands as well as a function; anywhere else it needs parentheses. */
const PLACES = new Set([
  "CallExpression.arguments", "NewExpression.arguments", "AssignmentExpression.right", "AssignmentPattern.right", "VariableDeclarator.init", "Property.value",
  "PropertyDefinition.value", "AccessorProperty.value", "ArrayExpression.elements", "ReturnStatement.argument", "ArrowFunctionExpression.body",
  "ConditionalExpression.consequent", "ConditionalExpression.alternate", "SequenceExpression.expressions", "SpreadElement.argument", "TemplateLiteral.expressions",
  "JSXExpressionContainer.expression", "YieldExpression.argument", "ThrowStatement.argument", "ExportDefaultDeclaration.declaration",
]);

/** The edits that make an arrow of a function expression; undefined where a comment stands in its head. */
export function editsOfExpression(file, node) {
  const [open, close] = needsParentheses(file, node) ? ["(", ")"] : ["", ""];
  return editsOfFunction(file, node, open, close);
}

/** The edits that make a constant with an arrow of a function declaration; undefined where a comment stands in its head. */
export function editsOfDeclaration(file, node) {
  return editsOfFunction(file, node, `const ${node.id.name} = `, ";");
}

function editsOfFunction(file, node, before, after) {
  const [from, end] = node.range;
  const headEnd = startOfParameters(file, node);
  if (commentsIn(file, from, headEnd).length > 0) return undefined;
  const [, arrow] = tokenBefore(file, node.body.range[0]).range;
  const head = { from, to: headEnd, by: [newWords(`${before}${node.async ? "async " : ""}`, [[from, headEnd]])] };
  return [head, ...editsOfTypeParameters(file, node), insertion(arrow, " =>"), ...(after === "" ? [] : [insertion(end, after)])];
}

function insertion(at, words) {
  return { from: at, to: at, by: [newWords(words)] };
}

function startOfParameters(file, { range, id, typeParameters }) {
  if (typeParameters != null) return typeParameters.range[0];
  let token = tokenAfter(file, id?.range[1] ?? range[0]);
  while (token.value !== "(") token = tokenAfter(file, token.range[1]);
  return token.range[0];
}

/** One type parameter alone in angle brackets reads like an element of JSX. */
function editsOfTypeParameters(file, { typeParameters }) {
  if (typeParameters == null || typeParameters.params.length > 1) return [];
  const [{ range }] = typeParameters.params;
  return tokenAfter(file, range[1]).value === "," ? [] : [insertion(range[1], ",")];
}

function needsParentheses(file, node) {
  const parent = file.parents.get(node);
  const isPlace = Object.entries(parent).some(([key, value]) => (value === node || (Array.isArray(value) && value.includes(node))) && PLACES.has(`${parent.type}.${key}`));
  return !isPlace && !(tokenBefore(file, node.range[0])?.value === "(" && tokenAfter(file, node.range[1])?.value === ")");
}
