/**
 * Names a finding so that it is known again after lines have moved: a hash of what is reported, not of where.
 * Of the linted source nothing can be read back from it.
 */
import { createHash } from "node:crypto";

const DIGITS = 16;

/** Builds the fingerprints of a file's messages, in their order; those that read the same are numbered. */
export function fingerprintAll(file, messages, sourceCode) {
  const seen = new Map();
  return messages.map((message) => {
    const identity = [file, message.ruleId, message.messageId, reportedText(message, sourceCode), enclosingName(message, sourceCode)].join("\0");
    const ordinal = seen.get(identity) ?? 0;
    seen.set(identity, ordinal + 1);
    return createHash("sha256").update(`${identity}\0${ordinal}`).digest("hex").slice(0, DIGITS);
  });
}

/** The reported code with its white space made equal, so that a change of indentation is none. */
function reportedText(message, sourceCode) {
  return sourceCode.text.slice(startOf(message, sourceCode), endOf(message, sourceCode)).replace(/\s+/g, " ");
}

/** The names of the functions and classes around the report, from the outside in. */
function enclosingName(message, sourceCode) {
  const start = startOf(message, sourceCode);
  const names = [];
  for (let node = sourceCode.getNodeByRangeIndex(start); node != null; node = node.parent) {
    const name = nameOf(node);
    if (name !== undefined) names.unshift(name);
  }
  return names.join(".");
}

function nameOf(node) {
  if (node.type === "ClassDeclaration" || node.type === "FunctionDeclaration" || node.type === "VariableDeclarator") return node.id?.name;
  if (node.type === "MethodDefinition" || node.type === "PropertyDefinition" || node.type === "Property") return node.key.name ?? node.key.value;
  return undefined;
}

function startOf({ line, column }, sourceCode) {
  return sourceCode.getIndexFromLoc({ line, column: column - 1 });
}

function endOf({ endLine, endColumn, ...start }, sourceCode) {
  return endLine === undefined ? startOf(start, sourceCode) : sourceCode.getIndexFromLoc({ line: endLine, column: endColumn - 1 });
}
