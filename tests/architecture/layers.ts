/** The order of the folders of `src`, and the two ways to break it. */
import { collectImports, findTarget } from "./imports.ts";
import type { SourceFile } from "./source-files.ts";

// A folder imports only what stands to its right; folders parted by `|` do not import each other.
const ORDER = "cli > index | heap > presets > rules > analyze-file | report > bench > proofs | evidence > candidates > subjects | project > flow | facts > catalogue | types > syntax";

const ranks = new Map(ORDER.split(" > ").flatMap((layer, rank) => layer.split(" | ").map((part) => [part, rank] as const)));

/** Collects the imports that do not run from left to right. */
export function collectOrderFaults(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(collectImports).flatMap((entry) => {
    const target = findTarget(entry);
    if (target === undefined) return [];
    const fault = findOrderFault(partOf(entry.file), partOf(target));
    return fault === undefined ? [] : [`${entry.file} imports ${target}: ${fault}`];
  });
}

/** Collects the circles of imports; type imports count too. */
export function collectCircles(files: readonly SourceFile[]): readonly string[] {
  const targets = new Map(files.map((file) => [file.path, collectImports(file).flatMap((entry) => findTarget(entry) ?? [])] as const));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(" > "));
    if (trail.includes(file) || done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return circles;
}

function findOrderFault(from: string, to: string): string | undefined {
  if (from === to) return undefined;
  if (to === "version") return from === "index" || from === "cli" ? undefined : "only `index` and `cli` read the version";
  const [source, target] = [ranks.get(from), ranks.get(to)];
  if (source === undefined || target === undefined) return `\`${source === undefined ? from : to}\` has no place in the order`;
  if (source === target) return `\`${from}\` and \`${to}\` stand side by side`;
  return source > target ? `\`${from}\` stands to the right of \`${to}\`` : undefined;
}

/** Returns the folder below `src`, or the bare name of a file that lies directly in it. */
function partOf(file: string): string {
  const [, part = ""] = file.split("/");
  return part.replace(/\.ts$/, "");
}
