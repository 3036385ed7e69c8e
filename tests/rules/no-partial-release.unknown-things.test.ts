/** Things that nothing but their release tells to be resources: what of them is worth a report, and what is not. */
import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-partial-release of unknown things", rule, ({ valid, invalid }) => {
  invalid("one that is left when something else fails after it was used", `
    import { Channel } from "./channel";
    export async function send(peer, list) {
      const channel = new Channel(peer); // error: releaseMissedOnThrow "list.load()"
      channel.open();
      await list.load();
      channel.close();
    }
  `, { confidence: "possible" });
  valid("one that was only constructed: a constructor by itself mostly opens nothing", `
    import { Channel } from "./channel";
    export async function send(peer, list) {
      const channel = new Channel(peer);
      await list.load();
      channel.open();
      channel.close();
    }
  `, STRICT);
  valid("one whose own method fails: it may end itself there", `
    import { createWaiter } from "./waiter";
    export async function wait(event) {
      const waiter = createWaiter();
      const found = await waiter.first.waitFor(event);
      waiter.dispose();
      return found;
    }
  `, STRICT);
  invalid("a loan whose own method fails: somebody else waits for it", `
    export async function version(pool) {
      const runner = pool.createRunner(); // error: releaseMissedOnThrow "runner.version()"
      const found = await runner.version();
      await runner.release();
      return found;
    }
  `);
  valid("one that says that it came to nothing", `
    import { startServer } from "./server";
    export async function login(open) {
      const server = await startServer();
      const { url } = server;
      const address = server.url;
      if (!address) throw new Error("no port is free");
      if (!server.token) throw new Error("no token");
      try { await open(address, url); } finally { server.close(); }
    }
  `, STRICT);
  valid("one that is aborted where it fails", `
    import { openChannel } from "./channel";
    export async function send(peer, message) {
      const channel = await openChannel(peer);
      try {
        await peer.greet();
        await channel.send(message);
        channel.close();
      } catch (error) {
        channel.abort(error);
        throw error;
      }
    }
  `, STRICT);
  valid("an optional release, and an optional method of it", `
    import { createSink } from "./sink";
    export async function copy(path, wanted, work) {
      let sink;
      if (wanted) sink = createSink(path);
      try {
        await work();
        sink?.end?.();
      } catch (error) {
        sink?.destroy?.();
        throw error;
      }
    }
  `, STRICT);
  valid("what holds nothing outside itself", `
    import { createHash } from "node:crypto";
    import { CancellationTokenSource, EventEmitter } from "vscode";
    export async function ask(service, text) {
      const source = new CancellationTokenSource();
      const answers = new EventEmitter();
      const hash = createHash("sha256");
      hash.update(text);
      const answer = await service.ask(source.token, answers.event, hash.digest("hex"));
      source.dispose();
      answers.dispose();
      hash.destroy();
      return answer;
    }
  `, STRICT);
  invalid("a token source that its parent knows", `
    import { CancellationTokenSource } from "vscode";
    export async function ask(service, parent) {
      const source = new CancellationTokenSource(parent); // error: releaseMissedOnThrow "service.ask(…)"
      source.token.onCancellationRequested(service.stop);
      const answer = await service.ask(1);
      source.dispose();
      return answer;
    }
  `);
  invalid("an early return, which only strict tells", `
    import { Archive } from "./archive";
    export function read(path, kind) {
      const archive = new Archive(path); // error: releaseMissedOnPath "returns on line 6"
      const entries = archive.list();
      if (kind === "names") return entries;
      archive.close();
      return [];
    }
  `, STRICT);
  valid("an early return, in recommended", `
    import { Archive } from "./archive";
    export function read(path, kind) {
      const archive = new Archive(path);
      const entries = archive.list();
      if (kind === "names") return entries;
      archive.close();
      return [];
    }
  `);
});
