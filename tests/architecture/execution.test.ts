import { describe, expect, it } from "vitest";

import { collectExecutionFaults } from "./execution.ts";
import { readSourceFiles } from "./source-files.ts";

describe("src", () => {
  it("never runs or loads the code it reads, and never touches the network", () => {
    expect(collectExecutionFaults(readSourceFiles("src"))).toEqual([]);
  });
});

describe("the check of execution", () => {
  const faultOf = (text: string, path = "src/keys/sinks.ts"): string => collectExecutionFaults([{ path, text }]).join();

  it("refuses evaluated text and modules named at run time", () => {
    expect(faultOf("eval(text);")).toContain("calls eval");
    expect(faultOf("new Function(text);")).toContain("calls Function");
    expect(faultOf("await import(file);")).toContain("named at run time");
    expect(faultOf("require(file);")).toContain("named at run time");
  });
  it("refuses the network", () => {
    expect(faultOf('import http from "node:http";')).toContain("loads node:http");
    expect(faultOf('await import("https");')).toContain("loads https");
    expect(faultOf("await fetch(address);")).toContain("calls fetch");
  });
  it("refuses threads, but those of the command with a file of its own", () => {
    expect(faultOf('import { Worker } from "node:worker_threads";')).toContain("loads node:worker_threads");
    expect(faultOf('import { Worker } from "node:worker_threads";\nnew Worker(new URL("./thread.js", import.meta.url), {});', "src/cli/threads/crew.ts")).toBe("");
    expect(faultOf("new Worker(file, {});", "src/cli/threads/crew.ts")).toContain("starts a thread");
    expect(faultOf("new Worker(text, { eval: true });", "src/cli/threads/crew.ts")).toContain("starts a thread");
  });
  it("allows what only talks of them, and the command's own look for its peers", () => {
    expect(faultOf('const verbs = ["fetch", "node:http"]; cache.fetch(key);')).toBe("");
    expect(faultOf('await import("eslint");', "src/cli/main.ts")).toBe("");
    expect(faultOf("await import(found);", "src/cli/peers.ts")).toBe("");
  });
});
