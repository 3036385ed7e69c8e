/** The imports of some of the variables that a file imports. */
import { copied, newWords } from "./composed-text.mjs";

/** The pieces of each import declaration, cut down to the variables. */
export function piecesOfImports(file, variables) {
  const needed = new Set([...variables].flatMap(({ defs }) => defs.map(({ node }) => node)));
  return file.ast.body.flatMap((statement) => {
    if (statement.type === "TSImportEqualsDeclaration") return needed.has(statement) ? [[copied(...statement.range)]] : [];
    const specifiers = statement.type === "ImportDeclaration" ? statement.specifiers : [];
    const wanted = specifiers.filter((specifier) => needed.has(specifier));
    if (wanted.length === 0) return [];
    return [wanted.length === specifiers.length ? [copied(...statement.range)] : [newWords(textOfImport(file, statement, wanted), [statement.range])]];
  });
}

function textOfImport({ text }, { importKind, source, range }, wanted) {
  const textOf = (specifier) => text.slice(...specifier.range);
  const named = wanted.filter(({ type }) => type === "ImportSpecifier").map(textOf);
  const others = wanted.filter(({ type }) => type !== "ImportSpecifier").map(textOf);
  const parts = [...others, ...(named.length === 0 ? [] : [`{ ${named.join(", ")} }`])];
  return `import ${importKind === "type" ? "type " : ""}${parts.join(", ")} from ${text.slice(source.range[0], range[1])}`;
}
