/** Which files the project of a linted file has, as its settings say. */
import type { LeakproofSettings } from "../catalogue/user-settings.ts";
import type { TreeScope } from "./source-tree.ts";

export interface ProjectPlace {
  readonly root: string;
  readonly scope: TreeScope;
}

const places = new WeakMap<object, Map<string, ProjectPlace | undefined>>();
const DEFAULT: LeakproofSettings = {};

/** The project under `settings.leakproof`, for a linter that was started in a folder; undefined where it is off, or where the settings are broken. */
export function projectUnder(settings: unknown, directory: string): ProjectPlace | undefined {
  const key = typeof settings === "object" && settings !== null ? (settings as LeakproofSettings) : DEFAULT;
  const known = places.get(key) ?? new Map<string, ProjectPlace | undefined>();
  places.set(key, known);
  if (!known.has(directory)) known.set(directory, placeOf(key, directory));
  return known.get(directory);
}

function placeOf({ project = {} }: LeakproofSettings, directory: string): ProjectPlace | undefined {
  if (project === false) return undefined;
  const { root = ".", include, exclude } = project;
  const patternsOf = (globs: string | readonly string[] = []): readonly RegExp[] => (typeof globs === "string" ? [globs] : globs).map(patternOf);
  return { root: rootFrom(directory.replaceAll("\\", "/"), root.replaceAll("\\", "/")), scope: { include: patternsOf(include), exclude: patternsOf(exclude) } };
}

function rootFrom(directory: string, root: string): string {
  if (root.startsWith("/") || /^[A-Za-z]:\//.test(root)) return root;
  const steps = directory.replace(/\/$/, "").split("/");
  for (const step of root.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

const GLOB_PART = /\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|\{/g;

// A glob of paths below the root: `packages/*/src/**`, `src/**`; a bare folder stands for all below it.
function patternOf(glob: string): RegExp {
  const escaped = (text: string): string => text.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
  const parts = glob.replace(/^\.\//, "").replace(/\/$/, "").match(GLOB_PART) ?? [];
  const source = parts.map((part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    return part.startsWith("{") && part.endsWith("}") ? `(?:${part.slice(1, -1).split(",").map(escaped).join("|")})` : escaped(part);
  }).join("");
  return new RegExp(`^${source}(?:/.*)?$`);
}
