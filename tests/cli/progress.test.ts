import { describe, expect, it } from "vitest";

import { buildProgress } from "../../src/cli/progress.ts";

function record(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, columns: 30, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  const progress = buildProgress(stream, "/project", () => time);
  return { written, progress, wait: (milliseconds: number) => (time += milliseconds) };
}

describe("progress", () => {
  it("keeps silent while the work is short", () => {
    const { written, progress } = record(true);
    progress.step("/project/a.js");
    expect(progress.finish()).toBe(1);
    expect(written).toEqual([]);
  });

  it("counts on a terminal, no wider than it is, and takes the line away at the end", () => {
    const { written, progress, wait } = record(true);
    progress.step("/project/a.js");
    wait(1_000);
    progress.step("/project/directory/b.js");
    progress.step("/project/too-soon.js");
    wait(100);
    progress.step("/project/d.js");
    expect(progress.finish()).toBe(4);
    expect(written).toEqual(["\r\u001B[2Kleakproof: 2 files, directory", "\r\u001B[2Kleakproof: 4 files, d.js", "\r\u001B[2K"]);
  });

  it("writes nothing where there is no terminal", () => {
    const { written, progress, wait } = record(false);
    wait(5_000);
    progress.step("/project/a.js");
    progress.finish();
    expect(written).toEqual([]);
  });
});
