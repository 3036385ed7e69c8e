/** What counts as caught, missed, falsely reported and carried along. */
import { describe, expect, it } from "vitest";

import type { Growth } from "./growth.ts";
import { disputesOf, judgeApplication, type Dispute } from "./outcome.ts";
import { reportsOn, type Report } from "./reports.ts";
import { addTrial, emptyScore } from "./score.ts";
import { addDisputes, shrunken, type Examples } from "./smallest.ts";
import { describeExample, describeScore } from "./score-text.ts";
import { drawnFrom, namedApplication, tryAll } from "./trials.ts";

const [numbers] = drawnFrom(1, 1);
if (numbers === undefined) throw new Error("nothing drawn");
const application = namedApplication(numbers, "fitting");
const { difference } = application.shape;

const report = (...things: readonly number[]): Report => ({ preset: "strict", reason: "some-rule/someMessage", things });

function disputes(growth: Readonly<Record<number, Growth>>, ...reports: readonly Report[]): readonly Dispute[] {
  return disputesOf(judgeApplication(application, new Map(Object.entries(growth).map(([thing, grows]) => [Number(thing), grows])), reports));
}

const FALSE: Dispute = { disagreement: "false report", reason: "some-rule/someMessage" };

describe("a leak", () => {
  it("is caught by a report on a line of its thing", () => {
    expect(disputes({ 1: "grows" }, report(1))).toEqual([]);
  });
  it("is missed without, and by a report of the other preset", () => {
    expect(disputes({ 1: "grows" })).toEqual([{ disagreement: "missed", reason: difference }]);
    expect(disputes({ 1: "grows" }, { ...report(1), preset: "recommended" })).toEqual([{ disagreement: "missed", reason: difference }]);
  });
  it("carries other things along, which nobody has to report and everybody may", () => {
    expect(disputes({ 1: "grows", 2: "grows" }, report(1))).toEqual([]);
    expect(disputes({ 1: "grows", 2: "grows" }, report(1), report(2))).toEqual([]);
  });
});

describe("a false report", () => {
  it("is one on what does not grow, beside a leak too", () => {
    expect(disputes({ 1: "bounded" }, report(1))).toEqual([FALSE]);
    expect(disputes({ 1: "grows", 2: "bounded" }, report(1), report(2))).toEqual([FALSE]);
  });
  it("is one on no thing at all where nothing grows", () => {
    expect(disputes({ 1: "bounded" }, report())).toEqual([FALSE]);
    expect(disputes({ 1: "grows" }, report(1), report())).toEqual([]);
  });
  it("is none where a line is about two things and one of them grows", () => {
    expect(disputes({ 1: "grows", 2: "bounded" }, report(1, 2))).toEqual([]);
  });
});

describe("reports", () => {
  const textOfLine = (line: string): readonly Report[] => reportsOn({ files: [{ path: "src/pool.js", text: `export function serve(request) {\n${line}\n}\n` }] });

  it("are found by the line they stand on, with their reason, for each preset that says so", () => {
    expect(textOfLine("«1»const socket = new WebSocket(request.url);\nconsole.log(socket.url);")).toEqual([{ preset: "strict", reason: "no-unreleased-resource/neverReleased", things: [1] }]);
    const removed = textOfLine('const tell = () => console.log(request);\n«1»process.on("SIGHUP", tell);\n‹1›process.off("SIGHUP", () => {});');
    expect(removed.map(({ preset, reason }) => `${preset} ${reason}`)).toEqual(["recommended no-mismatched-release/newFunction", "strict no-mismatched-release/newFunction"]);
    expect(textOfLine("‹1›console.log(request);")).toEqual([]);
  });
  it("do not hide text that cannot be parsed", () => {
    expect(() => textOfLine("return return;")).toThrow(/Parsing error/);
  });
});

describe("an example", () => {
  it("shrinks as long as it is in dispute in the same way", { timeout: 300_000 }, async () => {
    const examples: Examples = new Map();
    const score = emptyScore();
    for (const trial of await tryAll(drawnFrom(40, 12))) {
      addTrial(score, trial);
      addDisputes(examples, trial);
    }
    const [example] = [...examples.values()].sort((one, other) => describeExample(other).length - describeExample(one).length);
    if (example === undefined) throw new Error("no dispute");
    const smaller = await shrunken(example);
    expect(smaller.dispute).toEqual(example.dispute);
    expect(describeExample(smaller).length).toBeLessThan(describeExample(example).length);
    expect(disputesOf(smaller.outcome)).toContainEqual(example.dispute);
    expect(await shrunken(smaller)).toEqual(smaller);
    expect(describeScore(score)).toContain("12 shapes, 36 applications");
  });
});
