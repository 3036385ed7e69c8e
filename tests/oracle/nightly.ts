/**
 * The fuzzer for a long run: `npm run fuzz -- --programs 100000 [--seed N] [--no-shrink]`; `--replay N` shows one program.
 * `--applications 50000` measures generated applications in place of programs, and takes the same options.
 * Ends with a table of what was tried, and fails if the engine and the runs disagree.
 */
import { parseArgs } from "node:util";

import { measureApplications, showApplication } from "./applications/measure.ts";
import { compare } from "./compare.ts";
import { emptyTally, fuzzOne, programOf } from "./fuzz.ts";
import { describeFinding, describeTally } from "./tally-text.ts";

const PROGRESS_EVERY = 1000;

const { values } = parseArgs({
  options: { "programs": { type: "string", default: "10000" }, "applications": { type: "string" }, "seed": { type: "string" }, "replay": { type: "string" }, "no-shrink": { type: "boolean", default: false } },
});

if (values.applications !== undefined) await (values.replay === undefined ? measureApplications(Number(values.applications), Number(values.seed ?? 1), !values["no-shrink"]) : showApplication(Number(values.replay)));
else if (values.replay === undefined) await fuzz(Number(values.programs), Number(values.seed ?? Date.now() % 2 ** 30), !values["no-shrink"]);
else await replay(Number(values.replay));

async function fuzz(programs: number, seed: number, shrinks: boolean): Promise<void> {
  const tally = emptyTally();
  let told = 0;
  console.log(`${String(programs)} programs from seed ${String(seed)}`);
  for (let at = seed; at < seed + programs; at += 1) {
    await fuzzOne(at, tally, shrinks);
    for (const finding of tally.findings.slice(told)) console.log(describeFinding(finding));
    told = tally.findings.length;
    if (tally.programs % PROGRESS_EVERY === 0) console.log(`${String(tally.programs)} programs, ${String(tally.runs)} runs, ${String(told)} disagreements, ${process.cpuUsage().user / 1e6} s`);
  }
  console.log(describeTally(tally));
  process.exitCode = tally.findings.length === 0 ? 0 : 1;
}

async function replay(seed: number): Promise<void> {
  const generated = programOf(seed);
  console.log(generated.lintText);
  console.log(await compare(generated));
}
