/** Draws findings for a blind reading: what a stranger would see, in repositories that nobody has read. */
import { inDrawnOrder } from "../ecosystem/drawn-order.mjs";
import { groupBy } from "../ecosystem/stored.mjs";

/** So many findings of `recommended` are read at most: the share of true ones among them is known within eight points then. */
export const MOST_RECOMMENDED = 150;
/** A tenth is read twice, by readers who do not know of each other. */
const TWICE = 10;

/**
 * Chooses what is read: the findings of `recommended`, 150 at random where there are more, and of each other engine up to `count` that no smaller preset has.
 * Findings are `{repository, engine, id, ...}`, `engine` the smallest preset that reports it. The same `salt` draws the same.
 */
export function chooseForReading(findings, { count, salt }) {
  return [...groupBy(findings, ({ engine }) => engine)].flatMap(([engine, own]) => inDrawnOrder(own, nameUnder(salt)).slice(0, engine === "recommended" ? MOST_RECOMMENDED : count));
}

/** How many reports each engine makes; a preset's include those of the smaller one. */
export function countByEngine(findings) {
  const counts = Object.fromEntries([...groupBy(findings, ({ engine }) => engine)].map(([engine, { length }]) => [engine, length]));
  return { ...counts, strict: (counts.strict ?? 0) + (counts.recommended ?? 0) };
}

/** The findings that are read twice: a tenth of each engine's. */
export function chooseTwice(findings, salt) {
  return [...groupBy(findings, ({ engine }) => engine).values()].flatMap((own) => inDrawnOrder(own, nameUnder(`${salt} twice`)).slice(0, Math.ceil(own.length / TWICE)));
}

/** Cuts findings into sheets of about `size`; those of one repository stay together, so that their reader sees one cause once. */
export function cutSheets(findings, size) {
  const sheets = [];
  for (const own of [...groupBy(findings, ({ repository }) => repository)].sort().map(([, rows]) => rows)) {
    const last = sheets.at(-1);
    if (last === undefined || last.length + own.length > size) sheets.push([...own]);
    else last.push(...own);
  }
  return sheets.flatMap((sheet) => Array.from({ length: Math.ceil(sheet.length / size) }, (_, part) => sheet.slice(part * size, (part + 1) * size)));
}

/** Another salt draws other findings first. */
function nameUnder(salt) {
  return ({ repository, id }) => `${salt} ${repository} ${id}`;
}
