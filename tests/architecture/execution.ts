/** What a linter must not do with the code it reads: run it, load it, or send it anywhere. */
import ts from "typescript";

import type { SourceFile } from "./source-files.ts";

const NETWORK = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector|vm|repl|worker_threads|cluster)$/;
const EVALUATING = new Set(["eval", "Function", "fetch", "WebSocket", "XMLHttpRequest", "EventSource", "importScripts"]);

/** Collects the places that evaluate text, load a module named at run time or reach the network. */
export function collectExecutionFaults(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
    const faults: string[] = [];
    const visit = (node: ts.Node): void => {
      const fault = findFault(node, file.path);
      if (fault !== undefined) faults.push(`${file.path}:${String(tree.getLineAndCharacterOfPosition(node.getStart()).line + 1)} ${fault}`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return faults;
  });
}

function findFault(node: ts.Node, path: string): string | undefined {
  // The command shares its work among threads of its own; what they may be started with is said below.
  const isOwnThreads = path.startsWith("src/cli/threads/") && ts.isStringLiteralLike(node) && node.text === "node:worker_threads";
  if (!isOwnThreads && ts.isStringLiteralLike(node) && (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent) || isArgumentOfImport(node)) && NETWORK.test(node.text)) return `loads ${node.text}`;
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const { expression } = node;
  if (ts.isIdentifier(expression) && expression.text === "Worker" && !isOwnFile(node.arguments?.[0])) return "starts a thread with a file that is not its own";
  if (ts.isIdentifier(expression) && EVALUATING.has(expression.text)) return `calls ${expression.text}`;
  const isLoad = expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require");
  const [specifier] = node.arguments ?? [];
  // The command finds ESLint and the parsers of the project it is run in; it names them itself.
  return isLoad && (specifier === undefined || !ts.isStringLiteralLike(specifier)) && path !== "src/cli/peers.ts" ? "loads a module named at run time" : undefined;
}

/** `new URL("./thread.js", import.meta.url)`: a file beside the one that names it. */
function isOwnFile(file: ts.Node | undefined): boolean {
  return file !== undefined && /^new URL\("\.\/[\w-]+\.js", import\.meta\.url\)$/.test(file.getText());
}

function isArgumentOfImport(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression.kind === ts.SyntaxKind.ImportKeyword;
}
