import { describe, expect, it } from "vitest";

import { parseCommandLine } from "../../src/cli/arguments.ts";
import { runLeakproof, writeProject, CLEAN } from "./run-leakproof.ts";

const PRESETS = ["recommended", "strict"];

describe("the command line", () => {
  it("checks the current directory with the recommended preset if nothing is said", () => {
    expect(parseCommandLine([], PRESETS)).toEqual({ action: "lint", paths: ["."], preset: "recommended", format: "stylish", maxWarnings: undefined, settings: undefined, staged: false, since: undefined, applySuggestions: undefined, confirm: [], output: undefined });
  });

  it("takes options before, between and after the paths", () => {
    const words = ["--preset", "strict", "src", "--format=json", "test", "--max-warnings", "0", "--settings", "own.json"];
    expect(parseCommandLine(words, PRESETS)).toEqual({ action: "lint", paths: ["src", "test"], preset: "strict", format: "json", maxWarnings: 0, settings: "own.json", staged: false, since: undefined, applySuggestions: undefined, confirm: [], output: undefined });
  });

  it("takes a file to write to, and the wish to check what is staged", () => {
    expect(parseCommandLine(["--staged", "-o", "out/page.html"], PRESETS)).toMatchObject({ staged: true, output: "out/page.html" });
  });

  it("takes what follows -- as paths", () => {
    expect(parseCommandLine(["--", "--odd-name.js"], PRESETS)).toMatchObject({ paths: ["--odd-name.js"] });
  });

  it("explains where that is the first word, and checks a path of that name behind --", () => {
    expect(parseCommandLine(["--format", "json", "explain", "a.js:3", "b.js"], PRESETS)).toEqual({ action: "explain", targets: ["a.js:3", "b.js"], format: "json", settings: undefined, output: undefined });
    expect(parseCommandLine(["--", "explain"], PRESETS)).toMatchObject({ action: "lint", paths: ["explain"] });
    expect(parseCommandLine(["src", "explain"], PRESETS)).toMatchObject({ action: "lint", paths: ["src", "explain"] });
  });

  it.each([["--help"], ["-h"], ["src", "--help"]])("answers %s with help", (...words) => {
    expect(parseCommandLine(words, PRESETS)).toEqual({ action: "help" });
  });

  it.each([
    [["--fix"], "There is no option --fix; leakproof --help lists the options."],
    [["-x"], "There is no option -x; leakproof --help lists the options."],
    [["--toString"], "There is no option --toString; leakproof --help lists the options."],
    [["--preset"], "--preset needs a value; leakproof --help says which."],
    [["--preset", "loud"], 'There is no preset "loud"; known are recommended, strict.'],
    [["--format", "xml"], 'There is no format "xml"; known are stylish, json, sarif, github, html, agent.'],
    [["--max-warnings", "few"], '--max-warnings needs a whole number of 0 or more, not "few".'],
    [["--max-warnings=-1"], '--max-warnings needs a whole number of 0 or more, not "-1".'],
    [["--max-warnings=1.5"], '--max-warnings needs a whole number of 0 or more, not "1.5".'],
    [["--output"], "--output needs a value; leakproof --help says which."],
    [["--output="], "--output needs the name of a file."],
    [["--staged=src"], "--staged takes no value."],
    [["--apply-suggestions", "prefer-using", "--staged"], "--apply-suggestions writes to the files on the disk, whole ones; leave out --staged."],
    [["--apply-suggestions=prefer-using", "--since", "main"], "--apply-suggestions writes to the files on the disk, whole ones; leave out --since."],
    [["explain", "a.js", "--apply-suggestions", "prefer-using"], "explain takes no --apply-suggestions"],
    [["--version=2"], "--version takes no value."],
    [[""], "A path is empty; leave it out to check the current directory."],
  ])("rejects %j", (words, message) => {
    expect(() => parseCommandLine(words, PRESETS)).toThrow(message);
  });
});

describe("the built command", () => {
  const project = writeProject({ "index.js": CLEAN });

  it("prints its help and its version", () => {
    const help = runLeakproof(project, "--help");
    expect(help).toMatchObject({ exitCode: 0, stderr: "" });
    expect(help.stdout).toContain("Usage: leakproof");
    const version = runLeakproof(project, "--version");
    expect(version).toMatchObject({ exitCode: 0, stderr: "" });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it("ends bad usage with exit code 2 and one line", () => {
    const run = runLeakproof(project, "--preset", "loud");
    expect(run).toEqual({ exitCode: 2, stdout: "", stderr: 'leakproof: There is no preset "loud"; known are recommended, strict, audit.\n' });
  });
});
