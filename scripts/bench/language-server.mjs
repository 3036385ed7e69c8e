/** ESLint's language server as an editor has it: a process that is told of each change, and asked for what it finds. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { root } from "../ecosystem/root.mjs";

const CLIENTS = path.join(root, "tests/clients/packages");
const PROGRAM = path.join(CLIENTS, "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server");
const HEAD_END = "\r\n\r\n";

/** Installs the server, as the lockfile of the tests pins it, unless it is there. */
export function installServer() {
  if (existsSync(PROGRAM)) return;
  console.error("Installing the language servers into tests/clients/packages ...");
  execFileSync("npm", ["ci", "--prefix", CLIENTS, "--no-audit", "--no-fund", "--ignore-scripts"], { stdio: ["ignore", "ignore", "inherit"] });
}

/** Starts the server in a folder that has an `eslint.config.mjs`; `request` answers a promise, `notify` nothing, `stop` ends it. */
export async function startServer(folder) {
  const workspaceFolder = { uri: pathToFileURL(folder).href, name: "bench" };
  const settings = { validate: "on", run: "onType", nodePath: null, packageManager: "npm", useESLintClass: true, useFlatConfig: true, experimental: {}, codeAction: { disableRuleComment: {}, showDocumentation: {} }, codeActionOnSave: { mode: "all" }, format: false, quiet: false, onIgnoredFiles: "off", options: {}, rulesCustomizations: [], problems: { shortenToSingleLine: false }, workingDirectory: { mode: "location" }, workspaceFolder };
  const child = spawn(process.execPath, [PROGRAM, "--stdio"], { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
  const open = new Map();
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}${HEAD_END}`), body]));
  };
  child.stdout.on("data", cutMessages(({ id, method, params, result, error }) => {
    if (method === undefined) {
      if (error === undefined) open.get(id)?.resolve(result);
      else open.get(id)?.reject(new Error(error.message));
      open.delete(id);
    } else if (id !== undefined) {
      send({ id, result: method === "workspace/configuration" ? params.items.map(() => settings) : method === "eslint/confirmESLintExecution" ? 4 : null });
    }
  }));
  let last = 0;
  const request = (method, params) => new Promise((resolve, reject) => {
    open.set(++last, { resolve, reject });
    send({ id: last, method, params });
  });
  const capabilities = { workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } }, textDocument: { synchronization: {}, diagnostic: {} } };
  await request("initialize", { processId: process.pid, rootUri: workspaceFolder.uri, workspaceFolders: [workspaceFolder], capabilities });
  const notify = (method, params) => send({ method, params });
  notify("initialized", {});
  return { request, notify, stop: () => child.kill() };
}

/** Hears chunks, and says each whole message. */
function cutMessages(say) {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const headEnd = rest.indexOf(HEAD_END);
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString("latin1", 0, Math.max(0, headEnd)))?.[1]);
      const start = headEnd + HEAD_END.length;
      if (headEnd === -1 || rest.length < start + length) return;
      const body = rest.toString("utf8", start, start + length);
      rest = rest.subarray(start + length);
      say(JSON.parse(body));
    }
  };
}
