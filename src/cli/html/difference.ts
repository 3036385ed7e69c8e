/** A suggestion as a small difference of lines. */
import type { Rule } from "eslint";

import { buildLineIndex } from "../line-index.ts";
import { renderLine } from "./colour-line.ts";

/** A line of a difference: kept, taken out or put in. */
export interface Change {
  readonly kind: "same" | "out" | "in";
  readonly text: string;
}

const CONTEXT_LINES = 2;
/** Beyond so many cells of the table, all lines between the first and the last change are shown as replaced. */
const MOST_CELLS = 90_000;
const SIGNS: Readonly<Record<Change["kind"], string>> = { same: " ", out: "−", in: "+" };

/** Renders what a fix changes, with the lines around it. */
export function renderDifference(source: string, { range: [start, end], text }: Rule.Fix): string {
  const changes = compareLines(buildLineIndex(source).lines, buildLineIndex(source.slice(0, start) + text + source.slice(end)).lines);
  const near = changes.map((_, index) => changes.slice(Math.max(index - CONTEXT_LINES, 0), index + CONTEXT_LINES + 1).some(({ kind }) => kind !== "same"));
  const rows = changes.flatMap((change, index) => {
    if (near[index] !== true) return [];
    const gap = index > 0 && near[index - 1] !== true && near.slice(0, index).includes(true) ? '<div class="change gap">⋯</div>' : "";
    return [`${gap}<div class="change ${change.kind}"><span class="sign">${SIGNS[change.kind]}</span><code>${renderLine(change.text, [])}</code></div>`];
  });
  return `<div class="difference">${rows.join("")}</div>`;
}

/** Compares two texts by lines: the longest common subsequence stays. */
export function compareLines(before: readonly string[], after: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const same = (lines: readonly string[]): Change[] => lines.map((text) => ({ kind: "same", text }));
  return [
    ...same(before.slice(0, head)),
    ...compareMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

function compareMiddle(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  const common = before.length * after.length > MOST_CELLS ? undefined : tableOfCommonLines(before, after);
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    const [old, fresh] = [before[left], after[right]];
    if (common !== undefined && old !== undefined && old === fresh) {
      changes.push({ kind: "same", text: old });
      left += 1;
      right += 1;
    } else if (old !== undefined && (fresh === undefined || (common?.[left + 1]?.[right] ?? 0) >= (common?.[left]?.[right + 1] ?? 0))) {
      changes.push({ kind: "out", text: old });
      left += 1;
    } else {
      changes.push({ kind: "in", text: fresh ?? "" });
      right += 1;
    }
  }
  return changes;
}

/** `table[i][j]`: how many lines the rests from `i` and `j` on have in common at most. */
function tableOfCommonLines(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      const row = table[left] as number[];
      const below = table[left + 1] as number[];
      row[right] = before[left] === after[right] ? (below[right + 1] ?? 0) + 1 : Math.max(below[right] ?? 0, row[right + 1] ?? 0);
    }
  }
  return table;
}
