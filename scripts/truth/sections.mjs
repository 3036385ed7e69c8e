/** The sections of the page of figures. */
import { groupBy } from "../ecosystem/stored.mjs";
import { foldShares, groupsOf, reportDensity, shareOf, shareOfDefects } from "./figures.mjs";
import { foldCells, markdownTable, percent, points } from "./table.mjs";

const FAMILIES = { K: "keys", M: "collections", R: "resources" };

/** The plain sentence: what is found, and how much of what is reported is true, on code that nobody has read. */
export function describeSentence({ days, counts, precisions }) {
  const found = (engine) => foldShares(counts, { part: "fixes", engine }).validation;
  const [some, more] = [found("recommended"), found("strict")];
  if (some.share === undefined) return "Nothing is measured yet.";
  const day = Object.values(days).sort().at(-1);
  const precise = (engine) => `${percent(precisions[engine].validation.share)} of its reports are true (${precisions[engine].validation.verdicts} judged, one for each cause)`;
  return `**On code that nobody here has read, a report of \`recommended\` goes with ${perHundred(some)} in a hundred commits that mend a leak, and ${precise("recommended")}; with \`strict\` it is ${perHundred(more)} in a hundred, and ${precise("strict")}.** Measured on ${day}.`;
}

function perHundred({ share }) {
  return (100 * share).toFixed(share < 0.095 ? 1 : 0);
}

/** Recall: curated cases by family, mined fixes, mutants together. */
export function describeFound({ counts, engines }, sample) {
  const queries = [
    ...groupsOf(counts, "curated").map((group) => ({ part: "curated", group, label: `leaks looked for by hand: ${FAMILIES[group]}` })),
    { part: "fixes", label: "commits that mend a leak" },
    { part: "mutants", label: "correct code, broken on purpose" },
  ].filter(({ part }) => groupsOf(counts, part).length > 0);
  const cases = (query) => ["train", "validation"].map((fold) => shareOf(counts, { ...query, engine: engines[0], fold }).of).join(" / ");
  const rows = queries.map(({ label, ...query }) => [label, cases(query), ...engines.flatMap((engine) => foldCells(counts, { ...query, engine }))]);
  return `## How many leaks are found

${markdownTable(["", "cases, train / validation", ...engines.flatMap((engine) => [`\`${engine}\`: train`, "validation", "gap"])], rows)}

- **Leaks looked for by hand** were all known to those who made the engine, whatever their fold: what they show beyond the next
  row was learnt by heart.
- **Commits that mend a leak** are mined by their message and by the releases that they add. Nobody labels them, so 100% cannot be
  reached: ${describeSample(sample)}. A commit counts as found if a report of before is gone after it, within 40 lines of the change.
- **Correct code, broken on purpose** loses or misplaces one release, delete or key. That is easier than life.`;
}

function describeSample(sample) {
  const leaks = sample.filter(({ leak }) => leak === "yes");
  const seen = leaks.filter(({ visible }) => visible === "file");
  return `of ${sample.length} of train that were drawn and read, ${leaks.length} mend a leak, and ${seen.length} of these can be seen in the changed files alone`;
}

/** How loud the engines are, and how many of their reports are true. */
export function describeReports({ counts, engines, precisions }) {
  const rows = engines.map((engine) => {
    const [train, validation] = ["train", "validation"].map((fold) => reportDensity(counts, { engine, fold }));
    const { train: known, validation: unread } = precisions[engine];
    const gap = known.share === undefined || unread.share === undefined ? undefined : known.share - unread.share;
    const density = (fold) => (fold === undefined ? "–" : fold.density.toFixed(1));
    const right = (fold, { share }) => (fold === undefined || share === undefined ? "–" : (fold.density * share).toFixed(1));
    return [`\`${engine}\``, density(train), density(validation), right(train, known), right(validation, unread), `${percent(known.share)} of ${known.verdicts}`, `${percent(unread.share)} of ${unread.verdicts}`, points(gap)];
  });
  return `## How many reports are true

${markdownTable(["", "reports for 100 thousand lines: train", "validation", "true ones for 100 thousand lines: train", "validation", "true, of so many verdicts: train", "validation", "gap"], rows)}

Of \`train\` the share is of what was read while the engine was made, and mended by what was read: it is shown for the gap, and
is no precision. Of \`validation\` it is, from the last blind reading. \`strict\` includes what \`recommended\` reports.`;
}

