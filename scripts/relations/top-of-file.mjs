/** Where new declarations go. */
import { endWithComments, startWithComments } from "./attached-comments.mjs";
import { newWords } from "./composed-text.mjs";
import { lineAt, lineEndOf, lineStartsOf } from "./text-lines.mjs";

const IMPORT = /^(?:ImportDeclaration|TSImportEqualsDeclaration)$/;

/** Whether a statement runs before all others wherever it stands, or is a directive. */
export function isPreamble({ type, directive }) {
  return directive !== undefined || IMPORT.test(type);
}

/** The edit that puts lines before the first statement that runs. */
export function insertBeforeCode(file, lines) {
  return insertBefore(file, file.ast.body.findIndex((statement) => !isPreamble(statement)), lines);
}

/** The edit that puts lines behind the last import or directive. */
export function insertAfterImports(file, lines) {
  return insertBefore(file, file.ast.body.findLastIndex(isPreamble) + 1, lines);
}

/** `lines` are lists of pieces. */
function insertBefore(file, index, lines) {
  const [before, statement] = [file.ast.body[index - 1], file.ast.body[index]];
  const end = lineEndOf(file.text);
  if (statement === undefined) return { from: file.text.length, to: file.text.length, by: lines.flatMap((line) => [newWords(end), ...line]) };
  const start = startOfStatement(statement);
  const floor = before === undefined ? lengthOfShebang(file.text) : endWithComments(file, before.range[1], start);
  const at = startWithComments(file, start, floor);
  const gap = isFirstOfLine(file.text, at) ? end : " ";
  return { from: at, to: at, by: lines.flatMap((line) => [...line, newWords(gap)]) };
}

function isFirstOfLine(text, offset) {
  const starts = lineStartsOf(text);
  return text.slice(starts[lineAt(starts, offset) - 1], offset).trim() === "";
}

/** The start of a statement; decorators may stand before it. */
export function startOfStatement(statement) {
  const decorators = (statement.declaration ?? statement).decorators ?? [];
  return Math.min(statement.range[0], ...decorators.map(({ range }) => range[0]));
}

/** The first line of a command names its interpreter and stays the first. */
function lengthOfShebang(text) {
  return text.startsWith("#!") ? (/[\r\n]/.exec(text)?.index ?? text.length) : 0;
}
