/**
 * The few numbers of `ts.SymbolFlags` that the answers read. They are written out because the plugin never loads `typescript`,
 * and they may be: these have kept their values, unlike `TypeFlags` and `SyntaxKind`, which differ between TypeScript 5 and 6
 * and are therefore not used at all. A test compares them with the installed compiler.
 */
export const SYMBOL_FLAGS = {
  EnumMember: 8,
  Enum: 384,
  Accessor: 98_304,
  Alias: 2_097_152,
} as const;
