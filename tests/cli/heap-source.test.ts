/** `leakproof heap --source`: what grows, joined with what the analysis says of it. */
import { beforeAll, describe, expect, it, vi } from "vitest";

import { runLeakproof, writeProject, type Run } from "./run-leakproof.ts";
import { readLog } from "./sarif-log.ts";
import { SHOTS, writeGrownProject } from "./snapshot-project.ts";

vi.setConfig({ testTimeout: 240_000 });

const PROGRAM = `import { remember } from "../outside.js";
class Hub {
  rooms = new Map();
  #members = new Map();
  enter(key) {
    this.rooms.set(key, { key });
  }
  join(key) {
    const members = this.#members.get("one") ?? new Set();
    this.#members.set("one", members);
    members.add(key);
  }
}
const hub = new Hub();
const log = [];
const known = new Map();
const lists = { names: new Set(), ended: new Map() };
function makeStore() { const inner = new Map(); return { put: (key) => inner.set(key, { key }) }; }
const store = makeStore();
function note(list, key) { list.push({ key }); }
function beat() {
  // eslint-disable-next-line leakproof/no-unreleased-resource
  const timer = setInterval(() => known.size, 1e6);
  timer.hasRef();
}
function poll() {
  const timer = setInterval(() => log.length, 1e6);
  timer.hasRef();
}
export function round(key) {
  hub.enter(key);
  hub.join(key);
  known.set(key, 1);
  lists.names.add(key);
  store.put(key);
  process.on("beat", () => key);
  note(log, key);
  beat();
  poll();
  remember(key);
  lists.ended.set(key, 1);
  lists.ended.delete(key);
}
`;
const OUTSIDE = 'const outer = new Map();\nexport function remember(key) {\n  outer.set(key, { key });\n}\n';

interface ToldPlace {
  readonly name: string;
  readonly standing: string;
  readonly isFunction?: boolean;
  readonly place?: { readonly line: number };
  readonly candidates: readonly { readonly explanation: { readonly rule: string; readonly place: { readonly line: number } }; readonly preset: string | null; readonly message?: string }[];
}

const lineOf = (text: string): number => PROGRAM.split("\n").findIndex((line) => line.includes(text)) + 1;

