/** The same module with its classes in files of their own. */
import { endWithComments, startWithComments } from "./attached-comments.mjs";
import { needsOf } from "./class-needs.mjs";
import { applyEdits, composeText, copied, newWords } from "./composed-text.mjs";
import { piecesOfImports } from "./needed-imports.mjs";
import { isModule } from "./references.mjs";
import { lineEndOf } from "./text-lines.mjs";
import { tokenAfter, tokenBefore } from "./tokens.mjs";
import { insertAfterImports, isPreamble, startOfStatement } from "./top-of-file.mjs";

/** A pragma changes what JSX names, and no import shows it. */
const JSX_PRAGMA = /@jsx/;

/** Behind a statement without a semicolon these go on with it. */
const GOES_ON = new Set(["(", "[", "`", "+", "-", "*", "/", "<"]);

/**
 * Moves each class that needs nothing of its module but imports and types into a file beside it. The first of `files` is
 * the module itself and has no name; the names of the others have no extension, which is that of the module.
 */
export function moveClasses(file) {
  if (!isModule(file) || JSX_PRAGMA.test(file.text)) return undefined;
  const moves = file.ast.body.flatMap((statement) => moveOf(file, statement) ?? []);
  if (moves.length === 0) return undefined;
  const imports = moves.map(({ node, name, stretch }) => [newWords(`import { ${node.id.name} } from "./${name}.js";`, [[stretch[0], stretch[0]]])]);
  const edits = [insertAfterImports(file, imports), ...moves.map((move) => editOfLeft(file, move))];
  const left = { name: undefined, ...composeText(file.text, applyEdits(file.text, edits)) };
  return { files: [left, ...moves.map((move) => ({ name: move.name, ...composeText(file.text, piecesOfFile(file, move)) }))] };
}

/** The class of a statement, what it needs, and the stretch of it with its comments; undefined where it has to stay. */
function moveOf(file, statement) {
  const node = statement.type.startsWith("Export") ? statement.declaration : statement;
  if (node?.type !== "ClassDeclaration" || node.id === null || node.declare || file.ast.body.every((other) => other === statement || isPreamble(other))) return undefined;
  const needs = needsOf(file, node, [startOfStatement(statement), statement.range[1]]);
  return needs === undefined ? undefined : { statement, node, needs, name: nameOfFile(file, node), stretch: stretchWithComments(file, statement) };
}

/** The file of the class may have its name already. */
function nameOfFile({ name = "" }, { id }) {
  const stem = name.slice(name.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  return stem.toLowerCase() === id.name.toLowerCase() ? `${id.name}.class` : id.name;
}

function stretchWithComments(file, statement) {
  const index = file.ast.body.indexOf(statement);
  const [start, end] = [startOfStatement(statement), statement.range[1]];
  const next = file.ast.body[index + 1];
  const floor = endWithComments(file, file.ast.body[index - 1]?.range[1] ?? 0, start);
  return [startWithComments(file, start, floor), endWithComments(file, end, next === undefined ? file.text.length : startOfStatement(next))];
}

/** What the module keeps in the place of the class: the export of it, or nothing. */
function editOfLeft(file, { statement, node, stretch: [from, to] }) {
  const words = statement.type === "ExportDefaultDeclaration" ? `export default ${node.id.name};` : `export { ${node.id.name} };`;
  if (statement !== node) return { from, to, by: [newWords(words, [[from, from]])] };
  const before = tokenBefore(file, from)?.value ?? ";";
  const isJoining = before !== ";" && GOES_ON.has(tokenAfter(file, to)?.value.charAt(0));
  return { from, to: isJoining ? to : endOfLine(file.text, to), by: isJoining ? [newWords(";")] : [] };
}

function endOfLine(text, offset) {
  return text.startsWith("\r\n", offset) ? offset + 2 : text.startsWith("\n", offset) ? offset + 1 : offset;
}

function piecesOfFile(file, move) {
  const end = newWords(lineEndOf(file.text));
  const parts = [...piecesOfImports(file, move.needs.imports), ...move.needs.types.map(({ range }) => [copied(...range)]), piecesOfClass(file, move)];
  return parts.flatMap((part) => [...part, end]);
}

/** The class with its comments, exported by its name. */
function piecesOfClass(file, { statement, node, stretch: [from, to] }) {
  if (statement.type === "ExportDefaultDeclaration") {
    const { range } = tokenAfter(file, statement.range[0] + "export".length);
    return [copied(from, range[0]), copied(tokenAfter(file, range[1]).range[0], to)];
  }
  if (statement.type === "ExportNamedDeclaration") return [copied(from, to)];
  const lastDecorator = (node.decorators ?? []).at(-1);
  const { range } = tokenAfter(file, lastDecorator?.range[1] ?? node.range[0]);
  return [copied(from, range[0]), newWords("export "), copied(range[0], to)];
}
