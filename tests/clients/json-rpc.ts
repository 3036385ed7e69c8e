/** The client's side of a language server that is a child process: JSON-RPC over its standard streams. */
import { spawn } from "node:child_process";
import { once } from "node:events";

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

type Answer = (params: never) => unknown;

export interface LanguageServer {
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  stop(): Promise<void>;
}

/** Starts a Node program as language server. `answers` hears what the server asks and tells, by method; the rest is answered by null. */
export function startLanguageServer(words: readonly string[], cwd: string, answers: Readonly<Record<string, Answer>>): LanguageServer {
  const child = spawn(process.execPath, words, { cwd, stdio: ["pipe", "pipe", "ignore"] });
  const open = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (reason: Error) => void }>();
  let lastId = 0;
  const send = (message: Message): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    child.stdin.write(`Content-Length: ${String(body.length)}\r\n\r\n`);
    child.stdin.write(body);
  };
  const receive = ({ id, method, params, result, error }: Message): void => {
    if (method !== undefined) {
      const answer = answers[method]?.(params as never);
      if (id !== undefined) send({ id, result: answer ?? null });
    } else if (typeof id === "number") {
      if (error === undefined) open.get(id)?.resolve(result);
      else open.get(id)?.reject(new Error(error.message));
      open.delete(id);
    }
  };
  child.stdout.on("data", readMessages(receive));
  return {
    request: (method, params) => new Promise((resolve, reject) => {
      open.set(++lastId, { resolve, reject });
      send({ id: lastId, method, params });
    }),
    notify: (method, params) => send({ method, params }),
    async stop() {
      const closed = once(child, "close");
      child.kill();
      await closed;
    },
  };
}

/** Cuts a stream of bytes into its messages. */
function readMessages(receive: (message: Message) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (?<length>\d+)/i.exec(rest.subarray(0, Math.max(end, 0)).toString())?.groups?.length);
      if (end < 0 || rest.length < end + 4 + length) return;
      const body = rest.subarray(end + 4, end + 4 + length).toString();
      rest = rest.subarray(end + 4 + length);
      receive(JSON.parse(body) as Message);
    }
  };
}
