/** `npm run bench` on small trees: which files it draws, that every engine is measured on each, and what the tables say. */
import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";
import { makeMirror } from "../support/mirror.ts";

const { drawFiles, upTo } = await loadScript("bench/draw.mjs");
const { sizesUpTo } = await loadScript("bench/sizes.mjs");
const { createTurns } = await loadScript("bench/lint-in-turn.mjs");
const { measure } = await loadScript("bench/measure.mjs");
const { tabulateGrowth, tabulateSlowest, tabulateSpeed } = await loadScript("bench/tables.mjs");

const LEAK = "export class Poll { add(check) {\n  setInterval(check, 1000);\n} }\n";
const TYPED = "export const limit: number = 3;\n";

function draw(repositories: readonly string[], files: Readonly<Record<string, string>>, { lines = 1000, only = [] as readonly string[], added = [] as readonly string[] } = {}) {
  const { mirror, commits } = makeMirror(repositories, [files]);
  const projects = [...repositories, ...added].map((repository) => ({ repository, kind: "tooling", commit: commits.at(-1), include: ["**"], since: "2026-11-29" }));
  return drawFiles({ mirror, lines, only, pinned: { exclude: ["**/*.spec.*"], projects } }) as { files: { repository: string; file: string; lines: number }[]; absent: string[] };
}

describe("the draw", () => {
  const files = { "a.js": LEAK, "b.ts": TYPED, "c.js": LEAK, "b.spec.ts": TYPED, "notes.md": "text\n" };

  it("has the source files of repositories that may be read", () => {
    const { files: drawn, absent } = draw(["BabylonJS/Babylon.js", "isaacs/chokidar"], files);
    expect(drawn.map(({ repository, file }) => `${repository}/${file}`).sort()).toEqual(["a.js", "b.ts", "c.js"].map((file) => `BabylonJS/Babylon.js/${file}`));
    expect(absent).toEqual([]);
  });
  it("stops at the lines that are wanted, and a shorter one is the beginning of a longer one", () => {
    const { files: all } = draw(["BabylonJS/Babylon.js"], files);
    const { files: some } = draw(["BabylonJS/Babylon.js"], files, { lines: 3 });
    expect(some.length).toBeLessThan(all.length);
    expect(some.map(({ file }) => file)).toEqual(all.slice(0, some.length).map(({ file }) => file));
    expect(upTo(1, all)).toHaveLength(1);
  });
  it("names what the mirror lacks, and what is not pinned", () => {
    expect(draw(["BabylonJS/Babylon.js"], files, { added: ["honojs/hono"], only: ["honojs/hono", "no/where"] })).toEqual({ files: [], absent: ["no/where", "honojs/hono"] });
  });
  it("grows by fours, and ends with all", () => {
    expect(sizesUpTo([{ lines: 20_000 }])).toEqual([1000, 4000, 20_000]);
    expect(sizesUpTo([{ lines: 700 }])).toEqual([700]);
  });
});

describe("one file", () => {
  const seen: string[] = [];
  const engine = (name: string) => ({ plugins: { own: { rules: { [name]: { create: () => ({ Program: () => void seen.push(name) }) } } } }, rules: { [`own/${name}`]: "warn" } });
  const configs = { nothing: { plugins: {}, rules: {} }, first: engine("first"), second: engine("second"), third: engine("third") };

  it("is linted by every engine once, by another one first each time", () => {
    const lintInTurn = createTurns(configs, { folder: "/nowhere" });
    const times = [0, 1, 2].map((turn) => lintInTurn({ file: "a.ts", text: TYPED, sourceType: "module" }, turn) as Record<string, number>);
    expect(seen).toEqual(["first", "second", "third", "second", "third", "first", "third", "first", "second"]);
    for (const own of times) expect(Object.keys(own).sort()).toEqual(["first", "nothing", "parse", "second", "third"]);
  });
  it("is left out where no parser reads it", () => {
    expect(createTurns(configs, { folder: "/nowhere" })({ file: "a.js", text: "const = 1;", sourceType: "module" }, 0)).toBeUndefined();
  });
  it("is read by the other parser where it only looks like JavaScript", () => {
    expect(createTurns(configs, { folder: "/nowhere" })({ file: "a.js", text: TYPED, sourceType: "module" }, 0)).toBeDefined();
  });
});

describe("a run", () => {
  const row = { nothing: 1, "six plugins": 3, recommended: 4, strict: 5, parse: 20 };
  const files = [{ repository: "a/b", file: "x.ts", lines: 1000 }, { repository: "a/b", file: "y.ts", lines: 3000 }];
  const run = { size: 4000, files, passes: [[row, undefined], [row, undefined]] };

  it("counts what engines take beyond the idle rule, over the files that were read", () => {
    const table = tabulateSpeed([run]) as string;
    expect(table).toContain("1000 lines in 2 files");
    expect(table).toContain("| strict | 4.00 | 20% | 2.00 | 4.00 | 20% | 2.00 |");
    expect(table).toContain("| nothing | 1.00 |  |  | 1.00 |  |  |");
  });
  it("shows sizes beside the same files among all", () => {
    const small = { size: 1000, files: files.slice(0, 1), passes: [[{ ...row, strict: 9 }], [row]] };
    expect(tabulateGrowth([small, run], [1000, 4000])).toContain("| 1000 | 2.00 | 2.00 | 2.00 | 8.00 | 4.00 | 4.00 |");
  });
  it("lists the files that take most", () => {
    expect(tabulateSlowest(run, 5)).toContain("| 4 | 1000 | a/b x.ts |");
  });
  it("says nothing of plugins that were left out", () => {
    const own = Object.fromEntries(Object.entries(row).filter(([name]) => name !== "six plugins"));
    expect(tabulateSpeed([{ ...run, passes: [[own], [own]] }])).toContain("| strict | 4.00 | 20% | – | 4.00 | 20% | – |");
  });
  it("measures files of a mirror in a process of its own, with types and the project too", async () => {
    const { files: drawn } = draw(["BabylonJS/Babylon.js"], { "a.js": LEAK, "b.ts": TYPED });
    for (const kind of [{ isTyped: false, hasProject: false }, { isTyped: true, hasProject: true }]) {
      const [measured] = (await measure({ files: drawn, sizes: [39_999], runs: 1, ...kind, withPeers: false })) as { passes: Record<string, number>[][] }[];
      expect(measured?.passes.map((pass) => pass.map((own) => Object.keys(own).sort()))).toEqual(Array(3).fill(Array(2).fill(["nothing", "parse", "recommended", "strict"])));
    }
  }, 120_000);
});
