import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource: left before it is used up", rule, ({ valid, invalid }) => {
  invalid("a generator whose consumer may stop", `
    export async function* frames(url) {
      const res = await fetch(url);
      const reader = res.body.getReader(); // error: neverReleased "\`reader\` has a stream reader"
      let chunk = await reader.read();
      while (!chunk.done) {
        yield chunk.value;
        chunk = await reader.read();
      }
    }
  `, { confidence: "likely" });
  invalid("a loop that is left when enough has come", `
    export const headerOf = async (url) => {
      const { body } = await fetch(url);
      const lines = body.pipeThrough(new TextDecoderStream()).getReader(); // error: neverReleased "\`lines\`"
      let text = "";
      let ended = false;
      while (!ended) {
        const r = await lines.read();
        ended = r.done;
        text += r.value ?? "";
        if (text.includes("\\n")) break;
      }
      return text;
    };
  `);
  invalid("the first chunk of a stream of the caller's", `
    export async function firstLine(stream) {
      const reader = stream.getReader(); // error: neverReleased "\`reader\`"
      const { value } = await reader.read();
      return value;
    }
  `, { confidence: "likely" });
  invalid("a caller's function that may throw", `
    import type { ReadableStream } from "node:stream/web";
    export async function each(stream: ReadableStream<string>, onLine: (line: string) => void) {
      const reader = stream.getReader(); // error: neverReleased "\`reader\`"
      for (let r = await reader.read(); !r.done; r = await reader.read()) onLine(r.value);
    }
  `, { confidence: "likely" });
  valid("a stream that is read to its end", `
    export async function all(url, show) {
      const response = await fetch(url);
      const reader = response.body.getReader();
      let n = 0;
      let done = false;
      while (!done) {
        const r = await reader.read();
        done = r.done;
        n += r.value?.length ?? 0;
      }
      show(n);
    }
  `, { confidence: "likely" });
  valid("answers that come to callbacks", `
    export function pump(url, show) {
      return fetch(url).then((response) => {
        const reader = response.body.getReader();
        return reader.read().then(function next({ done, value }) {
          if (done) return;
          show(value);
          return reader.read().then(next);
        });
      });
    }
  `, { confidence: "likely" });
  valid("a request that is aborted instead", `
    export async function head(url) {
      const controller = new AbortController();
      const response = await fetch(url, { signal: controller.signal });
      const reader = response.body.getReader();
      const { value } = await reader.read();
      controller.abort();
      return value;
    }
  `, { confidence: "likely" });
  valid("a stream of the function's own", `
    export function pump() {
      let out;
      const stream = new ReadableStream({ start: (c) => (out = c) });
      const items = (async function* () {
        const reader = stream.getReader();
        while (true) {
          const { done, value } = await reader.read();
          if (done) break;
          yield value;
        }
      })();
      return { items, add: (x) => out.enqueue(x) };
    }
  `, { confidence: "likely" });
});
