/** What tests put in place of the real thing: judged in test files, which are judged for nothing else. */
import type { CataloguedPair } from "../entry.ts";
import { exported, globalNamed, memberOf, oneOf, resultOf, type ApiOrigin } from "../origin.ts";
import { call, methods, receiver, receiverClearing, result } from "../vocabulary.ts";

const sinon = (...names: readonly string[]): ApiOrigin => oneOf(...names.flatMap((name) => [exported("sinon", name), exported("sinon", `default.${name}`)]));

/** What the spies of Vitest and of Jest have in common, which is all but the object that makes them and its module. */
const spiesOf = (tool: string, module: string): Omit<CataloguedPair, "id" | "acquire" | "docs"> => ({
  noun: "a spy",
  handle: result,
  releases: [...methods("mockRestore", "[dispose]"), receiverClearing("restoreAllMocks")],
  wrongReleases: [{ method: "mockClear", because: "`mockClear` forgets the calls; the spy stays in place" }],
  heldBy: "process",
  tier: "tests",
  confidence: "likely",
  reason: "A failing assertion leaves the spy in place for every test after it.",
  leaking: `
import { expect, test, ${tool} } from "${module}";

test("warns", async () => {
  const warn = ${tool}.spyOn(console, "warn");
  await run();
  expect(warn).toHaveBeenCalledWith("slow");
  warn.mockRestore();
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
  clean: `
import { expect, test, ${tool} } from "${module}";

test("warns", async () => {
  const warn = ${tool}.spyOn(console, "warn");
  try {
    await run();
    expect(warn).toHaveBeenCalledWith("slow");
  } finally {
    warn.mockRestore();
  }
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
});

export const testTools: readonly CataloguedPair[] = [
  {
    ...spiesOf("vi", "vitest"),
    id: "vitest/spy",
    acquire: call(oneOf(exported("vitest", "vi.spyOn"), exported("vitest", "vitest.spyOn"))),
    docs: "https://vitest.dev/api/mock.html#mockrestore",
  },
  {
    ...spiesOf("jest", "@jest/globals"),
    id: "jest/spy",
    acquire: call(oneOf(globalNamed("jest.spyOn"), exported("@jest/globals", "jest.spyOn"))),
    unproven: "The module `@jest/globals` needs some eighty packages; it is left out of the fixture workspace.",
    docs: "https://jestjs.io/docs/mock-function-api#mockfnmockrestore",
  },
  {
    id: "sinon/double",
    noun: "a test double",
    acquire: call(sinon("stub", "spy")),
    handle: result,
    releases: [...methods("restore")],
    heldBy: "process",
    tier: "tests",
    confidence: "likely",
    reason: "A failing assertion leaves the double in place for every test after it.",
    docs: "https://sinonjs.org/releases/latest/stubs/#stubrestore",
    leaking: `
import sinon from "sinon";
import { expect, test } from "vitest";

test("warns", async () => {
  const warn = sinon.stub(console, "warn");
  await run();
  expect(warn.callCount).toBe(1);
  warn.restore();
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
    clean: `
import sinon from "sinon";
import { expect, test } from "vitest";

test("warns", async () => {
  const warn = sinon.stub(console, "warn");
  try {
    await run();
    expect(warn.callCount).toBe(1);
  } finally {
    warn.restore();
  }
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
  },
  {
    id: "sinon/sandbox",
    noun: "a sandbox",
    acquire: call(sinon("createSandbox")),
    handle: result,
    releases: methods("restore"),
    wrongReleases: [{ method: "resetHistory", because: "`resetHistory` forgets the calls; the doubles stay in place" }],
    heldBy: "process",
    tier: "tests",
    confidence: "likely",
    reason: "A failing assertion leaves its doubles in place for every test after it.",
    docs: "https://sinonjs.org/releases/latest/sandbox/#sandboxrestore",
    leaking: `
import sinon from "sinon";
import { expect, test } from "vitest";

test("warns", async () => {
  const sandbox = sinon.createSandbox();
  await run();
  expect(sandbox.stub(console, "warn").callCount).toBe(0);
  sandbox.restore();
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
    clean: `
import sinon from "sinon";
import { expect, test } from "vitest";

test("warns", async () => {
  const sandbox = sinon.createSandbox();
  try {
    await run();
    expect(sandbox.stub(console, "warn").callCount).toBe(0);
  } finally {
    sandbox.restore();
  }
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
  },
  {
    id: "sinon/clock",
    noun: "a fake clock",
    acquire: call(sinon("useFakeTimers")),
    handle: result,
    releases: methods("restore", "uninstall"),
    wrongReleases: [{ method: "reset", because: "`reset` drops the timers; the clock stays fake" }],
    heldBy: "process",
    tier: "tests",
    confidence: "likely",
    reason: "A failing assertion leaves the clock standing for every test after it.",
    docs: "https://sinonjs.org/releases/latest/fake-timers/#clockrestore",
    leaking: `
import sinon from "sinon";
import { expect, test } from "vitest";

test("warns", async () => {
  const clock = sinon.useFakeTimers();
  await run();
  expect(clock.now).toBe(0);
  clock.restore();
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
    clean: `
import sinon from "sinon";
import { expect, test } from "vitest";

test("warns", async () => {
  const clock = sinon.useFakeTimers();
  try {
    await run();
    expect(clock.now).toBe(0);
  } finally {
    clock.restore();
  }
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
  },
  {
    id: "msw/server",
    noun: "a mock server",
    acquire: call(memberOf(resultOf(exported("msw/node", "setupServer")), "listen")),
    handle: receiver,
    releases: methods("close"),
    wrongReleases: [{ method: "resetHandlers", because: "`resetHandlers` drops the handlers; requests are still caught" }],
    heldBy: "process",
    tier: "tests",
    confidence: "likely",
    reason: "A failing assertion leaves the requests of every test after it caught.",
    docs: "https://mswjs.io/docs/api/setup-server/close",
    leaking: `
import { setupServer } from "msw/node";
import { expect, test } from "vitest";

test("warns", async () => {
  const server = setupServer();
  server.listen();
  await run();
  expect(server.listHandlers()).toEqual([]);
  server.close();
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
    clean: `
import { setupServer } from "msw/node";
import { expect, test } from "vitest";

test("warns", async () => {
  const server = setupServer();
  server.listen();
  try {
    await run();
    expect(server.listHandlers()).toEqual([]);
  } finally {
    server.close();
  }
});

async function run(): Promise<void> {
  await fetch("https://example.com/");
  console.warn("slow");
}
`,
  },
];
