import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release: an iterator that opens what it reads with the first step", rule, ({ valid, invalid }) => {
  const lines = (read: string, more: string): string => `
    import { open } from "node:fs/promises";
    export function rows(path) {
      let source;
      const finish = async () => {
        await source?.close();
        source = undefined;
        return { done: true, value: undefined };
      };
      return {
        [Symbol.asyncIterator]() { return this; },
        async next() {
          source ??= await open(path); ${more}
          const { bytesRead, buffer } = await ${read};
          return bytesRead === 0 ? finish() : { done: false, value: buffer.subarray(0, bytesRead) };
        },
        return: finish,
      };
    }
  `;
  invalid("a read that fails leaves it open", lines("source.read(Buffer.alloc(64), 0, 64)", '// error: releaseMissedOnThrow "open"'), { confidence: "likely" });
  valid("a read that fails closes it by way of a callback", lines("source.read(Buffer.alloc(64), 0, 64).catch(async (error) => { await finish(); throw error; })", ""), { confidence: "likely" });
  valid("what reads it is not known to fail", lines("{ bytesRead: source.fd, buffer: Buffer.alloc(64) }", ""), { confidence: "likely" });
});
