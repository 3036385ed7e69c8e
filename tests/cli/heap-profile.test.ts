/** `leakproof heap PROFILE.heapprofile`: which functions allocated what is alive, and that this says little. */
import { expect, it } from "vitest";

import { runNode } from "../heap/grown.ts";
import { runLeakproof, writeProject } from "./run-leakproof.ts";

/** A profile knows no file of a function that nothing refers to any more when it is written. */
const PROGRAM = "globalThis.kept = [];\nfunction keep(turn) {\n  globalThis.kept.push(`key ${turn}`.repeat(9).split(''));\n}\nfor (let turn = 0; turn < 5000; turn += 1) keep(turn);\nglobalThis.keep = keep;\n";

it("names the function of a real profile, and fails only if something grows", { timeout: 240_000 }, () => {
  const project = writeProject({ "program.cjs": PROGRAM, "other.heapsnapshot": "{}", "broken.heapprofile": "{}" });
  runNode(process.execPath, ["--heap-prof", "--heap-prof-interval=8192", `--heap-prof-dir=${project}`, "--heap-prof-name=a.heapprofile", `${project}/program.cjs`]);
  const one = runLeakproof(project, "heap", "a.heapprofile");
  expect(one).toMatchObject({ exitCode: 0, stderr: "" });
  expect(one.stdout).toMatch(/^program\.cjs:2:14 {2}keep\(\) {2}\d.*% of what is alive\)$/mu);
  expect(one.stdout).toContain("One profile does not show whether anything grows.");
  expect(runLeakproof(project, "heap", "a.heapprofile", "a.heapprofile")).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Nothing of the program is alive in more and more bytes.") as string });
  expect(runLeakproof(project, "heap", "--format", "json", "a.heapprofile").stdout).toContain('"name": "keep"');
  expect(runLeakproof(project, "heap", "a.heapprofile", "other.heapsnapshot")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("not one with the other") as string });
  expect(runLeakproof(project, "heap", "broken.heapprofile")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("broken.heapprofile is no sampling heap profile") as string });
});
