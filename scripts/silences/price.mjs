/** What silence costs: how many true leaks each reason of silence hides, as far as those that were read tell. */
import { groupBy } from "../ecosystem/stored.mjs";
import { silenceOf } from "./draw.mjs";

/**
 * The price of each reason of silence, the dearest first. `rows` were read (`{reason, decided, verdict, harm}`), `counts`
 * says how many candidates each reason silences in all. `hidden` is the share that was true, of all of them.
 */
export function priceSilences(rows, counts) {
  const read = groupBy(rows, silenceOf);
  const priced = [...read].map(([silence, own]) => {
    const right = own.filter(({ verdict }) => verdict === "true").length;
    const decided = own.filter(({ verdict }) => verdict !== "unclear").length;
    const all = counts[silence] ?? own.length;
    return { silence, all, read: own.length, right, hidden: decided === 0 ? 0 : Math.round((all * right) / decided) };
  });
  return priced.sort((one, other) => other.hidden - one.hidden || other.all - one.all);
}
