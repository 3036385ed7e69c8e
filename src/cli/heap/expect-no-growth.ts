/**
 * The test helper `eslint-plugin-leakproof/heap`: runs a round trip again and again, takes three heap snapshots, and fails with
 * what grew. It takes nothing from its test runner, and needs no flag: the snapshots are compared by the command, in a process of its own.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { writeHeapSnapshot } from "node:v8";

import { describeTrips, type GrownInTest } from "./describe-trips.ts";

export interface NoGrowthOptions {
  /** Round trips before each snapshot after the first; 20 if not given. A place grows if it keeps one entry or more of every two of them. */
  readonly rounds?: number;
  /** Round trips before the first snapshot, in which caches may fill; 5 if not given. */
  readonly warmUp?: number;
  /** The directory with the source of what is tested, for the rule that would have said so; the current one if not given, false to look at none. */
  readonly source?: string | false;
  /** Names of places that may grow, as the failure prints them: `Client.streams`. */
  readonly ignore?: readonly string[];
}

/** Something grew. */
export class GrowthError extends Error {
  override readonly name = "GrowthError";
  /** What grew, with one count for each snapshot. */
  readonly places: readonly GrownInTest[];

  constructor(message: string, places: readonly GrownInTest[]) {
    super(message);
    this.places = places;
  }
}

const COMMAND = fileURLToPath(new URL("../main.js", import.meta.url));
const SNAPSHOTS = ["a", "b", "c"];

/**
 * Runs the round trip `warmUp` times, and `rounds` times before the second and the third of three heap snapshots. Throws a
 * `GrowthError` where a place holds more after each of them, and an `Error` where the snapshots cannot be taken or compared.
 */
export async function expectNoGrowth(roundTrip: () => unknown, options: NoGrowthOptions = {}): Promise<void> {
  const { rounds = 20, warmUp = 5, source = ".", ignore = [] } = options;
  if (!Number.isInteger(rounds) || rounds < 2) throw new RangeError(`expectNoGrowth needs 2 rounds or more, as a whole number, not ${String(rounds)}.`);
  if (!Number.isInteger(warmUp) || warmUp < 0) throw new RangeError(`expectNoGrowth needs a whole number of 0 or more as warmUp, not ${String(warmUp)}.`);
  const directory = mkdtempSync(join(tmpdir(), "leakproof-growth-"));
  try {
    const files = SNAPSHOTS.map((name) => join(directory, `${name}.heapsnapshot`));
    for (const [index, file] of files.entries()) await takeAfter(roundTrip, index === 0 ? warmUp : rounds, file);
    const { places, note } = await compare(files, source);
    const grown = places.filter((place) => riseOf(place) >= rounds && !ignore.includes(place.name));
    if (grown.length > 0) throw new GrowthError(describeTrips(grown, { rounds, note }), grown);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function takeAfter(roundTrip: () => unknown, trips: number, file: string): Promise<void> {
  for (let trip = 0; trip < trips; trip += 1) await roundTrip();
  // What the last trip has left to be done, such as closing a socket, and what the collector calls when it has passed.
  for (let turns = 0; turns < 3; turns += 1) await turn();
  writeHeapSnapshot(file);
}

interface Comparison {
  readonly places: readonly GrownInTest[];
  /** Why the analysis of the source is missing; undefined where it is not. */
  readonly note?: string;
}

async function compare(files: readonly string[], source: string | false): Promise<Comparison> {
  const bare = ["heap", "--format", "json", ...files];
  const joined = source === false ? undefined : await runCommand([...bare, "--source", source]);
  const places = joined && readPlaces(joined.stdout);
  if (places !== undefined) return { places };
  const { stdout, stderr } = await runCommand(bare);
  const found = readPlaces(stdout);
  if (found === undefined) throw new Error(`The heap snapshots could not be compared: ${stderr.trim()}`);
  return joined === undefined ? { places: found } : { places: found, note: joined.stderr.trim().replace(/^leakproof: /u, "") };
}

/** Undefined where the command has failed. What only the callers of a test runner have made is none of the program. */
function readPlaces(stdout: string): readonly GrownInTest[] | undefined {
  if (!stdout.startsWith("{")) return undefined;
  const { places, loose } = JSON.parse(stdout) as { readonly places: readonly GrownInTest[]; readonly loose: readonly (GrownInTest & { readonly isFunction: boolean })[] };
  return [...places, ...loose.map((objects) => ({ ...objects, name: objects.isFunction ? `functions ${objects.name}` : `instances of ${objects.name}` }))];
}

function riseOf({ counts }: GrownInTest): number {
  return (counts.at(-1) as number) - (counts[0] as number);
}

async function runCommand(words: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  // A test runner's own options for Node, and its colours, are not meant for the command.
  const env = { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1", FORCE_COLOR: "0" };
  return await new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...words], { env, maxBuffer: 2 ** 28 }, (_error, stdout, stderr) => resolve({ stdout, stderr }));
  });
}
