import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release of what one object hands out and takes back", rule, ({ valid, invalid }) => {
  invalid("a key that is checked in again where nothing fails", `
    export class Guard {
      async unlockAll(doors) {
        const key = await this.board.checkOutKey("master"); // error: releaseMissedOnThrow "rejects (line 5)"
        for (const door of doors) await door.turn();
        await this.board.checkInKey(key);
      }
    }
  `);
  invalid("functions of one module", `
    import { closeBook, openBook } from "./books";
    export async function count(title) {
      const book = await openBook(title); // error: releaseMissedOnThrow "when the function throws on line 5"
      if (!book.pages) throw new Error(title);
      await closeBook(book);
      return book.pages;
    }
  `);
  invalid("what a callback is given, that is async", `
    export const ask = (pool, text) => pool.acquire().then(async (line) => { // error: releaseMissedOnThrow "rejects (line 3)"
      const answer = await line.ask(text);
      pool.release(line);
      return answer;
    });
  `);
  valid("what is opened by one object and closed by another", `
    export async function move(here, there) {
      const box = await here.openBox();
      await there.load();
      there.closeBox(box);
    }
  `, { confidence: "likely" });
  valid("what is read, and not taken", `
    export async function rename(store, id) {
      const entry = await store.get(id);
      await entry.load();
      store.release(entry);
    }
  `, { confidence: "likely" });
  valid("what a field of the owner has from then on", `
    export class Evening {
      async perform(play) {
        const curtain = await this.stage.openCurtain(play.name);
        this.curtain = curtain;
        await play.run();
        await this.stage.closeCurtain(curtain);
      }
    }
  `, { confidence: "likely" });
  const handing = (late: string, expected = ""): string => `
    export async function read(desk, page) {
      const worker = await desk.acquireWorker("reader"); ${expected}
      let isLate = false;
      const timer = setTimeout(async () => { ${late}; isLate = true; }, 900_000);
      const text = worker.read(page);
      clearTimeout(timer);
      if (isLate) return;
      await desk.releaseWorker(worker);
      return text;
    }
  `;
  invalid("a worker that a return leaves", handing("report(page)", '// error: releaseMissedOnPath "when the function returns on line 8"'));
  for (const late of ["await desk.terminateWorker(worker.id)", "await worker.terminate()", "await worker.thread.destroy()", "desk.shutdown()"]) {
    valid(`a worker that another verb may have ended: ${late}`, handing(late));
    invalid(`the same, where what is likely counts: ${late}`, handing(late, '// error: releaseMissedOnPath "when the function returns on line 8"'), { confidence: "likely" });
  }
  invalid("another verb that ends something else", handing("page.close()", '// error: releaseMissedOnPath "when the function returns on line 8"'));
});

describeRule("no-partial-release in the callback for a promise's success", rule, ({ valid, invalid }) => {
  invalid("what a promise gives, released behind another promise", `
    export const print = (printers, label) => printers.acquirePrinter().then((printer) => // error: releaseMissedOnRejection "released on line 3, but not when what that callback waits for is rejected"
      printer.print(label).then((job) => { printers.releasePrinter(printer); return job; }));
  `);
  invalid("a file", `
    import { open } from "node:fs/promises";
    export function read(path, buffer) {
      return open(path).then((file) => { // error: releaseMissedOnRejection "released on line 5"
        return file.read(buffer).then(() => file.close());
      });
    }
  `);
  valid("released in both callbacks", `
    export const bind = (shop, book) => shop.acquireBench().then((bench) =>
      bench.sew(book).then((seam) => { shop.releaseBench(bench); return seam; }, (error) => { shop.releaseBench(bench); throw error; }));
  `, { confidence: "likely" });
  valid("released behind a promise whose failure is taken in", `
    export const bind = (shop, book) => shop.acquireBench().then((bench) =>
      bench.sew(book).catch(() => undefined).then((seam) => { shop.releaseBench(bench); return seam; }));
  `, { confidence: "likely" });
  valid("given to who may release it", `
    export const bind = (shop, book) => shop.acquireBench().then((bench) => {
      book.attach(bench);
      return book.sew().then((seam) => { shop.releaseBench(bench); return seam; });
    });
  `, { confidence: "likely" });
});

describeRule("no-partial-release of what is opened side by side", rule, ({ valid, invalid }) => {
  invalid("a file beside another promise", `
    import { open } from "node:fs/promises";
    export async function last(path, size) {
      const [length, file] = await Promise.all([size(path), open(path)]); // error: releaseMissedOnPath "when the function returns on line 5"
      if (length === 0) return undefined;
      try {
        return await file.stat();
      } finally {
        await file.close();
      }
    }
  `);
  invalid("what the code itself releases", `
    export const run = async (pool, read) => {
      const [[text], line] = await Promise.all([read(), pool.acquire()]); // error: releaseMissedOnThrow "rejects (line 4)"
      const answer = await line.ask(text);
      line.release();
      return answer;
    };
  `);
  valid("closed on every way", `
    import { open } from "node:fs/promises";
    export async function last(path, size) {
      const [file, length] = await Promise.all([open(path), size(path)]);
      try {
        return await file.read(Buffer.alloc(length));
      } finally {
        await file.close();
      }
    }
  `, { confidence: "likely" });
  valid("what comes behind a spread", `
    import { open } from "node:fs/promises";
    export async function last(path, others) {
      const [first, file] = await Promise.all([...others, open(path)]);
      await first.read();
      await file.close();
    }
  `, { confidence: "likely" });
});

describeRule("no-partial-release in an iterator", rule, ({ valid, invalid }) => {
  const readerOf = (body: string, comment = ""): string => `
    import { open } from "node:fs/promises";
    export const lines = async (path) => {
      const file = await open(path); ${comment}
      return {
        async next() {
          ${body}
        },
        return: async () => { await file.close(); return { done: true, value: undefined }; },
        [Symbol.asyncIterator]() { return this; },
      };
    };
  `;
  const READ = "const { bytesRead, buffer } = await file.read();";
  const END = "if (bytesRead === 0) { await file.close(); return { done: true, value: undefined }; }\n          return { done: false, value: buffer };";
  invalid("a read that fails", readerOf(`${READ}\n          ${END}`, '// error: releaseMissedOnPath "rejects (line 7). Release it on that path as well."'), { confidence: "likely" });
  valid("closed where the read fails", readerOf(`try {\n          ${READ}\n          ${END}\n          } catch (error) { await file.close(); throw error; }`), { confidence: "likely" });
  valid("an object whose user closes it", `
    import { open } from "node:fs/promises";
    export async function source(path) {
      const file = await open(path);
      return {
        async next() { const { bytesRead } = await file.read(); if (bytesRead === 0) await file.close(); return bytesRead; },
        async close() { await file.close(); },
      };
    }
  `, { confidence: "likely" });
});
