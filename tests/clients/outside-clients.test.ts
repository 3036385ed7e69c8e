/** What decides whether the tests of an outside client run, and that `.ci/run` installs each of them. */
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

import { afterEach, describe, expect, it, vi } from "vitest";

import { makeTemporaryDirectory } from "../support/temporary-directory.ts";
import { describeWith, findOnPath, OUTSIDE_CLIENTS } from "./outside-clients.ts";

/** A folder with one program in it. */
function makeFolderWith(command: string): string {
  const folder = makeTemporaryDirectory("programs");
  writeFileSync(path.join(folder, command), "#!/bin/sh\n", { mode: 0o755 });
  return folder;
}

const join = (...folders: string[]): string => folders.join(path.delimiter);

describe("a command", () => {
  it("is found in a folder of the path, and in the first of two", () => {
    const [first, second] = [makeFolderWith("tool"), makeFolderWith("tool")];
    expect(findOnPath("tool", join(makeFolderWith("other"), first, second))).toBe(path.join(first, "tool"));
    expect(findOnPath("tool", join(second, first))).toBe(path.join(second, "tool"));
  });

  it("is found behind a symbolic link", () => {
    const folder = makeTemporaryDirectory("programs");
    symlinkSync(path.join(makeFolderWith("tool"), "tool"), path.join(folder, "linked"));
    expect(findOnPath("linked", folder)).toBe(path.join(folder, "linked"));
  });

  it("is not found where no folder has it, and on an empty path", () => {
    expect(findOnPath("tool", join(makeFolderWith("other"), "/nowhere"))).toBeUndefined();
    expect(findOnPath("tool", "")).toBeUndefined();
    expect(findOnPath("package.json", "")).toBeUndefined();
  });

  it("is neither a folder, nor a link to nothing, nor a file that cannot be run", () => {
    const folder = makeFolderWith("text");
    chmodSync(path.join(folder, "text"), 0o644);
    mkdirSync(path.join(folder, "folder"));
    symlinkSync("nothing", path.join(folder, "dangling"));
    for (const name of ["text", "folder", "dangling"]) expect(findOnPath(name, folder)).toBeUndefined();
  });

  it("is looked for on the path of the process unless another is given", () => {
    expect(findOnPath("git")).toBe(findOnPath("git", process.env.PATH));
    expect(findOnPath("git")).toBeDefined();
  });
});

describe("the tests of a client", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Whether they are skipped, and what is printed. */
  function decide(searchPath: string): { readonly isSkipped: unknown; readonly printed: readonly unknown[] } {
    const skipIf = vi.spyOn(describe, "skipIf");
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    describeWith("chromium", searchPath);
    return { isSkipped: skipIf.mock.calls[0]?.[0], printed: log.mock.calls.flat() };
  }

  it("run without a word where it is on the path", () => {
    expect(decide(makeFolderWith("chromium"))).toEqual({ isSkipped: false, printed: [] });
  });

  it("are skipped with one line where it is not", () => {
    const printed = ["Skipped: the page in a browser; install chromium: apt-get install chromium"];
    expect(decide(makeFolderWith("chrome"))).toEqual({ isSkipped: true, printed });
  });
});

describe(".ci/run", () => {
  const script = readFileSync(path.resolve(import.meta.dirname, "../../.ci/run"), "utf8");
  // What runs the script is there.
  const [shell] = /\w+$/m.exec(script) ?? [];
  const needed = Object.entries(OUTSIDE_CLIENTS).filter(([command]) => command !== shell);

  it.each(needed)("installs %s", (command, { debianPackage }) => {
    expect(script).toContain(`check "${command}" need ${command} ${debianPackage}\n`);
  });
});
