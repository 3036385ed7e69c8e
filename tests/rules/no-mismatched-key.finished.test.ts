import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const shelf = (more: string): string => `
  const PREFIX = "shelf:";
  export class Shelf {
    private readonly rows = new Map<string, number>();
    put(isbn: string, count: number) { this.rows.set(PREFIX + isbn, count); }
    drop(isbn: string) { return this.rows.delete(PREFIX + isbn); }
    ${more}
  }
`;

describeRule("no-mismatched-key where a finished key comes to hand", rule, ({ valid, invalid }) => {
  invalid("by walking the store", shelf(`
    sweep() {
      for (const key of this.rows.keys()) this.drop(key); // error: keysDiffer "the call hands over a finished key"
    }
  `));
  invalid("from a maker, beside no other use of the same variable", shelf(`
    private full(isbn: string) { return PREFIX + isbn; }
    dropAll(all: string[]) {
      for (const isbn of all) this.drop(this.full(isbn)); // error: keysDiffer "the call hands over a finished key"
    }
  `));
  valid("what is walked for is cut down first", shelf(`
    sweep() {
      for (const key of this.rows.keys()) this.drop(key.slice(PREFIX.length));
    }
  `));
  valid("a part of another make", shelf(`
    dropAll(shelf: string, all: string[]) {
      for (const isbn of all) this.drop(shelf + "/" + isbn);
    }
  `));
  valid("nobody knows which of two makes fills the store", shelf(`
    adopt(key: string, count: number) { this.rows.set(key, count); }
    sweep() {
      for (const key of this.rows.keys()) this.drop(key);
    }
  `));

  invalid("a store of unknown make, asked by a helper of the file and emptied of the bare value", `
    const nameOf = (title: string) => title.toLowerCase().replace(/ /g, "-");
    export function take(archive: { has(name: string): boolean; get(name: string): string; delete(name: string): void }, title: string) {
      if (!archive.has(nameOf(title))) return undefined;
      const found = archive.get(nameOf(title));
      archive.delete(title); // error: keysDiffer "nameOf"
      return found;
    }
  `);
  valid("a store of unknown make may lower its keys itself", `
    const nameOf = (title: string) => title.toLowerCase();
    export function take(headers: { has(name: string): boolean; get(name: string): string; delete(name: string): void }, title: string) {
      if (!headers.has(nameOf(title))) return undefined;
      const found = headers.get(nameOf(title));
      headers.delete(title);
      return found;
    }
  `);

  invalid("the parts of a key in another order, one of them a loop's variable", `
    const marks = new Map<string, number>();
    export function mark(page: string, reader: string, at: number) { marks.set(\`\${page}:\${reader}\`, at); }
    export function gone(reader: string, pages: string[]) {
      for (const page of pages) marks.delete(\`\${reader}:\${page}\`); // error: keysDiffer ""
    }
    export const at = (page: string, reader: string) => marks.get(\`\${page}:\${reader}\`);
  `);
  valid("a loop's variable of another name", `
    const marks = new Map<string, number>();
    export function mark(page: string, reader: string, at: number) { marks.set(\`\${page}:\${reader}\`, at); }
    export function gone(reader: string, pages: string[]) {
      for (const one of pages) marks.delete(\`\${reader}:\${one}\`);
    }
  `);

  invalid("a list that a callback makes over, of one part fewer", `
    const nameOf = (...parts: string[]) => parts.map((part) => encodeURIComponent(part)).join("/");
    const states = new Map<string, object>();
    export const put = (board: string, column: string, widget: string, state: object) => states.set(nameOf(board, column, widget), state);
    export const get = (board: string, column: string, widget: string) => states.get(nameOf(board, column, widget));
    export const drop = (board: string, widget: string) => states.delete(nameOf(board, widget)); // error: keysDiffer ""
  `);
  valid("a list that a callback makes over by what is not known", `
    const nameOf = (...parts: string[]) => parts.map((part, index) => codes[index] + part).join("/");
    const codes: string[] = [];
    const states = new Map<string, object>();
    export const put = (board: string, widget: string, state: object) => states.set(nameOf(board, widget), state);
    export const drop = (board: string, widget: string) => states.delete(nameOf(board, widget));
  `);

  invalid("the JSON of an object that the call makes and then changes", `
    class Build {
      phase = "queued";
      constructor(readonly commit: string) {}
      toJSON() { return { commit: this.commit, phase: this.phase }; }
    }
    export class Builds {
      readonly #running = new Map<string, Build>();
      async run(commit: string, work: () => Promise<void>) {
        const build = new Build(commit);
        this.#running.set(JSON.stringify(build), build);
        build.phase = "building";
        await work();
        this.#running.delete(JSON.stringify(build)); // error: keyOverwritten "\`build.phase\` changes"
      }
    }
  `);
  valid("the JSON of an object whose state nothing changes in between", `
    class Build {
      phase = "queued";
      constructor(readonly commit: string) {}
      toJSON() { return { commit: this.commit, phase: this.phase }; }
    }
    export class Builds {
      readonly #running = new Map<string, Build>();
      async run(commit: string, work: () => Promise<void>) {
        const build = new Build(commit);
        this.#running.set(JSON.stringify(build), build);
        await work();
        this.#running.delete(JSON.stringify(build));
      }
    }
  `);

  valid("a property that a call of another function may have added to the entry", `
    const attempts = new Map<string, object>();
    export function begin(nonce: string) {
      const attempt: { tries: number; nonce?: string } = { tries: 0 };
      Object.defineProperty(attempt, "nonce", { value: nonce });
      attempts.set(nonce, attempt);
    }
    export function sweep() {
      for (const attempt of attempts.values()) attempts.delete((attempt as { nonce: string }).nonce);
    }
  `);
});
