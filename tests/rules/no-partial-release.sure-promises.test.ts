/** Waits that cannot fail, and processes that end where something fails. */
import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

/** A listening server on which something is waited for before it is closed. */
function program(wait: string, beside = ""): string {
  return `
    import { createServer } from "node:net";
    import { delay, noop, work } from "./work";
    ${beside}
    export async function serve(port) {
      const server = createServer();
      server.listen(port);
      ${wait}
      server.close();
    }
  `;
}

const CAUGHT = `
  async function tried(job) {
    let timer;
    try { return await Promise.race([job.then(() => true, () => true), new Promise((resolve) => { timer = setTimeout(resolve, 5); })]); }
    finally { clearTimeout(timer); }
  }
  async function told(job) { try { await job; return true; } catch (error) { console.error(error); return false; } }
  async function picked() { const one = await new Promise((resolve) => { setTimeout(resolve, 5); }); return one ?? undefined; }
  async function quiet() { delay(5); }
`;

describeRule("no-partial-release and what cannot fail", rule, ({ valid, invalid }) => {
  for (const wait of [
    "await work().catch(() => {});",
    "await work().catch(noop);",
    "await work().then(() => 1, () => 2);",
    "await Promise.allSettled([work(), work()]);",
    "await Promise.all([work().catch(() => undefined), delay(5)]);",
    "await Promise.all([1, 2].map((one) => work(one).catch(() => null)));",
    "await delay(5);",
    "await new Promise((resolve) => setTimeout(resolve, 5));",
    "let stop; const stopped = new Promise((resolve) => { stop = resolve; }); process.once('SIGINT', () => stop()); await stopped;",
    "await tried(work());",
    "await told(work());",
    "await quiet();",
    "await picked();",
    "await (port ? delay(1) : Promise.resolve());",
  ]) valid(`a wait that cannot fail: ${wait}`, program(wait, CAUGHT), STRICT);

  for (const [wait, text] of [
    ["await work();", "work()"],
    ["await work().catch((error) => { throw error; });", "work()"],
    ["await work().then(() => 1);", "work()"],
    ["await Promise.all([work(), delay(5)]);", "Promise.all(…)"],
    ["await new Promise((resolve, reject) => work(resolve, reject));", "Promise"],
    ["await asked(work());", "asked(…)"],
    ["await loud();", "loud()"],
  ] as const) {
    invalid(`a wait that can: ${wait}`, program(wait, "async function asked(job) { try { await job; } catch (error) { throw new Error('no', { cause: error }); } } async function loud() { JSON.parse(''); }").replace("createServer();", `createServer(); // error: releaseMissedOnThrow "${text}"`));
  }

  valid("an action of a command line: what fails there ends the process", `
    import { Command } from "commander";
    import { createServer } from "node:net";
    import { work } from "./work";
    export const command = new Command("serve").action(async (port) => {
      const server = createServer();
      server.listen(port);
      await work();
      server.close();
    });
  `, STRICT);
  valid("a file of a command line", program("await work();"), { ...STRICT, filename: "packages/site-cli/src/serve.ts" });
  valid("a helper of tests", program("await work();"), { ...STRICT, filename: "packages/test-utils/src/serve.ts" });
  valid("the end of another thing in a finally block", `
    import { createServer } from "node:net";
    export async function serve(port, other) {
      const server = createServer();
      try {
        server.listen(port);
      } finally {
        await other.destroy();
        server.close();
      }
    }
  `);
});
