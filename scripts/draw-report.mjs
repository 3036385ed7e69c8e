/**
 * Draws the picture of the README: what the command says of the leaking example, as SVG, wrapped at a terminal's width.
 * `--check` exits with 1 where the picture no longer shows what the command says. Needs `dist/`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const picture = path.join(root, "docs/images/report.svg");
const COLUMNS = 104;
const LINE = 19;
const LETTER = 8.05;

const svg = draw(readReport());
if (process.argv.includes("--check")) {
  if (svg !== readFileSync(picture, "utf8")) {
    console.error("docs/images/report.svg is stale: run `npm run generate`.");
    process.exitCode = 1;
  }
} else {
  mkdirSync(path.dirname(picture), { recursive: true });
  writeFileSync(picture, svg);
  console.log("docs/images/report.svg written.");
}

/** The findings as the command gives them, in the order of files and lines. */
function readReport() {
  const leaky = "examples/etcd-lock/leaky";
  const { stdout } = spawnSync(process.execPath, ["dist/cli/main.js", leaky, "--format", "json"], { cwd: root, encoding: "utf8" });
  const files = JSON.parse(stdout).filter((file) => file.messages.length > 0);
  return { command: `npx leakproof ${leaky}`, files: files.map(({ filePath, messages }) => ({ name: path.relative(root, filePath), messages })) };
}

function draw({ command, files }) {
  const lines = [[["dim", "$ "], ["plain", command]], []];
  for (const { name, messages } of files) {
    lines.push([["name", name]]);
    for (const { line, column, ruleId, message } of messages) {
      lines.push([["dim", `  ${line}:${column}`.padEnd(9)], ["error", "error"], ["dim", `  ${ruleId}`]]);
      for (const part of wrap(message, COLUMNS - 9)) lines.push([["plain", " ".repeat(9) + part]]);
    }
    lines.push([]);
  }
  const [width, height] = [COLUMNS * LETTER + 32, lines.length * LINE + 24];
  const rows = lines.map((parts, index) => `<text x="16" y="${28 + index * LINE}" xml:space="preserve">${parts.map(([kind, text]) => `<tspan class="${kind}">${escapeText(text)}</tspan>`).join("")}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="The report of leakproof on the leaking example">
<style>text { font: 13.4px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; } .plain { fill: #e6edf3; } .dim { fill: #8b949e; } .name { fill: #e6edf3; text-decoration: underline; } .error { fill: #ff7b72; }</style>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${rows.join("\n")}
</svg>
`;
}

function wrap(text, columns) {
  const rows = [""];
  for (const word of text.split(" ")) {
    if (rows.at(-1).length + word.length + 1 > columns) rows.push("");
    rows.push(`${rows.pop()} ${word}`.trimStart());
  }
  return rows;
}

function escapeText(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
