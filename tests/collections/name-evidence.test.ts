import { describe, expect, it } from "vitest";

import { wordsOf } from "../../src/syntax/words-of.ts";
import { lifeOfClassName } from "../../src/catalogue/words/container-lives.ts";
import { domainOfName } from "../../src/catalogue/words/key-names.ts";
import { isCacheName, isOnceGuard } from "../../src/catalogue/words/meant-to-stay.ts";
import { isStartupName } from "../../src/catalogue/words/starting-up.ts";

describe("the words of a name", () => {
  it.each([
    ["userId", ["user", "id"]],
    ["_requestURL", ["request", "url"]],
    ["#HTTPServer", ["http", "server"]],
    ["last_seen_at", ["last", "seen", "at"]],
    ["", []],
  ])("of %s", (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe("how many values a name stands for", () => {
  it.each(["requestId", "req", "url", "packetId", "socket", "correlationId", "uuid"])("many: %s", (name) => {
    expect(domainOfName(name)).toBe("unbounded");
  });
  it.each(["type", "eventName", "locale", "componentType", "methodName", "schema"])("few: %s", (name) => {
    expect(domainOfName(name)).toBe("bounded");
  });
  it.each(["userId", "id", "key", "path", "schemaId", "resolver"])("not known: %s", (name) => {
    expect(domainOfName(name)).toBe("unknown");
  });
});

describe("what a class's name says of its life", () => {
  it.each(["UserService", "RpcClient", "ConnectionPool", "Dispatcher"])("long: %s", (name) => {
    expect(lifeOfClassName(name)).toBe("long");
  });
  it.each(["RequestParser", "SqlBuilder", "HttpRequest", "SchemaVisitor", "ReadStream"])("short: %s", (name) => {
    expect(lifeOfClassName(name)).toBe("short");
  });
  it.each(["Basket", "LensAdapter"])("not known: %s", (name) => {
    expect(lifeOfClassName(name)).toBeUndefined();
  });
});

describe("other names", () => {
  it("knows what is called at start-up", () => {
    expect(["registerHandler", "use", "defineRule", "addPlugin", "_initialize"].every(isStartupName)).toBe(true);
    expect(["provideCodeLenses", "user", "add", "addListener", "subscribe"].some(isStartupName)).toBe(false);
  });
  it("knows caches and once-guards", () => {
    expect(isCacheName("nameCache") && isCacheName("_memo")).toBe(true);
    expect(isOnceGuard("warnedMessages") && isOnceGuard("deprecateList")).toBe(true);
    expect(isCacheName("names") || isOnceGuard("names")).toBe(false);
  });
});
