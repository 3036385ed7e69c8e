// The etcd story with code that runs: `npm run demo`, or `node examples/etcd-lock/demo.mjs --seconds 10` after a build.
import { parseArgs } from "node:util";

import { brokenRules, compile, grow, growthCommand, lintCommand, report, run } from "./phases.mjs";

const { values: options } = parseArgs({ options: { seconds: { type: "string", default: "4" } } });
const seconds = Number(options.seconds);
const color = process.stdout.isTTY === true;

const story = [
  { title: "The leaky program: every lock and every timeout leaves a stream behind", tell: () => runProgram("leaky", isGrowing) },
  { title: "Linting the leaky program: four mistakes, each with both of its sites", tell: lintLeaky },
  { title: "The repaired program: the same work, and the count returns to 0", tell: () => runProgram("repaired", isEmptied) },
  { title: "Linting the repaired program: nothing to say", tell: lintRepaired },
  { title: "From the other end: three heap snapshots of each running program lead to the same line, and to nothing", tell: compareHeaps },
];

process.exitCode = (await prepare()) && (await tellAll()) ? 0 : 1;

/** A phase answers what went otherwise than told, or undefined. */
async function tellAll() {
  for (const [index, { title, tell }] of story.entries()) {
    console.log(`\n${bold(`${index + 1}/${story.length}  ${title}`)}\n`);
    const surprise = await tell();
    if (surprise !== undefined) {
      console.log(`\n${bold("Not as told:")} phase ${index + 1}, ${surprise}`);
      return false;
    }
  }
  console.log(`\n${bold("All as told.")} Compare the twins: diff -r examples/etcd-lock/leaky examples/etcd-lock/repaired`);
  return true;
}

async function prepare() {
  for (const twin of ["leaky", "repaired"]) {
    const { exitCode, output } = await compile(twin);
    if (exitCode !== 0) {
      console.log(`${bold("Not as told:")} the ${twin} program does not compile\n${output}`);
      return false;
    }
  }
  return true;
}

async function runProgram(twin, isAsTold) {
  const result = await run(twin, { seconds, onLine: indent });
  if (result.exitCode !== 0) return `the program ended with exit code ${result.exitCode}\n${result.output}`;
  return isAsTold(result) ? undefined : `the streams were ${result.samples.join(", ")}, and ${result.final} at the end`;
}

function isGrowing({ samples, final }) {
  return final > 0 && samples.every((count, index) => index === 0 || count > samples[index - 1]);
}

function isEmptied({ final }) {
  return final === 0;
}

async function lintLeaky() {
  const { exitCode, output } = await runLint("leaky");
  const missing = brokenRules.filter((rule) => !output.includes(rule));
  if (missing.length > 0) return `the report has no ${missing.join(", no ")}`;
  return exitCode === 1 ? undefined : `the command ended with exit code ${exitCode}`;
}

async function lintRepaired() {
  const { exitCode } = await runLint("repaired");
  return exitCode === 0 ? undefined : `the command ended with exit code ${exitCode}`;
}

async function runLint(twin) {
  console.log(`  $ node ${lintCommand(twin).join(" ")}\n`);
  const result = await report(twin, { color });
  for (const line of (result.output || "(no output)").split("\n")) indent(line);
  return result;
}

async function compareHeaps() {
  const leaky = await showGrowth("leaky");
  if (!leaky.output.includes("Client.streams") || !leaky.output.includes("no-unbounded-collection")) return "the leak is not among what grows";
  const repaired = await showGrowth("repaired");
  return repaired.exitCode === 0 ? undefined : `the command ended with exit code ${repaired.exitCode} for the repaired program`;
}

async function showGrowth(twin) {
  console.log(`  $ node ${growthCommand(twin).join(" ")}\n`);
  const result = await grow(twin);
  for (const line of result.output.split("\n")) indent(line);
  console.log("");
  return result;
}

function indent(line) {
  console.log(line === "" ? "" : `  ${line}`);
}

function bold(text) {
  return color ? `\u001B[1m${text}\u001B[22m` : text;
}
