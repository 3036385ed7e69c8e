/** What holds for all relations, on a program that each of them changes. */
import { describe, expect, it } from "vitest";

import { filesAfter, loadScript, relations, type ChangedFile } from "./changes.ts";

const { faultsOf } = await loadScript("measure.mjs");
const { readFile } = await loadScript("read-file.mjs");

const SAMPLE = `import { EventEmitter } from "node:events"; // emits

/** Options of a pool. */
interface Options { size: number }

/** Keeps sockets. */
export class Pool extends EventEmitter {
  #sockets = new Map<string, unknown>();

  constructor(private options: Options) {
    super();
  } // made

  // A socket for a host.
  open(host: string, port: number) {
    this.#sockets.set(\`\${host}:
      \${port}\`, {
      host,
    });
  }

  get size() { return this.options.size; }
}

function start(pool: Pool) {
  pool.on(
    "error",
    function (error) { console.error("failed: " + error); },
  );
}

start(new Pool({ size: 1 }));
`;

interface Token {
  readonly value: string;
  readonly loc: { readonly start: { readonly line: number } };
}

/** Tokens of the original that stand on none of the lines that their line is said to be on. */
function findStray(files: readonly ChangedFile[]): readonly string[] {
  const texts = files.map(({ text }) => text.split("\n"));
  const tokens = (readFile(SAMPLE).ast.tokens as readonly Token[]).filter(({ value }) => !value.includes("\n"));
  const isOnLine = ({ value, loc }: Token): boolean => files.some(({ lineOf }, index) => lineOf(loc.start.line).some((line) => texts[index]![line - 1]?.includes(value)));
  return tokens.filter((token) => !isOnLine(token)).map(({ value }) => value);
}

/** Whether a change takes a token out of the sample. */
function isGone(id: string, value: string): boolean {
  if (id === "meaningless-names") return ["Pool", "start", "pool", "host", "port", "error"].includes(value);
  return id === "arrow-for-function" && value === "function";
}

describe("the relations", () => {
  it("have names of their own and say what they do", () => {
    expect(new Set(relations.map(({ id }) => id)).size).toBe(relations.length);
    expect(relations.filter(({ says }) => !/^[A-Z].*\.$/.test(says))).toEqual([]);
  });
  it("read what is a program, whatever its dialect, and nothing else", () => {
    expect(["a;", "<A />;", "<A>b;", "a: number;"].filter((text) => readFile(text) === undefined)).toEqual([]);
    expect(readFile("a (")).toBeUndefined();
  });
});

describe.each(relations.map(({ id }) => id))("%s", (id) => {
  const files = filesAfter(id, SAMPLE, "pool.ts");

  it("makes another program of a program, each time the same", () => {
    expect(files.length).toBeGreaterThan(0);
    expect(faultsOf(SAMPLE, { files })).toEqual([]);
    expect(files.map(({ text }) => text)).not.toContain(SAMPLE);
    expect(filesAfter(id, SAMPLE, "pool.ts").map(({ text }) => text)).toEqual(files.map(({ text }) => text));
  });
  it("does not change with a second reading", () => {
    for (const { text } of files) expect(readFile(text).text).toBe(text);
  });
  it("says on which lines everything stands", () => {
    expect(findStray(files).filter((value) => !isGone(id, value))).toEqual([]);
  });
  it("leaves a program alone that has nothing for it", () => {
    expect(filesAfter(id, `import "a";\nimport b from "b";\nb;\n`)).toEqual([]);
  });
});

describe("names", () => {
  it("keep their lines", () => {
    const [{ lineOf, text }] = filesAfter("meaningless-names", SAMPLE) as [ChangedFile];
    const lines = SAMPLE.split("\n");
    expect(text.split("\n")).toHaveLength(lines.length);
    expect(lines.flatMap((line, index) => (line.trim() === "" || lineOf(index + 1).join() === String(index + 1) ? [] : [line]))).toEqual([]);
  });
});
