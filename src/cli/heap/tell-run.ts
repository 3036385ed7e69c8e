/** The command `run`: what grew in the processes of a program while it ran. */
import type { RunCommand } from "../arguments.ts";
import { Failure } from "../failures.ts";
import { runForSnapshots, type ProcessShots } from "./snapshot-run.ts";
import { tellGrowth, type ToldGrowth } from "./tell-growth.ts";

/**
 * What grows by less in a round is left out. A program stands still while it writes a snapshot, and what it is about then may miss its
 * deadline and be left where it is: a few objects for each snapshot, however much the program works in between.
 */
const FEWEST_A_ROUND = 10;

export interface ToldRun extends ToldGrowth {
  /** The exit code of the program where it failed by itself; undefined where it did not. */
  readonly programFailed: number | undefined;
}

/** Runs a program and describes what grew in it; throws a `Failure` where it cannot be started, or ended before two snapshots were taken. */
export async function tellRun(command: RunCommand, cwd: string): Promise<ToldRun> {
  const { processes, exitCode, remove } = await runForSnapshots(command, cwd);
  try {
    const comparable = processes.filter(({ files }) => files.length > 1);
    if (comparable.length === 0) throw new Failure(describeTooFew(processes, exitCode));
    const told: { readonly shots: ProcessShots; readonly growth: ToldGrowth }[] = [];
    for (const shots of comparable) told.push({ shots, growth: await tellGrowth({ ...command, files: shots.files, fewest: FEWEST_A_ROUND * (shots.files.length - 1) }, cwd) });
    const growing = told.filter(({ growth }) => growth.grows);
    const [first] = growing.length > 0 ? growing : told;
    const failures = told.flatMap(({ growth }) => growth.failures);
    const programFailed = exitCode === undefined || exitCode === 0 ? undefined : exitCode;
    if (command.format === "text" && growing.length > 1) {
      const text = growing.map(({ shots: { pid, program }, growth }) => `Process ${pid}, ${program}\n\n${growth.text}`).join("\n");
      return { text, grows: true, failures, programFailed };
    }
    const others = growing.length > 1 ? [`${growing.length} processes of the program grow, and ${command.format} tells of one; take the format text for all.`] : [];
    return { text: first?.growth.text ?? "", grows: growing.length > 0, failures: [...failures, ...others], programFailed };
  } finally {
    remove();
  }
}

function describeTooFew(processes: readonly ProcessShots[], exitCode: number | undefined): string {
  if (processes.length === 0) return "The program started no Node process, or one that takes no --import; heap snapshots are taken of Node 20.19 or newer.";
  const code = exitCode === undefined ? "" : ` with exit code ${exitCode}`;
  return `The program ended${code} before two snapshots were taken; take them sooner with --every.`;
}
