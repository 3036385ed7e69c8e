/** The facts of a piece of TypeScript, with type information or without. */
import * as parser from "@typescript-eslint/parser";
import type { TSESLint } from "@typescript-eslint/utils";
import { SourceCode } from "eslint";
import type ts from "typescript";

import { catalogue } from "../../src/catalogue/catalogue.ts";
import { buildFileFacts, type FileFacts } from "../../src/facts/file-facts.ts";
import { typesOf } from "../../src/types/types-of.ts";
import { packagesFolder } from "./install-packages.ts";
import { sourceFileNamed } from "./package-program.ts";

/** Builds the facts of a module. */
export function buildFactsOf(text: string): FileFacts {
  return buildFacts(text, "case.ts", {});
}

/** Builds the facts of a file of the package program, with its types. */
export function buildTypedFactsOf(program: ts.Program, name: string): FileFacts {
  const file = sourceFileNamed(program, name);
  return buildFacts(file.text, file.fileName, { programs: [program] });
}

function buildFacts(text: string, filename: string, options: parser.ParserOptions): FileFacts {
  const parsed = parser.parseForESLint(text, { range: true, loc: true, comment: true, tokens: true, sourceType: "module", filePath: filename, ...options });
  const { services: parserServices, ...rest } = parsed;
  const sourceCode = new SourceCode({ text, ...rest, parserServices } as unknown as ConstructorParameters<typeof SourceCode>[0]);
  // The traversal sets the parents of the nodes, as a lint run does before any rule.
  sourceCode.traverse();
  const code = sourceCode as unknown as TSESLint.SourceCode;
  return buildFileFacts(code, typesOf(code), { filename, directory: packagesFolder }, catalogue);
}
