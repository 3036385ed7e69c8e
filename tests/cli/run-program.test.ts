/** `leakproof run`: a program is started, snapshots are taken while it works, and nothing is left of it. */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { describe, expect, it, vi } from "vitest";

import { makeTemporaryDirectory } from "../support/temporary-directory.ts";
import { runLeakproof, writeProject } from "./run-leakproof.ts";

vi.setConfig({ testTimeout: 300_000 });

const COMMAND = resolve(import.meta.dirname, "../../dist/cli/main.js");
const SERVER = `class Server {
  sessions = new Map();
  serve(id) {
    this.sessions.set(id, { id });
    LEAVE
  }
}
const server = new Server();
let turn = 0;
console.log("listening");
process.on("SIGTERM", () => { console.log("asked to end"); process.exit(0); });
setInterval(() => { for (let n = 0; n < 20; n += 1) server.serve("s" + (turn += 1)); }, 20);
`;

interface ProgramRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What was left in the directory for temporary files. */
  readonly left: readonly string[];
}

const writeServer = (leave = ""): string => writeProject({ "package.json": '{ "type": "module" }', "src/server.js": SERVER.replace("LEAVE", leave) });

function run(directory: string, ...words: readonly string[]): ProgramRun {
  const temporary = makeTemporaryDirectory("run");
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, "run", ...words], { cwd: directory, encoding: "utf8", timeout: 200_000, env: { ...process.env, TMPDIR: temporary, NO_COLOR: "1", FORCE_COLOR: "0" } });
  return { exitCode: status, stdout, stderr, left: readdirSync(temporary).filter((name) => name.startsWith("leakproof-")) };
}

/** The snapshots that are whole. */
const takenIn = (temporary: string): readonly string[] => readdirSync(temporary, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".heapsnapshot"));

describe("run", () => {
  it("tells what grows, joined with the source, and leaves nothing", () => {
    const { exitCode, stdout, stderr, left } = run(writeServer(), "--every", "1", "--source", "src", "--", process.execPath, "src/server.js");
    expect(stderr).toBe("");
    expect(stdout).toContain("listening\n");
    expect(stdout).toContain("asked to end\n");
    expect(stdout).toMatch(/src\/server\.js:1:\d+ {2}Server\.sessions {2}\d+ > \d+ > \d+ {2}\(a map\)\n {2}(?:possible|reported): src\/server\.js:4:5/u);
    expect({ exitCode, left }).toEqual({ exitCode: 1, left: [] });
  });

  it("passes where nothing grows, through a shell as well", () => {
    const { exitCode, stdout, stderr, left } = run(writeServer("this.sessions.delete(id);"), "--every", "1", "--rounds", "1", "--", "sh", "-c", `exec "${process.execPath}" src/server.js`);
    expect({ exitCode, stderr, left }).toEqual({ exitCode: 0, stderr: "", left: [] });
    expect(stdout).toMatch(/Nothing (?:else )?of the program grows\./u);
  });

  it("keeps the snapshots where that is asked, and writes data without what the program prints", () => {
    const directory = writeServer();
    const { exitCode, stdout, stderr } = run(directory, "--every", "1", "--rounds", "1", "--keep", "shots", "--format", "json", "--", process.execPath, "src/server.js");
    expect(stderr).toContain("listening");
    expect(exitCode).toBe(1);
    expect((JSON.parse(stdout) as { snapshots: number }).snapshots).toBe(2);
    expect(readdirSync(join(directory, "shots")).filter((name) => name.endsWith(".heapsnapshot"))).toHaveLength(2);
  });

  it.skipIf(process.platform === "win32")("takes snapshots on a signal, and hands the signal that ends it to the program", async () => {
    const directory = writeServer();
    const temporary = makeTemporaryDirectory("run");
    const child = spawn(process.execPath, [COMMAND, "run", "--every", "0", "--rounds", "5", "--", process.execPath, "src/server.js"], { cwd: directory, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, TMPDIR: temporary } });
    let printed = "";
    child.stdout.on("data", (piece: Buffer) => (printed += piece.toString()));
    const ended = new Promise<number | null>((done) => child.on("exit", done));
    await vi.waitUntil(() => printed.includes("listening"), { timeout: 100_000 });
    for (let shot = 1; shot <= 2; shot += 1) {
      child.kill("SIGUSR2");
      await vi.waitUntil(() => takenIn(temporary).length === shot, { timeout: 100_000, interval: 200 });
    }
    child.kill("SIGTERM");
    expect(await ended).toBe(1);
    expect(printed).toContain("asked to end");
    expect(printed).toContain("Server.sessions");
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe("run fails", () => {
  it("with the code of a program that fails by itself", () => {
    const directory = writeProject({ "a.mjs": "setTimeout(() => process.exit(7), 100);" });
    expect(run(directory, "--every", "60", "--", process.execPath, "a.mjs")).toMatchObject({ exitCode: 2, stdout: "", stderr: "leakproof: The program ended with exit code 7 before two snapshots were taken; take them sooner with --every.\n", left: [] });
  });

  it.each([
    [["--every", "1"], "run needs the program behind --"],
    [["node", "server.js"], "run needs the program behind --"],
    [["--every", "soon", "--", "node"], '--every needs a number of 0 or more, not "soon"'],
    [["--rounds", "0", "--", "node"], '--rounds needs a number of 1 or more, not "0"'],
    [["--staged", "--", "node"], "run takes no --staged"],
    [["--", "no-such-program-here"], "no-such-program-here cannot be started (ENOENT)"],
  ])("in one line: %j", (words, message) => {
    const { exitCode, stdout, stderr } = runLeakproof(writeProject({}), "run", ...words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("where no Node process was started", () => {
    expect(run(writeProject({}), "--", "sh", "-c", "true")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("started no Node process") as string, left: [] });
  });
});
