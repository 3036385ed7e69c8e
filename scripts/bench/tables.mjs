/** What was measured, as tables. */
import { markdownTable, percent } from "../truth/table.mjs";
import { ENGINES } from "./engines.mjs";

const [IDLE, PEERS] = ENGINES;
const COLD = "cold";
const WARM = "warm";

/** The table of one size: a line for each engine, cold and warm. */
export function tabulateSpeed(runs) {
  const [{ files, passes }] = runs;
  const lines = files.reduce((sum, file, index) => (passes[0][index] == null ? sum : sum + file.lines), 0);
  const head = ["", ...[COLD, WARM].flatMap((heat) => [`ms for a thousand lines, ${heat}`, "share of parsing", `of ${PEERS}`])];
  const names = Object.keys(passes[0].find((own) => own != null) ?? {});
  const rows = ["parse", ...ENGINES].filter((name) => names.includes(name)).map((name) => [name, ...[COLD, WARM].flatMap((heat) => cellsOf(runs, heat, name))]);
  return `${lines} lines in ${files.length} files; ${PEERS} and presets beyond a rule that does nothing.\n\n${markdownTable(head, rows)}`;
}

/** How cost grows: ours and the plugins' for each size, beside what the same files take in the process that lints them all. */
export function tabulateGrowth(runs, sizes) {
  const largest = runs.filter(({ size }) => size === sizes.at(-1));
  const head = ["lines", ...[PEERS, "strict"].flatMap((name) => [`${name}, cold`, `${name}, warm`, "of the same files among all"])];
  const rows = sizes.map((size) => {
    const own = runs.filter((run) => run.size === size);
    const count = own[0].files.length;
    const cells = [PEERS, "strict"].flatMap((name) => {
      const among = costOf(largest.map((run) => beginningOf(run, count)), WARM, name);
      return [costOf(own, COLD, name), costOf(own, WARM, name), among].map(decimals);
    });
    return [String(size), ...cells];
  });
  return markdownTable(head, rows);
}

/** The `count` files that strict takes longest for in the cold pass of a process. */
export function tabulateSlowest({ passes: [cold], files }, count) {
  const timed = files.flatMap((file, index) => (cold[index] == null ? [] : [{ ...file, ms: cold[index].strict - cold[index][IDLE] }]));
  const slowest = timed.sort((one, other) => other.ms - one.ms).slice(0, count);
  return markdownTable(["ms", "lines", "file"], slowest.map(({ ms, lines, repository, file }) => [ms.toFixed(0), String(lines), `${repository} ${file}`]));
}

/** The median over processes of the milliseconds for a thousand lines that an engine takes beyond the idle rule. */
export function costOf(runs, heat, name) {
  return median(runs.map(({ files, passes }) => perThousandLines(files, heat === COLD ? passes[0] : passes.at(-1), name)));
}

function cellsOf(runs, heat, name) {
  const cost = costOf(runs, heat, name);
  if (name === "parse" || name === IDLE) return [decimals(cost), "", ""];
  return [decimals(cost), percent(cost / costOf(runs, heat, "parse")), ratio(cost, costOf(runs, heat, PEERS))];
}

function perThousandLines(files, times, name) {
  let [ms, lines] = [0, 0];
  times.forEach((own, index) => {
    if (own == null) return;
    ms += name === "parse" || name === IDLE ? own[name] : own[name] - own[IDLE];
    lines += files[index].lines;
  });
  return (1000 * ms) / Math.max(1, lines);
}

function beginningOf({ files, passes }, count) {
  return { files: files.slice(0, count), passes: passes.map((times) => times.slice(0, count)) };
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** A dash where there is nothing to compare with. */
function ratio(cost, other) {
  return other > 0 ? (cost / other).toFixed(2) : "–";
}

function decimals(number) {
  return Number.isNaN(number) ? "–" : number.toFixed(2);
}
