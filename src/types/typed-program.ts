/** What the answers need of a TypeScript program. The compiler itself is only ever imported as a type. */
import type { TSESTree } from "@typescript-eslint/utils";
import type ts from "typescript";

import { SYMBOL_FLAGS } from "./symbol-flags.ts";

export interface TypedProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The compiler's node for a node of the linted file; undefined where the parser made the node up. */
  nodeOf(node: TSESTree.Node): ts.Node | undefined;
}

/** Reads the program out of the parser's services; undefined where the file was parsed without one. */
export function findTypedProgram(services: unknown): TypedProgram | undefined {
  const { program, esTreeNodeToTSNodeMap: nodes } = (services ?? {}) as Partial<Services>;
  if (program == null || typeof nodes?.get !== "function") return undefined;
  return { program, checker: program.getTypeChecker(), nodeOf: (node) => nodes.get(node) };
}

interface Services {
  readonly program: ts.Program | null;
  readonly esTreeNodeToTSNodeMap: { get(node: TSESTree.Node): ts.Node | undefined };
}

/** The symbol an expression or a name stands for, import aliases resolved. */
export function findSymbolAt(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol !== undefined && (symbol.flags & SYMBOL_FLAGS.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
}
