/**
 * Module names that only a bundler's configuration explains, which is code and is not run: `@/lib/lease`, `component/lease`. What can
 * be meant is a file of the project whose path ends so, if there is one such file.
 */
/** The package around an importer: its folder, and the packages that it says it needs. */
interface Surroundings {
  readonly folder: string;
  readonly needs: ReadonlySet<string>;
}

/** Marks that bundlers are told to read as the folder of the sources. */
const SOURCES = /^(?:@|~|#)\//;

/** Builds what finds the file; `byStem` has the sources by their paths without endings. */
export function buildBundledNames(byStem: ReadonlyMap<string, string>): (module: string, around: Surroundings | undefined) => string | undefined {
  let byEnd: ReadonlyMap<string, readonly string[]> | undefined;
  return (module, around) => {
    if (around === undefined || around.needs.has(packageIn(module))) return undefined;
    const below = module.replace(SOURCES, "");
    const marked = below === module ? undefined : (byStem.get(`${around.folder}/src/${below}`) ?? byStem.get(`${around.folder}/${below}`));
    if (marked !== undefined || !below.includes("/") || below.startsWith("@")) return marked;
    byEnd ??= sortByEnd(byStem);
    const found = (byEnd.get(endOf(below)) ?? []).filter((stem) => stem.startsWith(`${around.folder}/`) && stem.endsWith(`/${below}`));
    return found.length === 1 ? byStem.get(found[0] ?? "") : undefined;
  };
}

function packageIn(module: string): string {
  return module.split("/").slice(0, module.startsWith("@") && !module.startsWith("@/") ? 2 : 1).join("/");
}

function sortByEnd(byStem: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const sorted = new Map<string, string[]>();
  for (const stem of byStem.keys()) {
    const end = endOf(stem);
    const known = sorted.get(end);
    if (known === undefined) sorted.set(end, [stem]);
    else known.push(stem);
  }
  return sorted;
}

/** The last two steps of a path. */
function endOf(path: string): string {
  return path.split("/").slice(-2).join("/");
}
