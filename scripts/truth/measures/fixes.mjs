/** Recall without labels: of the commits that mend a leak, how many take a report away? */
import { findTexts } from "../../ecosystem/git.mjs";
import { newReports } from "../lint-text.mjs";

/** A report belongs to a fix that changes something within so many lines. */
const NEAR = 40;
const MOST_CHARACTERS = 600_000;

/** One outcome for each commit of a repository that has a file which can be linted before and after. */
export function measureFixes({ gitDirectory, cases, engines, lint }) {
  return cases.flatMap((fix) => {
    const pairs = fix.paths.map((file) => lintPair(gitDirectory, fix, file, lint)).filter((pair) => pair !== undefined);
    if (pairs.length === 0) return [];
    return [{ part: "fixes", group: "all", place: fix.fix, results: Object.fromEntries(engines.map(({ name }) => [name, judge(pairs, name)])) }];
  });
}

function lintPair(gitDirectory, fix, file, lint) {
  const texts = findTexts(gitDirectory, [{ commit: fix.before, file }, { commit: fix.fix, file }]);
  if (texts.some((text) => text === undefined || text.length > MOST_CHARACTERS)) return undefined;
  const [before, after] = texts.map((text) => lint(text, file));
  return before === undefined || after === undefined ? undefined : { before, after, hunks: fix.hunks[file] };
}

function judge(pairs, engine) {
  const all = pairs.flatMap(({ before }) => before[engine]);
  const gone = pairs.flatMap(({ before, after, hunks }) => newReports(after[engine], before[engine]).filter((report) => isNear(report, hunks)));
  return { hit: gone.length > 0, others: all.length - gone.length };
}

function isNear({ line }, hunks) {
  return hunks.some(([from, length]) => line >= from - NEAR && line <= from + length + NEAR);
}
