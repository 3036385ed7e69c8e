// What the demo does, as functions that return data; demo.mjs tells the story, the tests check it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const compiler = `${root}node_modules/typescript/bin/tsc`;

/** The four rules that the leaky twin breaks. */
export const brokenRules = ["no-unstable-key", "no-mismatched-key", "no-unbounded-collection", "no-partial-release"];

/** The command that a user would type to lint a twin. */
export function lintCommand(twin) {
  return ["dist/cli/main.js", `examples/etcd-lock/${twin}`, "--preset", "recommended"];
}

/** Compiles a twin into `out/<twin>` and answers what the compiler said. */
export async function compile(twin) {
  await rm(`${here}out/${twin}`, { recursive: true, force: true });
  return await runNode([compiler, "-p", `${here}${twin}`, "--pretty", "false"]);
}

/** Runs a compiled twin and answers how many streams were open at each sample and at the end. */
export async function run(twin, { seconds = 4, every = 1000, onLine = () => {} } = {}) {
  const samples = [];
  let final;
  const read = (line) => {
    onLine(line);
    const [, moment, streams] = /^(after|at the end).*: streams (\d+)/.exec(line) ?? [];
    if (moment === "after") samples.push(Number(streams));
    if (moment === "at the end") final = Number(streams);
  };
  const { exitCode, output } = await runNode([`${here}out/${twin}/main.js`, "--seconds", `${seconds}`, "--every", `${every}`], read);
  return { samples, final, exitCode, output };
}

/** Lints a twin with our command and answers what it printed. */
export async function report(twin, { color = false } = {}) {
  return await runNode(lintCommand(twin), undefined, color ? { FORCE_COLOR: "1", NO_COLOR: undefined } : { FORCE_COLOR: undefined, NO_COLOR: "1" });
}

/** The command that a user would type to see what grows in a running twin. */
export function growthCommand(twin, every = 1) {
  const program = ["node", `examples/etcd-lock/out/${twin}/main.js`, "--seconds", "600", "--every", "5000"];
  return ["dist/cli/main.js", "run", "--every", `${every}`, "--source", `examples/etcd-lock/${twin}`, "--", ...program];
}

/** Runs a compiled twin, compares three heap snapshots of it, and answers what the command printed. */
export async function grow(twin, { every = 1 } = {}) {
  return await runNode(growthCommand(twin, every), undefined, { FORCE_COLOR: undefined, NO_COLOR: "1" });
}

/** Lints a twin with the preset `recommended` and type information, and answers the messages. */
export async function lint(twin) {
  const [{ ESLint }, parser, { default: plugin }] = await Promise.all([
    import("eslint"),
    import("@typescript-eslint/parser"),
    import(new URL("../../dist/index.js", import.meta.url).href),
  ]);
  const eslint = new ESLint({
    cwd: here,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ["**/*.ts"], languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: here } } },
      { files: ["**/*.ts"], ...plugin.configs.recommended },
    ],
  });
  const results = await eslint.lintFiles([`${twin}/*.ts`]);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, message }) => ({
      file: filePath.slice(filePath.lastIndexOf(twin) + twin.length + 1),
      rule: ruleId?.replace(/^leakproof\//, "") ?? null,
      line,
      message,
    })),
  );
}

async function runNode(args, onLine = () => {}, env = {}) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const lines = [];
  const read = async (stream, onEach) => {
    for await (const line of createInterface({ input: stream })) {
      lines.push(line);
      onEach(line);
    }
  };
  const [[exitCode]] = await Promise.all([once(child, "close"), read(child.stdout, onLine), read(child.stderr, () => {})]);
  return { exitCode, output: lines.join("\n") };
}
