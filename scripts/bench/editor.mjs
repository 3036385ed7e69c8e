/** From a key press to what the editor shows: one file in ESLint's language server, with our rules and without. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { readTexts } from "../ecosystem/git.mjs";
import { root } from "../ecosystem/root.mjs";
import { markdownTable } from "../truth/table.mjs";
import { installServer, startServer } from "./language-server.mjs";

const LINES = 3000;
/** Key presses before the server's code is warm, and those that are measured. */
const [PRESSES_TO_WARM, PRESSES] = [5, 20];
const ENGINES = ["nothing", "recommended", "strict"];

/** Answers a table for the drawn file that is nearest to three thousand lines; the servers take turns, a key press each. */
export async function measureEditor(files) {
  installServer();
  const [chosen] = [...files].sort((one, other) => Math.abs(one.lines - LINES) - Math.abs(other.lines - LINES));
  const [text] = readTexts(chosen.gitDirectory, chosen.commit, [chosen.file]);
  const editors = [];
  for (const engine of ENGINES) editors.push(await openEditor(engine, path.basename(chosen.file), text));
  for (let press = 0; press < PRESSES_TO_WARM + PRESSES; press++) {
    for (const editor of editors) editor.times.push(await editor.press(press));
  }
  for (const { close } of editors) close();
  const rows = editors.map(({ engine, times }) => {
    const warm = times.slice(PRESSES_TO_WARM).sort((one, other) => one - other);
    return [engine, times[0], warm[warm.length >> 1], warm[Math.floor(warm.length * 0.9)]].map((cell) => (typeof cell === "number" ? cell.toFixed(0) : cell));
  });
  return `${chosen.repository} ${chosen.file}, ${chosen.lines} lines: milliseconds from a key press to the diagnostics.\n\n${markdownTable(["", "first", "median", "nine of ten"], rows)}`;
}

/** An editor with the file open in a project of its own; each `press` puts a letter into its last line. */
async function openEditor(engine, name, text) {
  const folder = mkdtempSync(path.join(tmpdir(), "leakproof-editor-"));
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
  writeFileSync(path.join(folder, "package.json"), "{}");
  writeFileSync(path.join(folder, "eslint.config.mjs"), configurationOf(engine));
  writeFileSync(path.join(folder, name), text);
  const uri = pathToFileURL(path.join(folder, name)).href;
  const server = await startServer(folder);
  server.notify("textDocument/didOpen", { textDocument: { uri, languageId: /\.tsx?$/.test(name) ? "typescript" : "javascript", version: 1, text } });
  const press = async (count) => {
    const start = performance.now();
    const typed = { text: `${text}\n// ${"a".repeat(count + 1)}` };
    server.notify("textDocument/didChange", { textDocument: { uri, version: count + 2 }, contentChanges: [typed] });
    await server.request("textDocument/diagnostic", { textDocument: { uri } });
    return performance.now() - start;
  };
  const close = () => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { engine, times: [], press, close };
}

function configurationOf(engine) {
  const plugin = JSON.stringify(pathToFileURL(path.join(root, "dist/index.js")).href);
  const rules = engine === "nothing" ? '{ plugins: { bench: { rules: { nothing: { create: () => ({}) } } } }, rules: { "bench/nothing": "warn" } }' : `leakproof.configs.${engine}`;
  return `import * as parser from "@typescript-eslint/parser";\nimport leakproof from ${plugin};\nexport default [{ files: ["**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}"], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } }, ${rules}];\n`;
}
