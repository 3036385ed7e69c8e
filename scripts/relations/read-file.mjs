/** Reads a file once for all relations. */
import { parseForESLint } from "@typescript-eslint/parser";

const OPTIONS = { ecmaVersion: "latest", sourceType: "module", range: true, loc: true };

/** JSX and type assertions in angle brackets exclude each other. */
const READINGS = [{ jsx: true }, { jsx: false }];

/**
 * The tree of a text with its scopes, the parent of each node and the keys of its children; undefined where it cannot be
 * parsed. `name` is the file's own, where it is known: no new file takes it.
 */
export function readFile(text, name) {
  for (const ecmaFeatures of READINGS) {
    const parsed = parse(text, ecmaFeatures);
    if (parsed !== undefined) return { text, name, ...parsed, parents: parentsOf(parsed) };
  }
  return undefined;
}

/** The nodes directly below a node, in the order of their keys. */
function childrenOf({ visitorKeys }, node) {
  return (visitorKeys[node.type] ?? []).flatMap((key) => node[key] ?? []).filter((child) => child !== null);
}

/**
 * A node and all nodes below it, each before what stands below it; what `isEntered` refuses is passed over with all below it.
 * The stack is its own: a sum of a thousand texts is a thousand levels deep.
 */
export function nodesFrom(file, root, isEntered = () => true) {
  const found = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isEntered(node)) continue;
    found.push(node);
    waiting.push(...childrenOf(file, node).reverse());
  }
  return found;
}

function parse(text, ecmaFeatures) {
  try {
    const { ast, scopeManager, visitorKeys } = parseForESLint(text, { ...OPTIONS, ecmaFeatures });
    return { ast, scopeManager, visitorKeys };
  } catch {
    return undefined;
  }
}

function parentsOf(parsed) {
  const parents = new Map();
  for (const node of nodesFrom(parsed, parsed.ast)) {
    for (const child of childrenOf(parsed, node)) parents.set(child, node);
  }
  return parents;
}
