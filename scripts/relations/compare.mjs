/** What becomes of the reports on a file when it is changed. */

/** Counts the reports `{ rule, messageId, line }` that both lists hold, that only the first holds and that only the second holds. */
export function flipsOf(before, after) {
  const waiting = new Map();
  for (const report of before) waiting.set(identityOf(report), (waiting.get(identityOf(report)) ?? 0) + 1);
  let kept = 0;
  for (const report of after) {
    const count = waiting.get(identityOf(report)) ?? 0;
    if (count === 0) continue;
    waiting.set(identityOf(report), count - 1);
    kept++;
  }
  return { kept, lost: before.length - kept, gained: after.length - kept };
}

/**
 * Puts the reports on a changed text, `{ reports, lineOf }` for each of its files, back on the lines of the original. Where
 * a line stands for several of the original, a report goes to the one that had it before, if there is one and nobody took it.
 */
export function putBack(changed, before, lineCount) {
  const free = before.map(identityOf);
  const entries = changed.flatMap(({ reports, lineOf }) => {
    const origins = invertLines(lineOf, lineCount);
    return reports.map((report) => ({ report, lines: origins.get(report.line) ?? [] }));
  });
  // Who has the least choice goes first, so that nobody else takes its place.
  return entries.toSorted((a, b) => a.lines.length - b.lines.length).map(({ report, lines }) => {
    const line = lines.find((candidate) => free.includes(identityOf({ ...report, line: candidate }))) ?? lines[0];
    const taken = free.indexOf(identityOf({ ...report, line }));
    if (taken !== -1) free.splice(taken, 1);
    return { ...report, line };
  });
}

/** The lines of the original for each line of the changed text. */
function invertLines(lineOf, lineCount) {
  const origins = new Map();
  for (let line = 1; line <= lineCount; line++) {
    for (const target of lineOf(line)) origins.set(target, [...(origins.get(target) ?? []), line]);
  }
  return origins;
}

function identityOf({ rule, messageId, line }) {
  return `${rule} ${messageId} ${line}`;
}