describe("heap --source", () => {
  let directory: string;
  let places: readonly ToldPlace[];
  let loose: readonly ToldPlace[];
  const told = new Map<string, Run>();
  /** What the command prints; what several tests look at is run once. */
  const tell = (...words: string[]): Run => {
    const run = told.get(words.join(" ")) ?? runLeakproof(directory, "heap", ...SHOTS, ...words);
    told.set(words.join(" "), run);
    return run;
  };
  const placeOf = (name: string): ToldPlace => places.find((place) => place.name === name)!;
  beforeAll(() => {
    directory = writeGrownProject({ "src/program.js": PROGRAM, "outside.js": OUTSIDE });
    ({ places, loose } = JSON.parse(tell("--source", "src", "--format", "json").stdout) as { places: readonly ToldPlace[]; loose: readonly ToldPlace[] });
  }, 240_000);

  it.each([
    ["Hub.rooms", "possible", "this.rooms.set("],
    ["variable known", "possible", "known.set("],
    ["variable lists.names", "possible", "lists.names.add("],
    ["variable inner", "possible", "inner.set("],
    ["Hub.#members[…]", "possible", "this.#members.get("],
    ['listeners of "beat" on process', "possible", 'process.on("beat"'],
  ])("finds the candidate of %s", (name, standing, text) => {
    const place = placeOf(name);
    expect(place.standing).toBe(standing);
    expect(place.candidates.map(({ explanation }) => explanation.place.line)).toContain(lineOf(text));
  });

  it("names the rule that reports a timer, by the place of its callback", () => {
    const timer = loose.find(({ place }) => place?.line === lineOf("const timer = setInterval(() => log"));
    expect(timer).toMatchObject({ standing: "reported", candidates: [{ preset: "strict", explanation: { rule: "no-unreleased-resource" } }] });
  });

  it("takes for possible what a comment silences, and says so", () => {
    expect(loose.find(({ place }) => place?.line === lineOf("const timer = setInterval(() => known"))?.standing).toBe("possible");
    expect(tell("--source", "src").stdout).toContain("A comment silences the report.");
  });

  it("leaves what no rule looks at unreported, and does not check what lies outside", () => {
    expect(placeOf("variable log")).toMatchObject({ standing: "unreported", candidates: [] });
    expect(placeOf("variable outer")).toMatchObject({ standing: "unchecked", candidates: [] });
    expect(runLeakproof(directory, "heap", ...SHOTS, "--source", ".", "--format", "text").stdout).toContain("possible: outside.js:3:3 outer.set(key, { key })");
  });

  it("names nothing that does not grow", () => expect(places.map(({ name }) => name)).not.toContain("variable lists.ended"));

  it("tells a reader the report, and what keeps a candidate back", () => {
    const { exitCode, stdout, stderr } = tell("--source", "src");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toContain(`  reported: src/program.js:${lineOf("const timer = setInterval(() => log")}:17 no-unreleased-resource: \`timer\` has an interval`);
    expect(stdout).toContain("  unreported: no rule has a candidate for it");
    expect(stdout).toContain("  not checked: its place is in no JavaScript or TypeScript below --source");
    expect(stdout).toMatch(/ 1 reported, \d+ possible, 1 unreported, 1 not checked\.\n$/u);
  });

  it("writes SARIF: the report with its counts, the rest under a rule of its own", () => {
    const { results } = readLog(tell("--source", "src", "--format", "sarif").stdout);
    const reported = results.filter(({ ruleId }) => ruleId !== "leakproof/heap-growth");
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatchObject({ ruleId: "leakproof/no-unreleased-resource", properties: { confidence: "likely", confirmed: { counts: [40, 80, 120] } } });
    expect(reported[0]?.message.text).toMatch(/ Confirmed: `functions` grows, 40 > 80 > 120\.$/u);
    expect(results.map(({ message }) => message.text)).toContain("`variable log` grows from snapshot to snapshot, 40 > 80 > 120. No rule has a candidate for it.");
  });

  it("writes a page with the growth in its source", () => {
    const page = tell("--source", "src", "--format", "html").stdout;
    expect(page).toContain('<span class="severity confirmed">confirmed 40 &gt; 80 &gt; 120</span>');
    expect(page).toContain("heap-growth");
    expect(page).toContain("src/program.js");
  });

  it("names growth without a source in every format", () => {
    expect(readLog(tell("--format", "sarif").stdout).results.every(({ ruleId }) => ruleId === "leakproof/heap-growth")).toBe(true);
    expect(tell("--format", "html").stdout).toContain("Its source was not checked.");
    expect(tell().stdout).not.toContain("unreported");
  });

  it("fails in one line where the source is not there", () => {
    for (const [words, message] of [
      [["--source", "nowhere"], 'There is nothing at "nowhere"; check the path after --source'],
      [["--source", "main.js"], '"main.js" is no directory'],
      [["--settings", "a.json"], "--settings needs --source beside it"],
    ] as const) expect(tell(...words)).toEqual({ exitCode: 2, stdout: "", stderr: expect.stringContaining(message) as string });
  });
});

describe("heap --source of what was compiled", () => {
  it("finds the source by its name", { timeout: 240_000 }, () => {
    const directory = writeGrownProject({ "src/program.js": 'export * from "../dist/hub.js";\n', "dist/hub.js": "class Hub {\n  rooms = new Map();\n  enter(key) {\n    this.rooms.set(key, key);\n  }\n}\nconst hub = new Hub();\nexport const round = (key) => hub.enter(key);\n", "lib/hub.ts": "export class Hub {\n  readonly rooms = new Map<string, string>();\n\n\n  enter(key: string): void {\n    this.rooms.set(key, key);\n  }\n}\n" });
    expect(runLeakproof(directory, "heap", ...SHOTS, "--source", "lib").stdout).toContain("possible: lib/hub.ts:6:5 this.rooms.set(key, key)");
  });
});

describe("a check", () => {
  it("takes no --source", () => {
    expect(runLeakproof(writeProject({ "a.js": "" }), "--source", ".", "a.js")).toEqual({ exitCode: 2, stdout: "", stderr: expect.stringContaining("--source belongs to heap and run") as string });
  });
});
