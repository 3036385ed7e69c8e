/** Where a file runs, by the globals that it uses. */
import { placesOf } from "./places.mjs";
import { oncePerFile } from "./source-index.mjs";

const OF_BROWSERS = ["window", "document", "navigator", "HTMLElement", "localStorage", "requestAnimationFrame"];
const OF_NODE = ["process", "Buffer", "__dirname", "__filename", "setImmediate"];
const FROM_NODE = /^(?:node:|(?:fs|net|http|https|events|child_process|stream|worker_threads|cluster|dgram|tls|os|path|util)$)/;
const FROM_BROWSERS = /^(?:react|react-dom|preact|vue|lit|svelte|@angular\/core)(?:\/|$)/;

/** Answers `browser` or `node`, or nothing where the file says neither, or both. */
export const platformOf = oncePerFile((file) => {
  const isBrowser = OF_BROWSERS.some((name) => usesGlobal(file, name)) || importsFrom(file, FROM_BROWSERS) || file.nodesOf("JSXElement").length > 0;
  const isNode = OF_NODE.some((name) => usesGlobal(file, name)) || importsFrom(file, FROM_NODE);
  if (isBrowser === isNode) return undefined;
  return isBrowser ? "browser" : "node";
});

function usesGlobal(file, name) {
  return placesOf(file).usesOf(`global:${name}`).length > 0;
}

function importsFrom(file, names) {
  const imports = file.nodesOf("ImportDeclaration").map(({ source }) => source.value);
  const required = file.nodesOf("CallExpression").filter(({ callee }) => callee.name === "require").map((call) => String(call.arguments[0]?.value));
  return [...imports, ...required].some((name) => names.test(name));
}
