import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, test } from "vitest";

import { brokenRules, compile, grow, lint, report, run } from "../../examples/etcd-lock/phases.mjs";
import type { Finding, Twin } from "../../examples/etcd-lock/phases.mjs";

const folder = fileURLToPath(new URL("../../examples/etcd-lock/", import.meta.url));
const files = ["client.ts", "context.ts", "lock.ts", "main.ts", "server.ts", "watch.ts"];

const readTwin = (twin: Twin, file: string): string => readFileSync(`${folder}${twin}/${file}`, "utf8");

/** The line of the only place in the leaky twin where `text` stands. */
function lineOf(file: string, text: string): number {
  const lines = readTwin("leaky", file).split("\n");
  const hits = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  expect(hits, `${text} in ${file}`).toHaveLength(1);
  return hits[0] as number;
}

/** The lines a finding names: where it stands, and those in its message. */
function linesNamedBy({ line, message }: Finding): number[] {
  const mentions = message.match(/\blines? \d+(?:(?:, | and )\d+)*/g) ?? [];
  return [line, ...mentions.flatMap((mention) => mention.match(/\d+/g) ?? []).map(Number)];
}

describe("the twins", () => {
  test("differ in the client and the lock only", () => {
    const differing = files.filter((file) => readTwin("leaky", file) !== readTwin("repaired", file));
    expect(differing).toEqual(["client.ts", "lock.ts"]);
  });

  test.each(["leaky", "repaired"] as const)("%s gives nothing away in its comments", (twin) => {
    for (const file of files) expect(readTwin(twin, file)).not.toMatch(/leak|eslint|@owns|@releases|@borrowed|@longLived|@bounded/i);
  });
});

describe("running", () => {
  beforeAll(async () => {
    for (const twin of ["leaky", "repaired"] as const) expect(await compile(twin)).toEqual({ exitCode: 0, output: "" });
  }, 60_000);

  test("the leaky twin opens more streams at each sample and keeps them to the end", { timeout: 30_000 }, async () => {
    const { samples, final, exitCode } = await run("leaky", { seconds: 1.6, every: 400 });
    expect(exitCode).toBe(0);
    expect(samples).toHaveLength(4);
    expect(samples).toEqual([...new Set(samples)].sort((a, b) => a - b));
    expect(final).toBeGreaterThanOrEqual(samples.at(-1) as number);
  });

  test("three snapshots of the leaky twin lead to the line that is reported", { timeout: 240_000 }, async () => {
    const { output, exitCode } = await grow("leaky");
    expect(exitCode).toBe(1);
    expect(output).toMatch(/examples\/etcd-lock\/leaky\/client\.ts:\d+:\d+ {2}Client\.streams {2}\d+ > \d+ > \d+ {2}\(a map\)/u);
    expect(output).toContain(`reported: examples/etcd-lock/leaky/client.ts:${lineOf("client.ts", "this.streams.set(")}:7 no-unbounded-collection`);
  });

  test("three snapshots of the repaired twin show nothing", { timeout: 240_000 }, async () => {
    const { output, exitCode } = await grow("repaired");
    // A slow machine comes to few rounds: what then grows by too little to tell is named as left out.
    expect(output).toMatch(/^Nothing (?:else )?of the program grows\./mu);
    expect(exitCode).toBe(0);
  });

  test("the repaired twin shares one stream, ends with none, and its process ends by itself", { timeout: 30_000 }, async () => {
    const { samples, final, exitCode } = await run("repaired", { seconds: 1.6, every: 400 });
    expect(exitCode).toBe(0);
    expect(samples).toHaveLength(4);
    expect(Math.max(...samples)).toBeLessThanOrEqual(1);
    expect(final).toBe(0);
  });
});

describe("linting with the preset recommended", () => {
  let leaky: Finding[] = [];
  beforeAll(async () => {
    leaky = await lint("leaky");
  }, 60_000);

  /** Expects a finding of `rule` in `file` that names one line of each of the two sites. */
  const expectFinding = (rule: string, file: string, first: readonly number[], second: readonly number[]): void => {
    const named = leaky.filter((finding) => finding.rule === rule && finding.file === file).map(linesNamedBy);
    expect(named, `${rule} in ${file}`).not.toHaveLength(0);
    const namesBoth = (lines: readonly number[]): boolean => [first, second].every((site) => site.some((line) => lines.includes(line)));
    expect(named.some(namesBoth), `lines ${JSON.stringify(named)} name ${first.join("/")} and ${second.join("/")}`).toBe(true);
  };

  const lookup = () => lineOf("client.ts", "this.streams.get(");
  const insert = () => lineOf("client.ts", "this.streams.set(");

  test("the printed context is reported as an unstable key, with its use", () => {
    expectFinding("no-unstable-key", "client.ts", [lineOf("client.ts", "const streamKey = String(ctx)")], [lookup(), insert()]);
  });

  test("the key printed again for the delete is reported, with the insert", () => {
    expectFinding("no-mismatched-key", "client.ts", [lineOf("client.ts", "this.streams.delete(String(ctx))")], [insert()]);
  });

  test("the insert that only close() undoes is reported, with close()", () => {
    expectFinding("no-unbounded-collection", "client.ts", [insert()], [lineOf("client.ts", "  close(): void"), lineOf("client.ts", "this.streams.clear()")]);
  });

  test("the watcher left open by the deadline is reported, with the wait that rejects", () => {
    expectFinding("no-partial-release", "lock.ts", [lineOf("lock.ts", "this.client.watch(")], [lineOf("lock.ts", "await watcher.deleted(")]);
  });

  test("nothing else is reported in the leaky twin", () => {
    const others = leaky.filter(({ rule, file }) => !brokenRules.includes(`${rule}`) || !["client.ts", "lock.ts"].includes(file));
    expect(others).toEqual([]);
  });

  test("the repaired twin gets no message", { timeout: 60_000 }, async () => {
    expect(await lint("repaired")).toEqual([]);
  });
});

describe("the command of the demo", () => {
  test("reports all four rules in the leaky twin and fails", { timeout: 60_000 }, async () => {
    const { exitCode, output } = await report("leaky");
    for (const rule of brokenRules) expect(output).toContain(rule);
    expect(exitCode).toBe(1);
  });

  test("passes the repaired twin", { timeout: 60_000 }, async () => {
    expect((await report("repaired")).exitCode).toBe(0);
  });
});
