/** The declarations that types are read from: of the language, the browser and Node, as one file without comments. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import ts from "typescript";

const load = createRequire(import.meta.url);

/** Writes the declarations as JSON: texts by the path that the program looks for. */
export function writeDeclarations(file) {
  const library = path.dirname(load.resolve("typescript"));
  const node = path.dirname(load.resolve("@types/node/package.json"));
  const texts = { ...readLibrary(library, "lib.esnext.d.ts", "lib.dom.d.ts"), ...readFolder(node) };
  writeFileSync(file, JSON.stringify(texts));
}

/** A library file and all that it refers to. */
function readLibrary(folder, ...names) {
  const texts = {};
  while (names.length > 0) {
    const name = names.pop();
    if (texts[`/lib/${name}`] !== undefined) continue;
    const text = readFileSync(path.join(folder, name), "utf8");
    texts[`/lib/${name}`] = withoutComments(text);
    names.push(...[...text.matchAll(/^\/\/\/ <reference lib="(?<name>[^"]+)"/gmu)].map(({ groups }) => `lib.${groups.name}.d.ts`));
  }
  return texts;
}

function readFolder(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".d.ts") && !/^ts\d/u.test(name));
  const texts = files.map((name) => [`/node_modules/@types/node/${name.replaceAll(path.sep, "/")}`, withoutComments(readFileSync(path.join(folder, name), "utf8"))]);
  const { name, version, types } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return { ...Object.fromEntries(texts), "/node_modules/@types/node/package.json": JSON.stringify({ name, version, types }) };
}

/** Takes the comments out, but those that name another file, and the indentation. */
function withoutComments(text) {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  let result = "";
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const part = scanner.getTokenText();
    if (token === ts.SyntaxKind.MultiLineCommentTrivia) continue;
    if (token === ts.SyntaxKind.SingleLineCommentTrivia) result += part.startsWith("///") ? part : "";
    else if (token === ts.SyntaxKind.NewLineTrivia) result += result.endsWith("\n") ? "" : "\n";
    else if (token === ts.SyntaxKind.WhitespaceTrivia) result += result.endsWith("\n") || result.endsWith(" ") ? "" : " ";
    else result += part;
  }
  return result;
}
