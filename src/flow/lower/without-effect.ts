/** Nodes that leave no trace in a graph, so that nobody walks through them: names, and what TypeScript erases. */

/** Answers whether nothing happens where a node of this type stands. */
export function isWithoutEffect(type: string): boolean {
  return namesAndMarks.has(type) || (type.startsWith("TS") && !typescriptWithEffect.has(type));
}

const namesAndMarks: ReadonlySet<string> = new Set([
  "Decorator", // evaluated with its class
  "ExportAllDeclaration",
  "Identifier",
  "ImportDeclaration",
  "JSXIdentifier",
  "JSXText",
  "Literal",
  "PrivateIdentifier",
  "TemplateElement",
]);

const typescriptWithEffect: ReadonlySet<string> = new Set([
  "TSAsExpression",
  "TSEnumBody",
  "TSEnumDeclaration",
  "TSEnumMember",
  "TSExportAssignment",
  "TSInstantiationExpression",
  "TSModuleBlock",
  "TSModuleDeclaration",
  "TSNonNullExpression",
  "TSParameterProperty",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
]);
