/** Asks the type questions about one expression of a small typed file: the argument of the call `ask(...)` in it. */
import path from "node:path";

import { parseForESLint } from "@typescript-eslint/parser";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type ts from "typescript";

import { walk, type VisitorKeys } from "../../src/syntax/tree.ts";
import type { TypeQuestions } from "../../src/types/type-questions.ts";
import { typesOf } from "../../src/types/types-of.ts";
import { buildProgram, root } from "../support/typed-program.ts";

interface Asked {
  readonly types: TypeQuestions;
  readonly node: TSESTree.Node;
}

const pathsByCode = new Map<string, string>();
let sharedProgram: ts.Program | undefined;

/** Registers the codes of a table, by default its second column, so that one program is built for all of them. */
export function register<Row extends readonly unknown[]>(rows: readonly Row[], codeOf = (row: Row) => row[1] as string): readonly Row[] {
  for (const code of rows.map(codeOf)) {
    if (pathsByCode.has(code)) continue;
    pathsByCode.set(code, path.join(root, `src/case-${pathsByCode.size}.ts`));
    sharedProgram = undefined;
  }
  return rows;
}

/** Parses the code and finds the expression asked about. Code with neighbours gets a program of its own. */
export function ask(code: string, files?: Readonly<Record<string, string>>): Asked {
  const known = files === undefined ? pathsByCode.get(code) : undefined;
  return known === undefined ? parse(code, path.join(root, "src/case.ts"), buildOwnProgram(code, files)) : parse(code, known, getSharedProgram());
}

/** As much of a source code object as the types look at. */
export function sourceCodeWith(parserServices: unknown): TSESLint.SourceCode {
  return { parserServices } as unknown as TSESLint.SourceCode;
}

function buildOwnProgram(code: string, files: Readonly<Record<string, string>> = {}): ts.Program {
  const neighbours = Object.entries(files).map(([file, text]) => [path.join(root, file), text] as const);
  return buildProgram(path.join(root, "src/case.ts"), asModule(code), Object.fromEntries(neighbours));
}

function getSharedProgram(): ts.Program {
  const cases = [...pathsByCode].map(([code, file]) => [file, asModule(code)] as const);
  const imports = cases.map(([file]) => `import "./${path.basename(file, ".ts")}";`);
  return (sharedProgram ??= buildProgram(path.join(root, "src/cases.ts"), imports.join("\n"), Object.fromEntries(cases)));
}

/** Scripts would share one global scope. */
function asModule(code: string): string {
  return `${code}\nexport {};`;
}

function parse(code: string, filePath: string, program: ts.Program): Asked {
  const { ast, services, visitorKeys } = parseForESLint(asModule(code), { filePath, programs: [program], loc: true, range: true });
  return { types: typesOf(sourceCodeWith(services)), node: getAskedNode(ast, visitorKeys) };
}

function getAskedNode(ast: TSESTree.Program, visitorKeys: VisitorKeys): TSESTree.Node {
  let asked: TSESTree.Node | undefined;
  walk(ast, visitorKeys, (node) => {
    if (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "ask") asked = node.arguments[0];
    return true;
  });
  if (asked === undefined) throw new Error("The code has no call of `ask`.");
  return asked;
}
