import { parse } from "@typescript-eslint/parser";
import { describe, expect, test } from "vitest";

import { collectResources } from "../../src/subjects/resource/resource.ts";
import { buildGraphs, type Graphs } from "../../src/subjects/way/graphs.ts";
import { judgeResources } from "../../src/bench/judge-resources.ts";
import { factsOf } from "../support/file-facts.ts";

/** The promise is 50 ms for a function; the best of many runs comes near to what a machine takes that does nothing else. */
const MOST_MILLISECONDS = 60;
const ROUNDS = 8;
/** So many more are tried before a bound counts as passed: a neighbour of the machine may have taken the first ones. */
const MOST_ROUNDS = 40;
/** What an ordinary machine takes to read the program of `yardstick`; one that takes longer, just now, has as much more time for the search. */
const READING_MILLISECONDS = 130;

const HEAD = 'import fs from "node:fs";\n';
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const each = (count: number, write: (index: number) => string): string => range(count).map(write).join("\n");
const open = (index: number | string): string => `const h${String(index)} = fs.openSync(x[${String(index)}], "r");`;
const close = (index: number | string): string => `fs.closeSync(h${String(index)});`;
const inFunction = (body: string): string => `${HEAD}export async function f(x, y) {\n${body}\n}`;

/** Handles that are opened one inside the other and closed in `finally` blocks, or after the work. */
function nested(depth: number, count: number): string {
  return range(count).reduceRight((inner, index) => (index < depth ? `${open(index)} try { work(${String(index)}); ${inner} } finally { ${close(index)} }` : `${open(index)} work(${String(index)}); ${inner} ${close(index)}`), "work();");
}

const SHAPES: readonly (readonly [string, string])[] = [
  ["thirty handles, twelve of them in nested `finally` blocks", nested(12, 30)],
  ["thirty handles with a `finally` block each", each(30, (index) => `${open(index)} try { await work(${String(index)}); } finally { if (y[${String(index)}]) ${close(index)} }`)],
  ["thirty handles under thirty conditions", `${each(30, (index) => `let h${String(index)}; if (y.a${String(index)}) h${String(index)} = fs.openSync(x, "r");`)} await work(); ${each(30, (index) => `if (y.a${String(index)}) fs.closeSync(h${String(index)});`)}`],
  ["two hundred conditions around a handle", `${open(0)} ${each(200, (index) => `if (y.a${String(index)}) work(${String(index)}); else y.b${String(index % 7)} = null;`)} ${close(0)}`],
  ["conditions that many variables remember", `${each(60, (index) => `let v${String(index)} = null; if (y.a${String(index)}) v${String(index)} = {};`)} ${open(0)} ${each(60, (index) => `if (v${String(index)}) work();`)} ${close(0)}`],
  ["deep `try` statements", `${open(0)} ${range(60).reduceRight((inner, index) => `try { work(${String(index)}); ${inner} } catch (e${String(index)}) { if (y.a${String(index)}) throw e${String(index)}; }`, "work();")} ${close(0)}`],
  ["deep `finally` blocks", `${open(0)} ${range(9).reduceRight((inner, index) => `try { if (y.a${String(index)}) return; ${inner} } finally { work(${String(index)}); }`, "work();")} ${close(0)}`],
  ["labelled loops", `${open(0)} ${range(24).reduceRight((inner, index) => `l${String(index)}: for (const v${String(index)} of y) { if (v${String(index)}.a) continue l${String(index >> 1)}; if (v${String(index)}.b) break l${String(index >> 2)}; ${inner} work(); }`, "work();")} ${close(0)}`],
  ["a thousand handles", each(1000, (index) => `${open(index)} await work(${String(index)}); ${close(index)}`)],
  ["a thousand handles that stay", `${each(1000, (index) => `${open(index)} if (y.a${String(index % 50)}) return; use(${String(index)});`)} ${each(1000, close)}`],
  ["six hundred listeners on the page", each(600, (index) => `window.addEventListener("e${String(index)}", () => work(${String(index)}));`)],
  ["six hundred listeners on what was given", each(600, (index) => `x.on("e${String(index)}", () => work(${String(index)}));`)],
  ["six hundred listeners that are removed", `${each(600, (index) => `const l${String(index)} = () => work(${String(index)}); x.addEventListener("e${String(index)}", l${String(index)});`)} ${each(600, (index) => `x.removeEventListener("e${String(index)}", l${String(index)});`)}`],
  ["six hundred subscriptions and a handle", `${open(0)} ${each(600, (index) => `x.s${String(index)}.subscribe(() => work(${String(index)}));`)} ${close(0)}`],
  ["a long switch", `${open(0)} switch (y) { ${each(500, (index) => `case ${String(index)}: if (y.a${String(index)}) work(${String(index)}); ${index % 3 === 0 ? "break;" : ""}`)} default: return; } ${close(0)}`],
  ["many switches", `${open(0)} ${each(60, (index) => `switch (y.a${String(index)}) { case 1: work(); break; case 2: y.b = null; break; default: await work(); }`)} ${close(0)}`],
];

/** CPU milliseconds of a run. */
function measure(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Work of the same sort that is none of ours, so that it suffers as much from a machine with little cache: a program is parsed. */
const yardstick = inFunction(each(1000, (index) => `${open(index)} await work(${String(index)}); ${close(index)}`));

/** How much slower than an ordinary one the machine is, just now; 1 for a faster one. */
function slowness(): number {
  return Math.max(1, Math.min(...range(ROUNDS).map(() => measure(() => parse(yardstick, { range: true, loc: true })))) / READING_MILLISECONDS);
}

/** The least time, as an ordinary machine has it, in which the resources are judged; the graphs and the facts of the file are there before. */
function judge(program: string): number {
  let least = Infinity;
  for (let round = 0; round < ROUNDS || (round < MOST_ROUNDS && least >= MOST_MILLISECONDS); round++) least = Math.min(least, judgeOnce(program));
  return least < MOST_MILLISECONDS ? least : least / slowness();
}

function judgeOnce(program: string): number {
  const file = factsOf(program);
  const graphs: Graphs = buildGraphs(file);
  expect(collectResources(file).length).toBeGreaterThan(0);
  file.mentions.membersNamed("");
  for (const node of file.nodes.functions) graphs.graphOf(node);
  return measure(() => {
    judgeResources(file, graphs);
  });
}

describe("the search for ways out", () => {
  test.each(SHAPES)("is bounded for %s", (_, body) => {
    expect(judge(inFunction(body))).toBeLessThan(MOST_MILLISECONDS);
  });
});
