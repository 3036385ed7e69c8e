/** The same texts by way of functions that build them. */
import { applyEdits, composeText, copied, newWords } from "./composed-text.mjs";
import { freshNames } from "./fresh-names.mjs";
import { argumentsOfMemberCalls } from "./member-calls.mjs";
import { nodesFrom } from "./read-file.mjs";
import { isOfFile, liesIn, referencesOf } from "./references.mjs";
import { lineEndOf } from "./text-lines.mjs";

/** What means something else, or nothing, in another function. */
const BOUND_TO_PLACE = new Set(["AwaitExpression", "YieldExpression", "ThisExpression", "Super", "MetaProperty", "PrivateIdentifier"]);
const CALLS = new Set(["CallExpression", "NewExpression", "TaggedTemplateExpression", "ImportExpression"]);

/**
 * Lets a function at the end of the file build each template and each concatenation that a call by member is handed; what
 * it is made of and belongs to no file becomes its parameters. Equal ones share their function.
 */
export function nameTexts(file) {
  const references = referencesOf(file);
  const texts = withoutNested(argumentsOfMemberCalls(file).filter(isBuiltText));
  const functions = chooseFunctions(file, texts.map((node) => dissect(file, references, node)).filter((parts) => parts !== undefined));
  if (functions.length === 0) return undefined;
  const end = file.text.length;
  const gap = newWords(/[\r\n]$/.test(file.text) ? "" : lineEndOf(file.text));
  const declarations = { from: end, to: end, by: [gap, ...functions.flatMap((entry) => piecesOfFunction(file, entry))] };
  return composeText(file.text, applyEdits(file.text, [...functions.flatMap(editsOfCalls), declarations]));
}

function editsOfCalls({ name, nodes, variables }) {
  const call = `${name}(${variables.map((variable) => variable.name).join(", ")})`;
  return nodes.map(({ range: [from, to] }) => ({ from, to, by: [newWords(call, [[from, to]])] }));
}

/** A template with something in it, or a sum with a text and something else in it. */
function isBuiltText(node) {
  if (node.type === "TemplateLiteral") return node.expressions.length > 0;
  const terms = termsOf(node);
  return terms.length > 1 && terms.some(isTextLiteral) && !terms.every(isTextLiteral);
}

function isTextLiteral({ type, value }) {
  return type === "TemplateLiteral" || (type === "Literal" && typeof value === "string");
}

/** What a sum adds, from left to right; of a long one the way down is walked, not called. */
function termsOf(node) {
  const terms = [];
  let left = node;
  for (; left.type === "BinaryExpression" && left.operator === "+"; left = left.left) terms.unshift(left.right);
  return [left, ...terms];
}

function withoutNested(nodes) {
  return nodes.filter((node, index) => !nodes.slice(0, index).some(({ range }) => liesIn(node, range)));
}

/** A text with the variables of its surroundings; undefined where it cannot stand anywhere else. */
function dissect(file, references, node) {
  const nodes = nodesFrom(file, node);
  if (nodes.some(({ type, name }) => BOUND_TO_PLACE.has(type) || name === "arguments")) return undefined;
  const own = references.filter(({ identifier, resolved }) => liesIn(identifier, node.range) && !(resolved != null && liesIn(resolved.scope.block, node.range)));
  const local = own.filter(({ resolved }) => !isOfFile(resolved));
  if (own.some((reference) => reference.isWrite()) || local.some((reference) => reference.isTypeReference)) return undefined;
  const variables = [...new Set(local.map(({ resolved }) => resolved))];
  // A parameter has the value from before the call, and a call within the text may change the variable.
  if (nodes.some(({ type }) => CALLS.has(type)) && variables.some(isReassigned)) return undefined;
  const parameters = variables.map((variable) => `${variable.name}${typeToKeep(file, references, variable)}`).join(", ");
  return { node, variables, parameters };
}

function isReassigned({ references }) {
  return references.some((reference) => reference.isWrite() && !reference.init);
}

/** The type that a variable is declared with, if it means the same at the top of the file. */
function typeToKeep({ text }, references, { identifiers }) {
  const annotation = identifiers[0]?.typeAnnotation;
  if (annotation == null) return "";
  const isOfItsPlace = references.some(({ identifier, resolved }) => liesIn(identifier, annotation.range) && !isOfFile(resolved));
  return isOfItsPlace || /\bthis\b/.test(text.slice(...annotation.range)) ? "" : text.slice(...annotation.range);
}

/** A function for each text and its parameters. */
function chooseFunctions(file, texts) {
  const nextName = freshNames(file);
  const functions = new Map();
  for (const { node, variables, parameters } of texts) {
    const key = `${parameters} ${file.text.slice(...node.range)}`;
    const known = functions.get(key);
    if (known === undefined) functions.set(key, { name: nextName(), parameters, variables, nodes: [node] });
    else known.nodes.push(node);
  }
  return [...functions.values()];
}

function piecesOfFunction({ text }, { name, parameters, nodes: [first, ...others] }) {
  const [from, to] = first.range;
  const starts = others.map(({ range }) => range[0]);
  const heads = [from, ...starts].map((start) => [start, start]);
  return [newWords(`function ${name}(${parameters}) { return `, heads), copied(from, to, starts), newWords(`; }${lineEndOf(text)}`)];
}
