import { expect, test } from "vitest";

import { ask } from "./ask.ts";

function tagsOf(code: string, files?: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  const { types, node } = ask(code, files);
  const tags = types.authorTagsOf(node);
  return tags === undefined ? undefined : Object.fromEntries(tags.texts);
}

test("the tags of a declaration, with the line behind each", () => {
  expect(tagsOf("/**\n * Opens.\n * @owns close() end()\n * and more\n * @borrowed\n */\nfunction open() {}\nask(open);")).toEqual({ owns: "close() end()", borrowed: "" });
  expect(tagsOf(`import { open } from "./other"; ask(open);`, { "src/other.ts": "/** @owns */\nexport const open = () => 1;" })).toEqual({ owns: "" });
});

test("the names of its parameters", () => {
  const { types, node } = ask("/** @releases lease */\nfunction end(why: string, lease: object) {}\nask(end);");
  expect(types.authorTagsOf(node)?.parameters).toEqual(["why", "lease"]);
});

test("a declaration without a tag, beside one that has one", () => {
  expect(tagsOf("/** @owns */\nfunction open() {}\nfunction take() {}\nask(take);")).toEqual({});
});

test("nothing where no file of the program has a tag of ours", () => {
  expect(tagsOf("/** @deprecated */\nfunction open() {}\nask(open);")).toBeUndefined();
});

test("nothing for what is not declared", () => {
  expect(tagsOf("/** @owns */\nfunction open() {}\nask(nothing.at.all);")).toBeUndefined();
});
