/** Takes a blind reading back: its rows for storing, and the counts that are told of it. */
import { groupBy } from "../ecosystem/stored.mjs";

const VERDICTS = ["true", "false", "unclear"];
const HARMS = ["real", "minor", "none"];
const NEEDS = ["file", "types", "project"];

/**
 * Joins drawn findings with the readers' answers (`{id, repo, verdict, harm, needs, message_ok, same_as, why}`). Answers the
 * rows, the first reading of each finding, the second readings beside it, and what is wrong with answers that were left out.
 */
export function joinAnswers(drawn, answers) {
  const known = new Map(drawn.map((finding) => [keyOf(finding.repository, finding.id), finding]));
  const problems = answers.filter((answer) => !isWhole(answer, known)).map(({ repo, id }) => `${repo} ${id}: the answer is not whole, or nobody asked`);
  const readings = groupBy(answers.filter((answer) => isWhole(answer, known)), ({ repo, id }) => keyOf(repo, id));
  const rows = [...readings].flatMap(([key, own]) => own.map((answer, index) => rowOf(known.get(key), answer, index + 1)));
  return { rows, problems: [...problems, ...drawn.filter(({ repository, id }) => !readings.has(keyOf(repository, id))).map(({ repository, id }) => `${repository} ${id}: not read`)] };
}

/**
 * Counts a reading: for each engine and rule the verdicts (`right`, `wrong`, `unclear`), those again with one cause counted once, and
 * how many messages were in order and how much real harm there is; and of what was read twice, how often both said the same.
 */
export function countReading(rows) {
  const first = rows.filter(({ reading }) => reading === 1);
  const engines = [...groupBy(first, ({ engine }) => engine)].sort().map(([engine, own]) => ({
    engine,
    ...countVerdicts(own),
    causes: countVerdicts(oneOfEachCause(own, first)),
    realHarm: own.filter(({ verdict, harm }) => verdict === "true" && harm === "real").length,
    messagesInOrder: own.filter(({ messageOk }) => messageOk).length,
    seenIn: Object.fromEntries(NEEDS.map((needs) => [needs, own.filter((row) => row.needs === needs).length])),
    rules: Object.fromEntries([...groupBy(own, ({ rule }) => rule)].sort().map(([rule, some]) => [rule, countVerdicts(some)])),
  }));
  return { findings: first.length, repositories: new Set(first.map(({ repository }) => repository)).size, engines, ...countAgreement(rows) };
}

/** The first of the rows that have one cause, as far as readers say that a finding is the same as an earlier one of any engine. */
function oneOfEachCause(rows, all) {
  const known = new Map(all.map((row) => [keyOf(row.repository, row.id), row]));
  const causeOf = (row, seen = new Set()) => {
    const key = keyOf(row.repository, row.id);
    const earlier = row.sameAs === "" || seen.has(key) ? undefined : known.get(keyOf(row.repository, row.sameAs));
    return earlier === undefined ? key : causeOf(earlier, seen.add(key));
  };
  return [...groupBy(rows, (row) => causeOf(row)).values()].map(([one]) => one);
}

function countVerdicts(rows) {
  const count = (verdict) => rows.filter((row) => row.verdict === verdict).length;
  return { right: count("true"), wrong: count("false"), unclear: count("unclear") };
}

function countAgreement(rows) {
  const pairs = [...groupBy(rows, ({ repository, id }) => keyOf(repository, id)).values()].filter(({ length }) => length > 1);
  return { readTwice: pairs.length, agreed: pairs.filter(([one, other]) => one.verdict === other.verdict).length };
}

function rowOf({ repository, commit, engine, id, file, line, rule, messageId }, { verdict, harm, needs, message_ok: messageOk, same_as: sameAs = "", why }, reading) {
  return { repository, commit, engine, id, file, line, rule, messageId, reading, verdict: String(verdict), harm, needs, messageOk: messageOk === true, sameAs, why };
}

function isWhole({ repo, id, verdict, harm, needs, why }, known) {
  return known.has(keyOf(repo, id)) && VERDICTS.includes(String(verdict)) && HARMS.includes(harm) && NEEDS.includes(needs) && typeof why === "string" && why.trim() !== "";
}

function keyOf(repository, id) {
  return `${repository} ${id}`;
}
