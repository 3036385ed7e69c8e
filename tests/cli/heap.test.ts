/** `leakproof heap`: what grows, as a terminal and as data, and the one line for what cannot be read. */
import { basename, dirname } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { takeSnapshots } from "../heap/grown.ts";
import { runLeakproof, writeProject, type Run } from "./run-leakproof.ts";

const LEAKY = "\nclass Client {\n  streams = new Map();\n  watch(key) {\n    this.streams.set(key, { key });\n  }\n}\nconst client = new Client();\nlet turn = 0;\nfunction round() {\n  client.watch('key' + (turn += 1));\n}\n";

describe("heap", () => {
  let shots: readonly string[];
  const tell = (...words: string[]): Run => runLeakproof(dirname(shots[0] as string), "heap", ...words);
  const names = (): string[] => shots.map((shot) => basename(shot));
  beforeAll(() => {
    shots = takeSnapshots(LEAKY);
  }, 240_000);

  it("names the field, its class and its counts, and fails", () => {
    const { exitCode, stdout, stderr } = tell(...names());
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toContain("program.mjs:2:1  Client.streams  40 > 80 > 120  (a map)\n");
    expect(stdout).toContain("1 growing place. Each grew from every one of 3 snapshots to the next.");
  });

  it("says of two that they prove no going on", () => expect(tell(...names().slice(1)).stdout).toContain("take a third one"));

  it("tells the same as data", () => {
    const { places } = JSON.parse(tell("--format", "json", ...names()).stdout) as { places: unknown[] };
    expect(places).toMatchObject([{ name: "Client.streams", counts: [40, 80, 120], collection: "map", isRoom: false, owner: { kind: "field", place: { line: 2 } } }]);
  });

  it("passes where nothing grows", () => {
    const [first = ""] = names();
    expect(tell(first, first, first)).toMatchObject({ exitCode: 0, stdout: "Nothing of the program grows.\n", stderr: "" });
  });
});

describe("heap fails", () => {
  const project = writeProject({ "a.heapsnapshot": "{}", "b.heapsnapshot": "", "src/a.js": "" });
  it.each([
    [["a.heapsnapshot"], "heap needs two snapshots of one process or more"],
    [["a.heapsnapshot", "nowhere"], 'There is nothing at "nowhere"'],
    [["a.heapsnapshot", "src"], '"src" is no file'],
    [["b.heapsnapshot", "a.heapsnapshot"], "a.heapsnapshot is no heap snapshot; take one with"],
    [["a.heapsnapshot", "b.heapsnapshot"], "b.heapsnapshot is empty"],
    [["--preset", "strict", "a.heapsnapshot", "b.heapsnapshot"], "heap takes no --preset"],
  ])("in one line: %j", (words, message) => {
    const { exitCode, stdout, stderr } = runLeakproof(project, "heap", ...words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
