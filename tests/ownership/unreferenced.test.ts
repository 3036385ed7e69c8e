import { expect, test } from "vitest";

import { isUnreferenced } from "../../src/subjects/resource/unreferenced.ts";
import { callOf, factsOf } from "../support/file-facts.ts";

test.each([
  ["unref() at once", "start().unref();", true],
  ["an optional call", "start().unref?.();", true],
  ["of what may be missing", "start()?.unref();", true],
  ["in parentheses", "(start()).unref();", true],
  ["a computed name", "start()['unref']();", true],
  ["kept afterwards", "const t = start().unref();", true],
  ["another member", "start().ref();", false],
  ["a member that is only named", "start().unref;", false],
  ["a member of a member", "start().timer.unref();", false],
  ["an argument of it", "other.unref(start());", false],
  ["the key of a member", "timers[start()].unref();", false],
  ["nothing", "start();", false],
])("%s", (_what, code, expected) => {
  const file = factsOf(code);
  expect(isUnreferenced(file, callOf(file, "start()"))).toBe(expected);
});

test.each([
  ["watch(path, { persistent: false }, changed);", true],
  ["watch(path, { persistent: true }, changed);", false],
  ["watch(path, changed);", false],
  ["watch(path, options, changed);", false],
  ["watch(path, { ...options }, changed);", false],
])("%s", (code, expected) => {
  const file = factsOf(code);
  expect(isUnreferenced(file, callOf(file, code.slice(0, -1)))).toBe(expected);
});

test.each([
  ["const options = { persistent: false };", true],
  ["const options = { persistent: true };", false],
  ["let options = { persistent: false }; options = given;", false],
])("options that a variable holds: %s", (declaration, expected) => {
  const file = factsOf(`${declaration} watch(path, options, changed);`);
  expect(isUnreferenced(file, callOf(file, "watch(path, options, changed)"))).toBe(expected);
});
