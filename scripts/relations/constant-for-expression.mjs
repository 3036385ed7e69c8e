/** The same literals by way of constants. */
import { applyEdits, composeText, newWords } from "./composed-text.mjs";
import { freshNames } from "./fresh-names.mjs";
import { argumentsOfMemberCalls } from "./member-calls.mjs";
import { insertBeforeCode } from "./top-of-file.mjs";

/**
 * Gives each text and number that a call by member or a timer is handed a constant at the top of the file; equal ones share
 * theirs. Modules that import each other in a circle are taken to wait for each other.
 */
export function nameLiterals(file) {
  const literals = argumentsOfMemberCalls(file).filter(isNamable);
  if (literals.length === 0) return undefined;
  const constants = chooseConstants(file, literals);
  const uses = [...constants.values()].flatMap(({ name, nodes }) => nodes.map(({ range: [from, to] }) => ({ from, to, by: [newWords(name, [[from, to]])] })));
  const lines = [...constants.values()].map(({ name, nodes }) => [newWords(`const ${name} = ${file.text.slice(...nodes[0].range)};`, nodes.map(({ range }) => range))]);
  return composeText(file.text, applyEdits(file.text, [insertBeforeCode(file, lines), ...uses]));
}

function isNamable({ type, value, expressions }) {
  return type === "TemplateLiteral" ? expressions.length === 0 : type === "Literal" && ["string", "number"].includes(typeof value);
}

/** A constant for each value, with the literals that it is for. */
function chooseConstants(file, literals) {
  const nextName = freshNames(file);
  const constants = new Map();
  for (const node of literals) {
    const value = node.type === "TemplateLiteral" ? node.quasis[0].value.cooked : node.value;
    const known = constants.get(value);
    if (known === undefined) constants.set(value, { name: nextName(), nodes: [node] });
    else known.nodes.push(node);
  }
  return constants;
}