/** Mutants by operator, with what the judged survivors say. */
export function describeMutants({ counts, engines }, survivors) {
  const operators = groupsOf(counts, "mutants");
  if (operators.length === 0) return "## Correct code, broken on purpose\n\nNothing is measured yet.";
  const judged = groupBy(survivors, ({ operator }) => operator);
  const rows = operators.map((group) => {
    const own = judged.get(group) ?? [];
    const defects = own.filter(({ verdict }) => verdict === "defect").length;
    const [train, validation] = ["train", "validation"].map((fold) => shareOf(counts, { part: "mutants", group, engine: "strict", fold }));
    return [group, `${train.of} / ${validation.of}`, ...engines.flatMap((engine) => foldCells(counts, { part: "mutants", group, engine })), own.length === 0 ? "–" : `${defects} of ${own.length}`, percent(shareOfDefects(train.share, own))];
  });
  return `## Correct code, broken on purpose

Each operator (\`scripts/mutants/operators\`) spoils one release, delete or key that is right, where its file shows that nothing else
does its work. Some mutants are no defect all the same. Of each operator up to thirty of train that \`strict\` does not report
were read: the last columns say how many are defects, and what share of the defects \`strict\` then finds in train.

${markdownTable(["operator", "mutants, train / validation", ...engines.flatMap((engine) => [`\`${engine}\`: train`, "validation", "gap"]), "defects among those read", "`strict`, train, of the defects"], rows)}`;
}

/** Flips of verdicts when files are written another way that does the same. */
export function describeRelations({ counts, engines }) {
  const relations = groupsOf(counts, "relations").filter((group) => !group.endsWith(" silent"));
  if (relations.length === 0) return "## Written another way\n\nNothing is measured yet.";
  const measured = engines.filter((engine) => counts.some((count) => count.part === "relations" && count.engine === engine));
  const shares = (group, engine) => ["train", "validation"].map((fold) => shareOf(counts, { part: "relations", group, engine, fold }));
  const cell = ({ share, of }) => (share === undefined ? "–" : `${Math.round(100 * share)} (${of})`);
  const rows = relations.map((group) => [group, ...measured.flatMap((engine) => [...shares(group, engine).map(cell), ...shares(`${group} silent`, engine).map(({ share, of }) => (of === 0 ? "–" : `${Math.round(share * of)} in ${of}`))])]);
  return `## Written another way

A verdict must not change when a file is written another way that does the same (\`scripts/relations\`). The first columns of each
preset say how many verdicts go or come for a hundred verdicts, on the files that have one (in brackets: how many verdicts);
the others how many come on as many files that have none. [The oracle](model/oracle.md#written-another-way) has the smallest
programs that flip, and what generated applications show, under names that fit, mean nothing and mislead.

${markdownTable(["relation", ...measured.flatMap((engine) => [`\`${engine}\`: train`, "validation", "new in silent files: train", "validation"])], rows)}`;
}

/** The blind readings, one after the other. */
export function describeReadings({ readings }) {
  const rows = readings.flatMap(({ name, repositories, readTwice, agreed, engines }) =>
    engines.map(({ engine, right, wrong, unclear, causes, realHarm, messagesInOrder, seenIn }) => [
      name,
      repositories,
      engine === "strict" ? "`strict` alone" : `\`${engine}\``,
      right,
      wrong,
      unclear,
      percent(right + wrong === 0 ? undefined : right / (right + wrong)),
      `${causes.right} / ${causes.wrong} / ${causes.unclear}`,
      realHarm,
      messagesInOrder,
      `${seenIn.file} / ${seenIn.types} / ${seenIn.project}`,
      `${agreed} of ${readTwice}`,
    ]),
  );
  return `## Blind readings

Findings drawn in repositories that nobody had read, judged by readers who did not make the engine, before anything was mended.
A finding is true if a maintainer would take a patch: in a program that keeps running the resource or the entry can outlive its
use. Of \`recommended\` all findings are read, or 150 drawn at random, of the others some. A tenth is read twice.

${markdownTable(["reading", "repositories", "findings of", "true", "false", "unclear", "precision", "one a cause: true / false / unclear", "true, with real harm", "messages in order", "decided in the file / types / project", "read twice, and agreed"], rows)}`;
}
