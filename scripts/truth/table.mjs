/** The figures as text: for the terminal, and as tables of the page. */
import { foldShares, groupsOf } from "./figures.mjs";

/** A share in percent; a dash where there is none. */
export function percent(share) {
  return share === undefined ? "–" : `${Math.round(100 * share)}%`;
}

/** A difference of two shares in points, with its sign. */
export function points(gap) {
  if (gap === undefined) return "–";
  const rounded = Math.round(100 * gap);
  return rounded > 0 ? `+${rounded}` : String(rounded).replace("-", "−");
}

/** A table of Markdown. */
export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The cells of a query for one engine: train, validation, gap. */
export function foldCells(counts, query) {
  const { train, validation, gap } = foldShares(counts, query);
  return [percent(train.share), percent(validation.share), points(gap)];
}

/** What was measured, for the terminal: a line for each part, group, and engine. */
export function tabulate(counts) {
  const engines = [...new Set(counts.map(({ engine }) => engine))];
  const parts = [...new Set(counts.map(({ part }) => part))].filter((part) => part !== "lines" && part !== "reports");
  const lines = parts.flatMap((part) => [undefined, ...groupsOf(counts, part)].flatMap((group) => engines.map((engine) => lineOf(counts, { part, group, engine }))));
  return lines.join("\n");
}

function lineOf(counts, query) {
  const { train, validation, gap } = foldShares(counts, query);
  const shown = ({ share, of }) => `${percent(share)} of ${of}`.padStart(14);
  return `${query.part.padEnd(10)} ${(query.group ?? "all").padEnd(34)} ${query.engine.padEnd(14)} train ${shown(train)}  validation ${shown(validation)}  gap ${points(gap)}`;
}
