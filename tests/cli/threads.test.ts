/** A check that is shared among threads says what one thread says, byte for byte, and outlives a thread. */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { countThreads, isAmongProjects } from "../../src/cli/threads/thread-count.ts";
import { taskFiles } from "../../src/cli/tasks.ts";
import { git, writeRepository } from "./git-repository.ts";
import { BUILT_COMMAND, CLEAN, LEAK, runLeakproof, writeProject, type Run } from "./run-leakproof.ts";

/** So long that no other file shares its task. */
const LONG = `${CLEAN}${"// A long file.\n".repeat(4_000)}`;

function inThreads(project: string, ...words: string[]): [Run, Run] {
  return [runLeakproof(project, "--threads", "1", ...words), runLeakproof(project, "--threads", "3", ...words)];
}

describe("several threads", () => {
  const project = writeProject({
    "a.js": LEAK + LONG, "b.ts": LEAK + LONG, "c.js": LONG, "d.js": `const = 1;\n${LONG}`, "e/f.js": LONG + LEAK, "g.vue": `<script>\n</script>\n${LONG}`,
    "h/tsconfig.json": "{ broken", "h/i.ts": LEAK + LONG, "h/j.ts": LEAK + LONG, "dist/k.js": LEAK,
  });

  it.each(["stylish", "json", "sarif", "github", "html", "agent"])("tell what one tells, with --format %s", (format) => {
    const [one, several] = inThreads(project, "--format", format, ".", "dist/k.js");
    expect(several).toEqual(one);
    expect(one.exitCode).toBe(2);
    expect(one.stderr).toContain("h/tsconfig.json cannot be read");
  });

  it.each([["nothing at a path", ["nowhere"]], ["settings that make no sense", ["--settings", "settings.json"]], ["a rule without suggestions", ["--apply-suggestions", "no-such-rule"]]])("stop where one stops: %s", (_what, words) => {
    writeFileSync(join(project, "settings.json"), '{ "pairs": 1 }');
    const [one, several] = inThreads(project, ...words);
    expect(several).toEqual(one);
    expect(one).toMatchObject({ exitCode: 2, stdout: "" });
  });

  it("tell the same of what is staged and of what changed", () => {
    const repository = writeRepository({ "a.js": LONG, "b.js": LEAK + LONG, "c.js": LEAK });
    for (const file of ["a.js", "b.js", "d.js"]) writeFileSync(join(repository, file), `${file === "b.js" ? LEAK : ""}${LONG}${LEAK.replace("Poll", "Later")}`);
    for (const words of [["--since", "HEAD"], ["--staged"]]) {
      const [one, several] = inThreads(repository, "--format", "json", ...words);
      expect(several).toEqual(one);
      expect(one.exitCode).toBe(1);
      git(repository, "add", ".");
    }
  }, 60_000);

  it("apply the same suggestions", () => {
    const code = `import { EventEmitter } from "node:events";\nexport function f(bus = new EventEmitter()) {\n  const timer = setInterval(() => bus.emit("x"), 10);\n  if (bus.listenerCount("x") > 3) return;\n  clearInterval(timer);\n}\n${LONG}`;
    const projects = ["1", "3"].map((threads) => {
      const own = writeProject({ "a.js": code, "b.js": code });
      const { exitCode, stdout } = runLeakproof(own, "--threads", threads, "--preset", "strict", "--apply-suggestions", "no-partial-release");
      return { exitCode, stdout: stdout.replaceAll(own, ""), text: readFileSync(join(own, "b.js"), "utf8") };
    });
    expect(projects[1]).toEqual(projects[0]);
  });
});

/** A parser of components that does what stands in them. */
const PARSER = `
exports.parseForESLint = (code) => {
  if (code.includes("die")) process.exit(3);
  while (code.includes("hang"));
  if (code.includes("break")) return { ast: { type: "Program", body: [{ type: "ExpressionStatement", get expression() { throw new Error("boom"); } }], tokens: [], comments: [], range: [0, 1], loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 1 } } } };
  throw new SyntaxError("No component.");
};`;

