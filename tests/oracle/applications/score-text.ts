/** The score of a run as text: tables, and the smallest applications that are in dispute. */
import { withoutMarks } from "./marks.ts";
import type { Example } from "./smallest.ts";
import { PRESETS, type Preset } from "./reports.ts";
import type { Row, Score } from "./score.ts";

const GROUPS = ["all", "family", "question", "naming", "owner", "thing", "files", "difference"];

/** All tables of a score. */
export function describeScore(score: Score): string {
  const head = [`${String(score.shapes)} shapes, ${String(score.applications)} applications; unclear ${String(score.unclear)}, not as meant ${String(score.otherwise)}`];
  const tables = GROUPS.map((group) => tableOf(score, group));
  return [...head, ...tables, reasonsTable(score), flipsTable(score)].join("\n\n");
}

function tableOf({ rows }: Score, group: string): string {
  const values = [...(rows.strict.get(group)?.keys() ?? [])].sort();
  const lines = values.map((value) => `| ${value} | ${PRESETS.map((preset) => cellsOf(rows[preset].get(group)?.get(value))).join(" | ")} |`);
  return [`| ${group} | ${PRESETS.map((preset) => `${preset}: leaking | caught | clean | reported`).join(" | ")} |`, `| --- |${" ---: |".repeat(8)}`, ...lines].join("\n");
}

function cellsOf(row: Row | undefined): string {
  const { leaking, caught, clean, falselyReported } = row ?? { leaking: 0, caught: 0, clean: 0, falselyReported: 0 };
  return `${String(leaking)} | ${share(caught, leaking)} | ${String(clean)} | ${share(falselyReported, clean)}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? "0" : `${String(part)} (${((100 * part) / whole).toFixed(1)}%)`;
}

function reasonsTable({ reasons }: Score): string {
  const all = [...new Set(PRESETS.flatMap((preset) => [...reasons[preset].keys()]))].sort();
  const cells = (preset: Preset, reason: string): string => {
    const { caught = 0, wrong = 0, elsewhere = 0 } = reasons[preset].get(reason) ?? {};
    return `${String(caught)} | ${String(wrong)} | ${String(elsewhere)}`;
  };
  return [`| reason | ${PRESETS.map((preset) => `${preset}: caught | wrong | elsewhere`).join(" | ")} |`, `| --- |${" ---: |".repeat(6)}`, ...all.map((reason) => `| ${reason} | ${PRESETS.map((preset) => cells(preset, reason)).join(" | ")} |`)].join("\n");
}

function flipsTable({ flips, shapes }: Score): string {
  const all = [...new Set(PRESETS.flatMap((preset) => [...flips[preset].keys()]))].sort();
  return ["| shapes whose verdict depends on names | recommended | strict |", "| --- | ---: | ---: |", ...all.map((group) => `| ${group}${group === "all" ? ` of ${String(shapes)}` : ""} | ${PRESETS.map((preset) => String(flips[preset].get(group) ?? 0)).join(" | ")} |`)].join("\n");
}

/** A dispute with its application. */
export function describeExample({ dispute, outcome, count }: Example): string {
  const { shape, naming, files } = outcome.application;
  const head = `=== ${shape.atStake}: ${dispute.disagreement}, ${dispute.reason} (${String(count)} applications; ${shape.difference}, ${shape.leaks ? "leaking" : "clean"}, ${naming} names)`;
  return [head, ...files.map(({ path, text }) => `// ${path}\n${withoutMarks(text)}`)].join("\n");
}
