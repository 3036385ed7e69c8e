import type { TSESTree } from "@typescript-eslint/utils";
import type { Lowering, LowerTable } from "./lowering.ts";

/** What holds statements. */
export const blocks: LowerTable = {
  BlockStatement: (lowering, node) => lowering.lowerStatements(node.body),
  Program: (lowering, node) => lowering.lowerStatements(node.body),
  StaticBlock: (lowering, node) => lowering.lowerStatements(node.body),
  TSModuleBlock: (lowering, node) => lowering.lowerStatements(node.body),
  TSModuleDeclaration(lowering, node) {
    if (!node.declare) lowering.lowerChild(node.body);
  },
};

/** Lowers statements that share a scope: function declarations exist before the first of them runs. */
export function lowerStatements(lowering: Lowering, statements: readonly TSESTree.Node[]): void {
  for (const statement of statements) {
    const hoisted = findFunctionDeclaration(statement);
    if (hoisted !== undefined) lowering.lowerChild(hoisted);
  }
  lowering.builder.withHandlers(() => {
    lowering.lowerEach(statements.filter((statement) => findFunctionDeclaration(statement) === undefined));
  });
}

function findFunctionDeclaration(statement: TSESTree.Node): TSESTree.FunctionDeclaration | undefined {
  const isExport = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
  const declaration = isExport ? statement.declaration : statement;
  return declaration?.type === "FunctionDeclaration" ? declaration : undefined;
}
