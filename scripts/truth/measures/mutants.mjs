/** Recall on correct code that was broken on purpose: does a report come that the original has not? */
import { readTexts } from "../../ecosystem/git.mjs";
import { mutantsOf } from "../../mutants/mutants-of.mjs";
import { newReports } from "../lint-text.mjs";

/** One outcome for each drawn mutant of a repository, its operator as the group. One that the operators do not make any more is left out. */
export function measureMutants({ gitDirectory, commit, cases, engines, lint }) {
  const files = [...new Set(cases.map(({ file }) => file))];
  return readTexts(gitDirectory, commit, files).flatMap((text, index) => {
    const drawn = cases.filter(({ file }) => file === files[index]);
    const made = mutantsOf(text).filter((mutant) => drawn.some((one) => isSame(one, mutant)));
    const original = lint(text, files[index]);
    return original === undefined ? [] : made.flatMap((mutant) => outcomeOf(mutant, files[index], original, { engines, lint }));
  });
}

function isSame(one, other) {
  return one.operator === other.operator && one.line === other.line && one.origin === other.origin;
}

function outcomeOf({ operator, line, text }, file, original, { engines, lint }) {
  const broken = lint(text, file);
  if (broken === undefined) return [];
  const judge = (name) => {
    const gained = newReports(original[name], broken[name]);
    return { hit: gained.length > 0, others: 0 };
  };
  return [{ part: "mutants", group: operator, place: `${file}:${line}`, results: Object.fromEntries(engines.map(({ name }) => [name, judge(name)])) }];
}
