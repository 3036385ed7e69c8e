/** The lines of a source that matter for a finding, with its sites marked and the way between them drawn beside the lines. */
import type { Site } from "../../report/account.ts";
import { renderLine, type Mark } from "./colour-line.ts";
import { countOf, renderSentence } from "./markup.ts";

/** A site with its turn in the account, from 1. */
export interface NumberedSite extends Site {
  readonly number: number;
}

const CONTEXT_LINES = 2;
const SHORTEST_FOLD = 2;
const FURTHEST_NOTE = 44;

/** Renders the lines around the sites. With `isJoined` each says what happens, and a rail leads from the first to the last; otherwise what stands above says it. */
export function renderExcerpt(lines: readonly string[], sites: readonly NumberedSite[], isJoined: boolean): string {
  // The line break at the end of a file begins no line to show.
  const shown = collectShownLines(lines.at(-1) === "" ? lines.length - 1 : lines.length, sites);
  const way = sites.filter(({ role }) => role !== "release").map(({ loc }) => loc.start.line);
  const [top, bottom] = isJoined ? [Math.min(...way), Math.max(...way)] : [Infinity, -Infinity];
  const rows = shown.map((line, index) => {
    const skipped = line - (shown[index - 1] ?? line - 1) - 1;
    const fold = skipped > 0 ? renderFold(skipped, line > top && line <= bottom) : "";
    const here = sites.filter(({ loc }) => loc.start.line === line);
    return fold + renderRow(lines[line - 1] ?? "", line, sites, railOf(line, top, bottom)) + (isJoined ? renderNotes(here, lines[line - 1] ?? "", line >= top && line < bottom) : "");
  });
  return `<div class="excerpt">${rows.join("")}</div>`;
}

/** Lines around each site; a gap too short to be worth a fold is filled. */
function collectShownLines(count: number, sites: readonly NumberedSite[]): number[] {
  const wanted = new Set<number>();
  for (const { loc } of sites) {
    const last = Math.min(loc.end.line, loc.start.line + 3);
    for (let line = loc.start.line - CONTEXT_LINES; line <= last + CONTEXT_LINES; line += 1) if (line >= 1 && line <= count) wanted.add(line);
  }
  const sorted = [...wanted].sort((a, b) => a - b);
  return sorted.flatMap((line, index) => {
    const before = sorted[index - 1] ?? line - 1;
    const gap = line - before - 1;
    return gap > 0 && gap <= SHORTEST_FOLD ? [...Array.from({ length: gap }, (_, step) => before + 1 + step), line] : [line];
  });
}

function railOf(line: number, top: number, bottom: number): string {
  if (line < top || line > bottom || top === bottom) return "";
  return line === top ? " rail first" : line === bottom ? " rail last" : " rail";
}

function renderRow(text: string, line: number, sites: readonly NumberedSite[], rail: string): string {
  const marks = sites.flatMap((site) => markOn(site, line, text.length) ?? []);
  const here = sites.find(({ loc }) => loc.start.line === line);
  const dot = here === undefined ? "" : `<i class="dot ${here.role}"></i>`;
  return `<div class="row${rail}"><span class="line-number">${line}</span><span class="gutter">${dot}</span><code>${renderLine(text, marks)}</code></div>`;
}

function markOn({ loc, role }: NumberedSite, line: number, length: number): Mark | undefined {
  if (line < loc.start.line || line > loc.end.line) return undefined;
  const from = line === loc.start.line ? loc.start.column : 0;
  const to = line === loc.end.line ? loc.end.column : length;
  return from < to ? { from, to, className: role } : undefined;
}

function renderNotes(sites: readonly NumberedSite[], text: string, onRail: boolean): string {
  const indent = /^\s*/u.exec(text)?.[0].length ?? 0;
  return sites.map(({ number, role, text: what, loc }) => {
    const column = Math.min(loc.start.column > text.length ? indent : loc.start.column, FURTHEST_NOTE);
    return `<div class="row note${onRail ? " rail" : ""}"><span class="line-number"></span><span class="gutter"></span><p class="${role}" style="margin-left:${column}ch"><span><b>${number}</b>${renderSentence(what)}</span></p></div>`;
  }).join("");
}

function renderFold(count: number, onRail: boolean): string {
  return `<div class="row fold${onRail ? " rail" : ""}"><span class="line-number">⋯</span><span class="gutter"></span><span>${countOf(count, "line")}</span></div>`;
}
