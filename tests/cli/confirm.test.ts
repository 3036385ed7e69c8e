/** `--confirm`: what heap snapshots of the program say of the findings of a check. */
import { beforeAll, describe, expect, it, vi } from "vitest";

import { runLeakproof, writeProject, type Run } from "./run-leakproof.ts";
import { readLog } from "./sarif-log.ts";
import { SHOTS, writeGrownProject } from "./snapshot-project.ts";

vi.setConfig({ testTimeout: 240_000 });

// Ten rooms are open at a time: what is put in comes out. The timers stay.
const PROGRAM = `class Hub {
  rooms = new Map();
  async enter(key, work) {
    this.rooms.set(key, { key });
    await work();
    this.rooms.delete(key);
  }
  poll() {
    setInterval(() => this.rooms.size, 1e6);
  }
}
const hub = new Hub();
const waiting = [];
export async function round(key) {
  void hub.enter(key, () => new Promise((done) => waiting.push(done)));
  if (waiting.length > 10) waiting.shift()();
  hub.poll();
}
`;
const UNSEEN = "export function idle(checks) { for (const check of checks) {\n  setInterval(check, 1000);\n} }\n";
const DRAINED = `
import v8 from "node:v8";
import { round } from "./src/program.js";
for (const shot of ${JSON.stringify(SHOTS)}) {
  for (let n = 0; n < 40; n += 1) await round("key" + n + shot);
  await new Promise((done) => setImmediate(done));
  v8.writeHeapSnapshot(shot);
}
process.exit();
`;

describe("--confirm", () => {
  let directory: string;
  let told: Run;
  const check = (...words: string[]): Run => runLeakproof(directory, "src", "--preset", "strict", ...words, "--confirm", ...SHOTS);
  beforeAll(() => {
    directory = writeGrownProject({ "main.js": DRAINED, "src/program.js": PROGRAM, "src/unseen.js": UNSEEN });
    told = check();
  }, 240_000);

  it("confirms what grows", () => {
    expect(told.stderr).toBe("");
    expect(told.stdout).toMatch(/ 9:5 {2}error .* Confirmed: `functions` grows, 40 > 80 > 120/u);
    expect(told.exitCode).toBe(1);
  });

  it("says of what was filled and did not grow that it is not confirmed, as a warning", () => {
    expect(told.stdout).toMatch(/ 4:5 {2}warning .* Not confirmed: `Hub\.rooms` was filled again and again while the snapshots were taken, and did not grow, 1\d > 1\d > 1\d/u);
    expect(told.stdout).toContain("(2 errors, 1 warning)");
  });

  it("says nothing of what the snapshots do not tell", () => expect(told.stdout).toMatch(/ 2:3 {2}error {2}The handle of `setInterval\(…\)` is dropped here, so nothing can release an interval\. Keep the handle and call `clearInterval\(handle\)` {2}/u));

  it("carries it in SARIF, in JSON and on the page", () => {
    const results = readLog(check("--format", "sarif").stdout).results.map(({ properties }) => properties);
    expect(results).toEqual([expect.objectContaining({ confidence: "likely", refuted: { name: "Hub.rooms", counts: expect.any(Array) as number[] } }), expect.objectContaining({ confidence: "certain", confirmed: { name: "functions", counts: [40, 80, 120] } }), expect.not.objectContaining({ confirmed: expect.anything() })]);
    expect(check("--format", "json").stdout).toContain('"confirmation":{"kind":"confirmed","name":"functions","counts":[40,80,120]}');
    expect(check("--format", "html").stdout).toContain('<span class="severity refuted">not confirmed ');
  });

  it("takes a list with the name of the option before each as well", () => {
    const words = SHOTS.flatMap((shot) => ["--confirm", shot]);
    expect(runLeakproof(directory, "src", "--preset", "strict", ...words).stdout).toBe(told.stdout);
  });
});

describe("--confirm fails", () => {
  it.each([
    [["--confirm", "a.heapsnapshot", "src"], "--confirm needs two heap snapshots"],
    [["src", "--confirm", "a.heapsnapshot", "b.heapsnapshot"], 'There is nothing at "a.heapsnapshot"'],
    [["explain", "src/a.js", "--confirm", "a.heapsnapshot"], "explain takes no --confirm"],
  ])("in one line: %j", (words, message) => {
    const { exitCode, stdout, stderr } = runLeakproof(writeProject({ "src/a.js": "" }), ...words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
