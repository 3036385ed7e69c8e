/** The facts of a piece of code without type information, and the nodes in it that a test asks about. */
import * as parser from "@typescript-eslint/parser";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { SourceCode } from "eslint";

import { catalogue } from "../../src/catalogue/catalogue.ts";
import { buildFileFacts, type FileFacts } from "../../src/facts/file-facts.ts";
import { walk } from "../../src/syntax/tree.ts";
import { typesOf } from "../../src/types/types-of.ts";

interface FactsOptions {
  readonly filename?: string;
  readonly sourceType?: "module" | "script" | "commonjs";
}

/** Builds the facts of a module, or of what the options say. */
export function factsOf(code: string, { filename = "/app/src/case.tsx", sourceType = "module" }: FactsOptions = {}): FileFacts {
  const parsed = parser.parseForESLint(code, { range: true, loc: true, comment: true, tokens: true, sourceType, ecmaFeatures: { globalReturn: sourceType === "commonjs" }, filePath: filename });
  const { services: parserServices, ...rest } = parsed;
  const sourceCode = new SourceCode({ text: code, ...rest, parserServices } as unknown as ConstructorParameters<typeof SourceCode>[0]);
  // The traversal sets the parents of the nodes, as a lint run does before any rule.
  sourceCode.traverse();
  const readable = sourceCode as unknown as TSESLint.SourceCode;
  return buildFileFacts(readable, typesOf(readable), { filename, directory: "/app" }, catalogue);
}

/** Collects the nodes whose source is exactly `text`, outer ones first, in source order. */
export function collectNodes(file: FileFacts, text: string): readonly TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  walk(file.program, file.visitorKeys, (node) => {
    if (file.sourceCode.getText(node) === text) found.push(node);
    return true;
  });
  return found;
}

/** The n-th node whose source is exactly `text`; throws where there is none. */
export function nodeOf(file: FileFacts, text: string, index = 0): TSESTree.Node {
  const node = collectNodes(file, text).at(index);
  if (node === undefined) throw new Error(`The code has no \`${text}\` number ${String(index)}.`);
  return node;
}

/** The call whose source is exactly `text`. */
export function callOf(file: FileFacts, text: string, index = 0): TSESTree.CallExpression | TSESTree.NewExpression {
  const calls = collectNodes(file, text).filter((node) => node.type === "CallExpression" || node.type === "NewExpression");
  const call = calls.at(index);
  if (call === undefined) throw new Error(`The code has no call \`${text}\` number ${String(index)}.`);
  return call;
}

/** The expressions that stand as arguments of `ask(...)`, in source order. */
export function collectAsked(file: FileFacts): readonly TSESTree.Node[] {
  return file.nodes.calls.flatMap((call) => (call.callee.type === "Identifier" && call.callee.name === "ask" ? call.arguments : []));
}

/** The only expression that stands as argument of `ask(...)`. */
export function askedIn(file: FileFacts): TSESTree.Node {
  const [asked, ...others] = collectAsked(file);
  if (asked === undefined || others.length > 0) throw new Error("The code is to have one `ask(...)` with one argument.");
  return asked;
}
