/** Which fields and variables a candidate names: a host that knows from elsewhere what they hold finds the candidate by them. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Place, PlaceRoot } from "../facts/places.ts";
import { isClass, isFunction, walk, wrapped } from "../syntax/tree.ts";
import type { NamedPlace } from "./explanation.ts";

/** Collects the places that the expression names, each once. What a function inside it names is done at another time. */
export function collectNamedPlaces(file: FileFacts, expression: TSESTree.Node): readonly NamedPlace[] {
  const named = new Map<string, NamedPlace>();
  walk(expression, file.visitorKeys, (node) => {
    if (node !== expression && (isFunction(node) || isClass(node))) return false;
    const place = node.type === "Identifier" || node.type === "MemberExpression" ? file.places.placeOf(node) : undefined;
    const told = place === undefined || named.has(place.key) ? undefined : toNamedPlace(place);
    if (place !== undefined && told !== undefined) named.set(place.key, told);
    return undefined;
  });
  return [...named.values()];
}

function toNamedPlace({ root, path }: Place): NamedPlace | undefined {
  if (root.kind === "global") return { kind: "global", name: root.name, path, line: 1, endLine: Infinity };
  if (root.kind === "variable") return { kind: "variable", name: root.variable.name, path, ...linesSeeing(root.variable.scope.block) };
  if (path.length === 0) return undefined;
  const { owner } = root;
  const holder = wrapped(owner).parent;
  if (owner.type === "ObjectExpression" && holder?.type === "VariableDeclarator" && holder.id.type === "Identifier") return { kind: "variable", name: holder.id.name, path, line: 1, endLine: Infinity };
  return { kind: root.kind === "static" ? "static" : "field", name: nameOfInstanceRoot(root), path, line: owner.loc.start.line, endLine: owner.loc.end.line };
}

function nameOfInstanceRoot({ owner }: Extract<PlaceRoot, { readonly kind: "instance" | "static" }>): string {
  return owner.type === "ObjectExpression" || !("id" in owner) ? "" : (owner.id?.name ?? "");
}

/** A module sees its variables everywhere, also above its first statement. */
function linesSeeing({ type, loc }: TSESTree.Node): Pick<NamedPlace, "line" | "endLine"> {
  return type === "Program" ? { line: 1, endLine: Infinity } : { line: loc.start.line, endLine: loc.end.line };
}
