/** What the playground offers to begin with. */
import type { Language, Preset } from "./protocol.ts";

export interface Example {
  readonly title: string;
  readonly language: Language;
  readonly preset: Preset;
  readonly isTyped: boolean;
  readonly code: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    // The one that the playground opens with is JavaScript, so that a first visit does not load TypeScript.
    title: "A file that one way out keeps open",
    language: "js",
    preset: "recommended",
    isTyped: false,
    code: `import { open } from "node:fs/promises";

export async function firstLine(path) {
  const file = await open(path);
  const { size } = await file.stat();
  if (size === 0) return undefined;
  const { buffer } = await file.read();
  await file.close();
  return buffer.toString("utf8").split("\\n")[0];
}
`,
  },
  {
    title: "A context that prints the clock",
    language: "ts",
    preset: "recommended",
    isTyped: false,
    code: `class Context {
  constructor(private readonly deadline: number) {}
  toString(): string {
    return \`context with \${this.deadline - Date.now()} ms left\`;
  }
}

export class Client {
  #streams = new Map<string, Stream>();

  watch(deadline: number): () => void {
    const ctx = new Context(deadline);
    this.#streams.set(String(ctx), connect(ctx));
    return () => this.#streams.delete(String(ctx));
  }

  close(): void {
    this.#streams.clear();
  }
}
`,
  },
  {
    title: "A listener that another one is removed for",
    language: "js",
    preset: "recommended",
    isTyped: false,
    code: `export class Panel {
  open() {
    window.addEventListener("resize", this.resize.bind(this));
  }

  close() {
    window.removeEventListener("resize", this.resize.bind(this));
  }

  resize() {
    this.width = window.innerWidth;
  }
}
`,
  },
  {
    title: "An effect that cleans nothing up",
    language: "jsx",
    preset: "recommended",
    isTyped: false,
    code: `import { useEffect, useState } from "react";

export function Clock() {
  const [now, setNow] = useState(new Date());
  useEffect(() => {
    setInterval(() => setNow(new Date()), 1000);
  }, []);
  return <time>{now.toLocaleTimeString()}</time>;
}
`,
  },
  {
    title: "A map that only grows",
    language: "js",
    preset: "audit",
    isTyped: false,
    code: `export class RpcClient {
  #pending = new Map();

  send(message, reply) {
    this.#pending.set(message.id, reply);
  }

  receive(message) {
    this.#pending.get(message.id)?.(message);
  }
}
`,
  },
  {
    title: "Silent: every way out releases",
    language: "ts",
    preset: "strict",
    isTyped: false,
    code: `import { open } from "node:fs/promises";

export async function sizeOf(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    console.log(path, size);
    return size;
  } finally {
    await file.close();
  }
}
`,
  },
];
