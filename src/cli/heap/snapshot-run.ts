/** `leakproof run`: starts a program, has it write heap snapshots while it works, and ends it. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import type { RunCommand } from "../arguments.ts";
import { Failure } from "../failures.ts";

const HOOK = new URL("./snapshot-hook.js", import.meta.url).href;
const POLL_IN_MILLISECONDS = 100;
/** A process of the program has a file of this kind, with what it runs in it. */
const PROCESS_ENDING = ".process";
/** A program that does not end by itself when it is asked to is ended after this. */
const PATIENCE_IN_MILLISECONDS = 10_000;

/** The snapshots of one process of the program, the first first. */
export interface ProcessShots {
  readonly pid: number;
  /** What it runs. */
  readonly program: string;
  readonly files: readonly string[];
}

export interface ProgramRun {
  readonly processes: readonly ProcessShots[];
  /** The exit code of the program where it ended by itself; undefined where it was ended here. */
  readonly exitCode: number | undefined;
  /** Removes the snapshots, unless they are to be kept. */
  readonly remove: () => void;
}

/** Runs the program until all snapshots are taken, or it ends; throws a `Failure` where it cannot be started. */
export async function runForSnapshots(command: Pick<RunCommand, "command" | "rounds" | "every" | "keep" | "format">, cwd: string): Promise<ProgramRun> {
  const directory = mkdtempSync(join(tmpdir(), "leakproof-run-"));
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  try {
    const exitCode = await superviseProgram(command, directory, cwd);
    const target = command.keep === undefined ? directory : keepIn(resolve(cwd, command.keep), directory);
    return { processes: collectShots(directory, target), exitCode, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function superviseProgram({ command, rounds, every, format }: Pick<RunCommand, "command" | "rounds" | "every" | "format">, directory: string, cwd: string): Promise<number | undefined> {
  const child = startProgram(command, { cwd, directory, isOutputOurs: format !== "text" });
  const ended = new Promise<number>((done, fail) => {
    child.on("error", (error: NodeJS.ErrnoException) => fail(new Failure(`${command[0] ?? ""} cannot be started (${error.code ?? error.message}); check the words behind --.`)));
    child.on("exit", (code, signal) => done(code ?? (signal === null ? 0 : 128)));
  });
  const state = { hasEnded: false, isAsked: false, isSignalled: false };
  const forget = forwardSignals(child, state);
  const exit = ended.finally(() => {
    state.hasEnded = true;
  });
  try {
    await Promise.race([exit, takeAll({ rounds, every, directory, state })]);
    // What a signal ended has not failed.
    if (state.hasEnded) return state.isSignalled ? await exit.then(() => undefined) : await exit;
    await endProgram(child, exit);
    return undefined;
  } finally {
    forget();
  }
}

function startProgram([program = "", ...words]: readonly string[], { cwd, directory, isOutputOurs }: { readonly cwd: string; readonly directory: string; readonly isOutputOurs: boolean }): ChildProcess {
  const options = [process.env.NODE_OPTIONS ?? "", `--import=${HOOK}`].join(" ").trim();
  // What the command writes for programs is not to be mixed with what the program prints.
  return spawn(program, words, { cwd, stdio: ["inherit", isOutputOurs ? process.stderr : "inherit", "inherit"], env: { ...process.env, NODE_OPTIONS: options, LEAKPROOF_SNAPSHOTS: directory } });
}

interface Asking {
  readonly rounds: number;
  readonly every: number;
  readonly directory: string;
  readonly state: ProgramState;
}

interface ProgramState {
  readonly hasEnded: boolean;
  /** Whether the user has asked for the next snapshot. */
  isAsked: boolean;
  /** Whether a signal was handed on that ends a program. */
  isSignalled: boolean;
}

/** Asks for one snapshot more than there are rounds: at each interval, or when the user says so. */
async function takeAll({ rounds, every, directory, state }: Asking): Promise<void> {
  // The clock begins with the program, and not with what starts it.
  while (!state.hasEnded && !readdirSync(directory).some((name) => name.endsWith(PROCESS_ENDING))) await wait(POLL_IN_MILLISECONDS);
  for (let shot = 1; shot <= rounds + 1; shot += 1) {
    const due = every === 0 ? Infinity : Date.now() + every * 1000;
    while (!state.hasEnded && !state.isAsked && Date.now() < due) await wait(POLL_IN_MILLISECONDS);
    state.isAsked = false;
    if (state.hasEnded) return;
    writeFileSync(join(directory, `request-${shot}`), "");
    while (!state.hasEnded && !isTaken(directory, shot)) await wait(POLL_IN_MILLISECONDS);
  }
}

/** Whether one process has written the snapshot, and none is still writing. */
function isTaken(directory: string, shot: number): boolean {
  const names = readdirSync(directory);
  return names.some((name) => name.endsWith(`-${shot}.heapsnapshot`)) && !names.some((name) => name.endsWith(".part"));
}

/** The signals that end a program go on to it; the one for a snapshot asks for the next one. */
function forwardSignals(child: ChildProcess, state: ProgramState): () => void {
  const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const ask = (): void => {
    state.isAsked = true;
  };
  const forward = (signal: NodeJS.Signals): void => {
    state.isSignalled = true;
    child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, forward);
  if (process.platform !== "win32") process.on("SIGUSR2", ask);
  return () => {
    for (const signal of forwarded) process.off(signal, forward);
    process.off("SIGUSR2", ask);
  };
}

async function endProgram(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill("SIGTERM");
  const patience = new AbortController();
  const lost = await Promise.race([ended.then(() => false), wait(PATIENCE_IN_MILLISECONDS, true, { signal: patience.signal }).catch(() => false)]);
  patience.abort();
  if (!lost) return;
  child.kill("SIGKILL");
  await ended;
}

function keepIn(target: string, directory: string): string {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(directory).filter((file) => file.endsWith(".heapsnapshot"))) writeFileSync(join(target, name), readFileSync(join(directory, name)));
  return target;
}

function collectShots(directory: string, target: string): readonly ProcessShots[] {
  const names = readdirSync(directory);
  return names.filter((name) => name.endsWith(PROCESS_ENDING)).map((name) => {
    const pid = Number.parseInt(name, 10);
    const shots = names.flatMap((file) => new RegExp(`^${pid}-(\\d+)\\.heapsnapshot$`, "u").exec(file)?.[1] ?? []).map(Number).sort((one, other) => one - other);
    return { pid, program: readFileSync(join(directory, name), "utf8"), files: shots.map((shot) => join(target, `${pid}-${shot}.heapsnapshot`)).filter((file) => existsSync(file)) };
  });
}
