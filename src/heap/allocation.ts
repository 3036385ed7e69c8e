/**
 * What is alive by the function that allocated it. The weakest of the claims about a heap: a profile knows where memory came from, and neither
 * what keeps it nor, if there is only one, whether it becomes more. What Node allocates for a function of the program counts as its.
 */
import { isOfRuntime } from "./owner.ts";
import type { ProfileNode } from "./read-profile.ts";
import type { ScriptPlace } from "./scripts.ts";
import { grows, type Series } from "./series.ts";
import { Sources, type SourceReader } from "./sources.ts";
import { nameWritten } from "./written-names.ts";

/** A function by its name, empty if it has none, and the place where it begins. */
export interface CalledFunction {
  readonly name: string;
  readonly place: ScriptPlace;
}

/** A function whose allocations are alive: so many bytes in each profile. */
export interface AllocatingFunction extends CalledFunction, Series {
  /** The functions of the program that it was called from where most was allocated in the last profile, the nearest first. */
  readonly callers: readonly CalledFunction[];
}

export interface Allocation {
  readonly profiles: number;
  /** The bytes that are alive, in each profile. */
  readonly totals: readonly number[];
  /** What allocated most first. Of several profiles only functions are listed whose bytes become more from each to the next. */
  readonly functions: readonly AllocatingFunction[];
}

export interface AllocationOptions {
  /** Functions with fewer bytes, or whose bytes rise by less, are passed over. */
  readonly fewestBytes: number;
  readonly sources?: SourceReader | undefined;
}

interface Tally extends CalledFunction {
  bytes: number;
  /** The most that was allocated on one way, and that way. */
  most: number;
  callers: readonly CalledFunction[];
}

const MOST_CALLERS = 4;

/** Compares profiles of one process, the first first; of a single one, answers what is alive. */
export function compareProfiles(roots: readonly ProfileNode[], { fewestBytes, sources: reader }: AllocationOptions): Allocation {
  const tallies = roots.map(tallyByFunction);
  const functions = [...(tallies.at(-1) ?? [])].flatMap(([key, { name, place, callers }]): readonly AllocatingFunction[] => {
    const counts = tallies.map((tally) => tally.get(key)?.bytes ?? 0);
    const isTold = counts.length === 1 ? (counts[0] as number) >= fewestBytes : grows(counts, false, fewestBytes);
    return isTold ? [{ name, place, callers, counts, isRoom: false }] : [];
  });
  const sources = reader && new Sources(reader);
  const write = <Written extends CalledFunction>(called: Written): Written => (sources === undefined ? called : nameWritten(called, sources));
  const written = functions.map((one) => ({ ...write(one), callers: one.callers.map(write) }));
  return { profiles: roots.length, totals: roots.map(sumOf), functions: written.sort((one, other) => riseOf(other) - riseOf(one)) };
}

function riseOf({ counts }: Series): number {
  return (counts.at(-1) as number) - (counts.length === 1 ? 0 : (counts[0] as number));
}

function sumOf(root: ProfileNode): number {
  let sum = 0;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    sum += node.selfSize;
    open.push(...node.children);
  }
  return sum;
}

/** A call, and the functions of the program that it was called from, the nearest first. */
interface Call {
  readonly node: ProfileNode;
  readonly callers: Stack | undefined;
}

interface Stack {
  readonly called: CalledFunction;
  readonly callers: Stack | undefined;
}

function tallyByFunction(root: ProfileNode): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const open: Call[] = [{ node: root, callers: undefined }];
  for (let call = open.pop(); call !== undefined; call = open.pop()) {
    const { node, callers } = call;
    const called = functionOf(node);
    const stack = called === undefined ? callers : { called, callers };
    if (stack !== undefined && node.selfSize > 0) noteBytes(tallies, stack, node.selfSize);
    open.push(...node.children.map((child) => ({ node: child, callers: stack })));
  }
  return tallies;
}

/** The function of a call; undefined for what is not of the program. */
function functionOf({ callFrame: { functionName, url, lineNumber, columnNumber } }: ProfileNode): CalledFunction | undefined {
  const place = { url, line: lineNumber + 1, column: columnNumber + 1 };
  return lineNumber < 0 || isOfRuntime(place) ? undefined : { name: functionName, place };
}

function noteBytes(tallies: Map<string, Tally>, { called, callers }: Stack, bytes: number): void {
  const key = JSON.stringify(called);
  const tally = tallies.get(key) ?? { ...called, bytes: 0, most: 0, callers: [] };
  tally.bytes += bytes;
  if (bytes > tally.most) {
    tally.most = bytes;
    tally.callers = callersOf(callers);
  }
  tallies.set(key, tally);
}

function callersOf(stack: Stack | undefined): readonly CalledFunction[] {
  const callers: CalledFunction[] = [];
  for (let at = stack; at !== undefined && callers.length < MOST_CALLERS; at = at.callers) callers.push(at.called);
  return callers;
}
