/** Recall on leaks that were looked for by hand: reported where they stand, and silent once they are mended. */
import { findTexts } from "../../ecosystem/git.mjs";

const TOLERANCE = 1;

/** One outcome for each case of a repository that can be linted, its family as the group. */
export function measureCurated({ gitDirectory, cases, engines, lint }) {
  return cases.flatMap((leak) => {
    const places = [{ commit: leak.before, file: leak.path }, { commit: leak.fix, file: leak.afterPath ?? leak.path }];
    const [before, after] = findTexts(gitDirectory, places).map((text, index) => (text === undefined ? undefined : lint(text, places[index].file)));
    if (before === undefined) return [];
    return [{ part: "curated", group: leak.category, place: leak.id, results: Object.fromEntries(engines.map(({ name }) => [name, judge(leak, before[name], after?.[name])])) }];
  });
}

/** A mend that was only partial leaves the report: then it counts that the leak is reported. */
function judge({ lines, fixedInFile = true }, before, after) {
  const found = before.filter((report) => standsIn(report, lines));
  const count = (reports) => reports.filter(({ rule }) => found.some((report) => report.rule === rule)).length;
  const isSilenced = !fixedInFile || after === undefined || count(after) < count(before);
  return { hit: found.length > 0 && isSilenced, others: before.length - found.length };
}

function standsIn({ line, endLine }, lines) {
  const ranges = Array.isArray(lines[0]) ? lines : [lines];
  return ranges.some(([from, to]) => line >= from - TOLERANCE && line <= to + TOLERANCE && endLine >= from - TOLERANCE);
}
