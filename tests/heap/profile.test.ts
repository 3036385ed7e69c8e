import { describe, expect, it } from "vitest";

import { compareProfiles } from "../../src/heap/allocation.ts";
import { readProfile, type ProfileNode } from "../../src/heap/read-profile.ts";
import { UnreadableHeapFile } from "../../src/heap/unreadable.ts";

function call(functionName: string, url: string, lineNumber: number, selfSize: number, children: readonly ProfileNode[] = []): ProfileNode {
  return { callFrame: { functionName, url, lineNumber, columnNumber: 4 }, selfSize, children };
}

/** A server whose cache, filled by way of Node, has so many bytes, and whose log has so many. */
function profileOf(cached: number, logged: number): ProfileNode {
  const fill = call("set", "file:///app/cache.js", 9, 100, [call("from", "node:buffer", 300, cached - 100)]);
  const log = call("", "file:///app/log.js", 2, logged);
  return call("(root)", "", -1, 7, [call("serve", "file:///app/server.js", 19, 0, [fill, log]), call("emit", "node:events", 400, 5000)]);
}

const CACHE = { name: "set", place: { url: "file:///app/cache.js", line: 10, column: 5 }, callers: [{ name: "serve", place: { line: 20 } }] };

describe("what is alive by the function that allocated it", () => {
  it("is told of one profile, the most first, with what Node allocated for it", () => {
    const { profiles, totals, functions } = compareProfiles([profileOf(2000, 3000)], { fewestBytes: 1000 });
    expect({ profiles, totals }).toEqual({ profiles: 1, totals: [10_007] });
    expect(functions).toMatchObject([{ name: "", counts: [3000] }, { ...CACHE, counts: [2000] }]);
  });

  it("is told of several where it rises in each", () => {
    const profiles = [profileOf(2000, 9000), profileOf(4000, 1000), profileOf(6000, 12_000)];
    expect(compareProfiles(profiles, { fewestBytes: 1000 }).functions).toMatchObject([{ ...CACHE, counts: [2000, 4000, 6000] }]);
  });

  it("is left out where it is little, or rises by little", () => {
    expect(compareProfiles([profileOf(2000, 3000)], { fewestBytes: 5000 }).functions).toEqual([]);
    expect(compareProfiles([profileOf(2000, 0), profileOf(2500, 0)], { fewestBytes: 1000 }).functions).toEqual([]);
  });

  it("is of no function where Node alone allocated", () => expect(compareProfiles([call("(root)", "", -1, 1e6)], { fewestBytes: 1 }).functions).toEqual([]));
});

describe("reading a profile", () => {
  const text = JSON.stringify({ head: profileOf(2000, 3000), samples: [] });
  it("answers its tree", () => expect(readProfile(text)).toEqual(profileOf(2000, 3000)));

  it.each([
    ["", "is empty"],
    ["not JSON", "is no sampling heap profile"],
    ["null", "is no sampling heap profile"],
    ['{"snapshot":{"meta":{}}}', "is no sampling heap profile"],
    ['{"head":{"callFrame":{}}}', "is no sampling heap profile"],
    ['{"head":{"callFrame":{"functionName":"","url":"","lineNumber":0,"columnNumber":0},"selfSize":1,"children":[1]}}', "is no sampling heap profile"],
    [text.slice(0, -40), "ends before its end"],
  ])("refuses what is none: %j", (other, message) => {
    expect(() => readProfile(other)).toThrow(message);
    expect(() => readProfile(other)).toThrow(UnreadableHeapFile);
  });
});
