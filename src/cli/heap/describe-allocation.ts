/** Writes what was allocated and is alive, for readers and as data. */
import type { AllocatingFunction, Allocation, CalledFunction } from "../../heap/allocation.ts";
import { describeWhere } from "./describe-growth.ts";

/** So many functions are told to a reader; as data all of them. */
const MOST_TOLD = 20;

/** Describes for a terminal which functions allocated what is alive. */
export function describeAllocation(allocation: Allocation, cwd: string): string {
  const { functions } = allocation;
  const blocks = functions.slice(0, MOST_TOLD).map((one) => describeFunction(one, allocation, cwd));
  const more = functions.length > MOST_TOLD ? [`${functions.length - MOST_TOLD} more allocate less; --format json lists them.`] : [];
  return `${[...blocks, ...more, describeClaim(allocation)].join("\n\n")}\n`;
}

/** Describes allocation as JSON: bytes; lines and columns count from 1. */
export function describeAllocationAsJson(allocation: Allocation): string {
  return `${JSON.stringify(allocation, undefined, 2)}\n`;
}

function describeFunction(one: AllocatingFunction, { totals }: Allocation, cwd: string): string {
  const share = Math.round((100 * (one.counts.at(-1) as number)) / (totals.at(-1) as number));
  const callers = one.callers.length > 0 ? [`  called by ${one.callers.map((caller) => describeCalled(caller, cwd)).join(" < ")}`] : [];
  return [`${describeWhere(one.place, cwd)}  ${nameOf(one)}  ${one.counts.map(describeBytes).join(" > ")}  (${share}% of what is alive)`, ...callers].join("\n");
}

function describeCalled(called: CalledFunction, cwd: string): string {
  return `${nameOf(called)} of ${describeWhere(called.place, cwd)}`;
}

function nameOf({ name }: CalledFunction): string {
  return name === "" ? "a function" : `${name}()`;
}

function describeBytes(bytes: number): string {
  return bytes < 2 ** 20 ? `${Math.round(bytes / 2 ** 10)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

/** A profile says least of all files about a heap, and a reader has to know. */
function describeClaim({ profiles, functions }: Allocation): string {
  const meaning = "A profile estimates from samples which function allocated what is alive, on the line where the function begins; what keeps it alive it does not know. Three snapshots do: leakproof heap a.heapsnapshot b.heapsnapshot c.heapsnapshot.";
  if (profiles === 1) return `${functions.length === 0 ? "Nothing that the program allocated is alive. " : ""}One profile does not show whether anything grows. ${meaning}`;
  return `${functions.length === 0 ? "Nothing of the program is alive in more and more bytes." : `What ${functions.length === 1 ? "this function" : `these ${functions.length} functions`} allocated takes more from each of ${profiles} profiles to the next.`} ${meaning}`;
}