function writeComponents(components: Readonly<Record<string, string>>): string {
  const project = writeProject({ "a.js": LEAK, "z.js": LEAK, ...components });
  mkdirSync(join(project, "node_modules/vue-eslint-parser"), { recursive: true });
  writeFileSync(join(project, "node_modules/vue-eslint-parser/index.js"), PARSER);
  return project;
}

describe("a file whose check breaks down", () => {
  it.each(["1", "2"])("is named, and the others are checked, with --threads %s", (threads) => {
    const { exitCode, stdout, stderr } = runLeakproof(writeComponents({ "b.vue": "break" }), "--threads", threads, "--format", "agent");
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^a\.js:.*\nz\.js:.*\n$/u);
    expect(stderr).toMatch(/^leakproof: b\.vue was not checked: the check broke down \(boom.*\)\. Please report this at .*\/issues\.\n$/u);
  });

  it("takes its thread with it, and nothing else", () => {
    const { exitCode, stdout, stderr } = runLeakproof(writeComponents({ "b.vue": "die", "c.vue": "die" }), "--threads", "2", "--format", "agent");
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "leakproof: b.vue was not checked: its thread ended early.\nleakproof: c.vue was not checked: its thread ended early.\n" });
    expect(stdout).toMatch(/^a\.js:.*\nz\.js:.*\n$/u);
  });

  it("ends the run where it happens again and again", () => {
    const components = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`b${String(index)}.vue`, "die"]));
    const { exitCode, stdout, stderr } = runLeakproof(writeComponents(components), "--threads", "2");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^leakproof: The check was given up, since its threads end early: its thread ended early\. .*\n$/u);
  });

  it("is ended with the command", async () => {
    const child = spawn(process.execPath, [BUILT_COMMAND, "--threads", "2"], { cwd: writeComponents({ "b.vue": "hang" }), stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
    setTimeout(() => child.kill("SIGINT"), 1_500);
    expect(await ended).toBe("SIGINT");
  });
});

describe("the number of threads", () => {
  const machine = { cores: 8, memory: 16e9 };

  it("is what the user asks for", () => {
    expect(countThreads(7, { text: 1, isTyped: true }, { cores: 2, memory: 1e9 })).toBe(7);
  });

  it("grows with the text, up to the cores and to four", () => {
    const count = (text: number, cores = 8): number => countThreads(undefined, { text, isTyped: false }, { ...machine, cores });
    expect([0, 1_000_000, 1_400_000, 2_200_000, 50_000_000].map((text) => count(text))).toEqual([1, 1, 2, 3, 4]);
    expect(count(50_000_000, 2)).toBe(2);
  });

  it("is small where each thread builds the programs of the project", () => {
    const count = (memory: number): number => countThreads(undefined, { text: 50_000_000, isTyped: true }, { ...machine, memory });
    expect([count(16e9), count(7e9)]).toEqual([2, 1]);
  });

  it("is told wrong words", () => {
    for (const word of ["0", "-1", "two", "1.5"]) expect(runLeakproof(writeProject({ "a.js": CLEAN }), `--threads=${word}`)).toEqual({ exitCode: 2, stdout: "", stderr: `leakproof: --threads needs a whole number from 1 to 999, not "${word}".\n` });
  });
});

it("a project lies around a file in its directory or above", () => {
  const project = writeProject({ "typed/tsconfig.json": "{}", "typed/src/a.ts": "", "other/b.ts": "" });
  expect(isAmongProjects([join(project, "other/b.ts")])).toBe(false);
  expect(isAmongProjects([join(project, "other/b.ts"), join(project, "typed/src/a.ts")])).toBe(true);
});

it("neighbours share a task until they are worth one", () => {
  const files = [10_000, 40_000, 20_000, 90_000, 1].map((length, index) => ({ path: String(index), length }));
  expect(taskFiles(files).map(({ files: own }) => own)).toEqual([["0", "1", "2"], ["3"], ["4"]]);
});
