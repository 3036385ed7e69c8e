/** Intervals that a plain function starts and nobody keeps: whether any file shows that it runs again. */
import { describe, expect, it } from "vitest";

import type { Files } from "./memory-files.ts";
import { verdictIn } from "./project-facts.ts";

const JOB = "export function poll() {\n  setInterval(refresh, 1000); // here\n}\n";
const IMPORT = 'import { poll } from "./job";\n';

const CASES: readonly (readonly [of: string, says: string, files: Files])[] = [
  ["that runs once", "silent by repeats/program-runs in main.ts:2", { "job.ts": JOB, "main.ts": `${IMPORT}poll();` }],
  ["that each request runs", "likely handle-dropped", { "job.ts": JOB, "main.ts": `${IMPORT}server.on("request", () => poll());` }],
  ["that a loop runs", "likely handle-dropped", { "job.ts": JOB, "main.ts": `${IMPORT}for (const each of list) poll(each);` }],
  ["that strangers run", "likely handle-dropped", { "package.json": '{ "name": "a", "main": "job.js" }', "job.ts": JOB }],
  ["that an event runs of which only the name is known", "possible handle-dropped", { "job.ts": JOB, "main.ts": `${IMPORT}root.on("opt", () => poll());` }],
  ["that nobody in sight runs", "possible handle-dropped", { "job.ts": JOB }],
  ["that is handed on", "possible handle-dropped", { "job.ts": JOB, "main.ts": `${IMPORT}use({ poll });` }],
];

describe("an interval of a plain function", () => {
  it.each(CASES)("%s", (_of, says, files) => expect(verdictIn(files)).toBe(says));
});
