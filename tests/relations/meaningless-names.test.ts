import { describe, expect, it, test } from "vitest";

import { textAfter } from "./changes.ts";

const renamed = (text: string): string | undefined => textAfter("meaningless-names", text);

describe("names that mean nothing", () => {
  test.each([
    ["a variable and its uses", "let open = 1; open++; run(open);", "let v0q = 1; v0q++; run(v0q);"],
    ["a function and its parameters", "function open(path: string) { return path; } open();", "function v0q(v1q: string) { return v1q; } v0q();"],
    ["a class, named inside and outside", "class Pool { make() { return new Pool(); } } new Pool();", "class V0q { make() { return new V0q(); } } new V0q();"],
    ["shorthand, both ways", "const { open, close = 1 } = io; run({ open, close });", "const { open: v0q, close: v1q = 1 } = io; run({ open: v0q, close: v1q });"],
    ["shorthand that is assigned to", "let open; ({ open } = io);", "let v0q; ({ open: v0q } = io);"],
    ["the inside of an export", "const open = 1; export { open, open as shut };", "const v0q = 1; export { v0q as open, v0q as shut };"],
    ["a component", "function Page() { return null; } const page = <Page />;", "function V0q() { return null; } const v1q = <V0q />;"],
    ["a parameter that a type predicate names", "function isOpen(file): file is Open { return file.open; }", "function v0q(v1q): v1q is Open { return v1q.open; }"],
    ["overloads", "function open(path: A): B;\nfunction open(path) {}", "function v0q(v1q: A): B;\nfunction v0q(v2q) {}"],
    ["a name that is taken, which stays", "let open = 1; v0q.open = open;", "let v1q = 1; v0q.open = v1q;"],
  ])("are given to %s", (_, text, expected) => {
    expect(renamed(text)).toBe(expected);
  });

  test.each([
    ["imports and globals", `import { open } from "fs"; setInterval(open, process.pid);`],
    ["properties and methods", "pool.open({ size: 1 }).close();"],
    ["hooks", "const useTimer = 1; useTimer();"],
    ["types, enums and namespaces", "interface Open<Kind> { kind: Kind } enum Kind { a } namespace Space {}"],
    ["a parameter that is a field", "export default class { constructor(private pool: Pool) { pool.open(); } }"],
    ["what is declared to be elsewhere", "declare const VERSION: string; declare function open(path: string): void; run(VERSION);"],
    ["what a namespace hands out", "namespace Space { export const open = 1; }"],
    ["names that may be looked up by text", "let open = 1; eval(text);"],
  ])("are not given to %s", (_, text) => {
    expect(renamed(text)).toBeUndefined();
  });

  it("leave a class alone that an interface of its name adds to", () => {
    expect(renamed("interface Pool { a: 1 } class Pool { b = Pool; }")).toBeUndefined();
  });
});
