/** What an editor shows: the language servers of ESLint and of oxlint, driven as an editor drives them. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { readDocumentedFile } from "../docs/documented-files.ts";
import { root } from "../support/typed-program.ts";
import { makeGitProject } from "./git-project.ts";
import { clientsFolder, installClients, versionOfClient } from "./install-clients.ts";
import { startLanguageServer, type LanguageServer } from "./json-rpc.ts";

interface Position {
  readonly line: number;
  readonly character: number;
}

interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

interface Diagnostic {
  readonly range: TextEdit["range"];
  readonly message: string;
  readonly severity?: number;
  readonly code?: string;
  readonly codeDescription?: { readonly href: string };
}

interface WorkspaceEdit {
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
  readonly documentChanges?: readonly { readonly edits: readonly TextEdit[] }[];
}

interface CodeAction {
  readonly title: string;
  readonly kind?: string;
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
  readonly edit?: WorkspaceEdit;
}

const TIMEOUT = 120_000;
const RULE = "no-partial-release";
const CODE = `import fs from "node:fs";

export function size(path, check) {
  const file = fs.openSync(path);
  check(path);
  fs.closeSync(file);
}
`;

/** What the README would have in the settings of VS Code. */
const DOCUMENTED = JSON.parse(readDocumentedFile("README.md", ".vscode/settings.json")) as {
  readonly "eslint.rules.customizations": readonly object[];
  readonly "eslint.workingDirectories": readonly object[];
};
const WARNING = 2;

const SETTINGS = {
  validate: "on", run: "onType", nodePath: null, packageManager: "npm", useESLintClass: true, useFlatConfig: true, experimental: { useFlatConfig: false },
  codeAction: { disableRuleComment: { enable: true, location: "separateLine" }, showDocumentation: { enable: true } }, codeActionOnSave: { mode: "all" },
  format: false, quiet: false, onIgnoredFiles: "off", options: {}, rulesCustomizations: DOCUMENTED["eslint.rules.customizations"], problems: { shortenToSingleLine: false }, workingDirectory: DOCUMENTED["eslint.workingDirectories"][0],
};

const CAPABILITIES = {
  workspace: { applyEdit: true, configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
  textDocument: { synchronization: {}, publishDiagnostics: { codeDescriptionSupport: true }, diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } } },
};

beforeAll(installClients, 300_000);

/** Opens the sample in a server, and answers what it is then asked. */
async function openSample(server: LanguageServer, directory: string): Promise<string> {
  const uri = pathToFileURL(path.join(directory, "size.js")).href;
  const folder = { uri: pathToFileURL(directory).href, name: "sample" };
  writeFileSync(path.join(directory, "size.js"), CODE);
  await server.request("initialize", { processId: process.pid, rootUri: folder.uri, workspaceFolders: [folder], capabilities: CAPABILITIES });
  server.notify("initialized", {});
  server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "javascript", version: 1, text: CODE } });
  return uri;
}

/** The text with the edits in it, the last first. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  return [...edits].sort((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce((result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)), text);
}

function editsOf(edit: WorkspaceEdit | undefined): readonly TextEdit[] {
  return [...Object.values(edit?.changes ?? {}).flat(), ...(edit?.documentChanges ?? []).flatMap(({ edits }) => edits)];
}

const ACQUISITION = { start: { line: 3, character: 15 }, end: { line: 3, character: 32 } };

describe("the ESLint language server", () => {
  let server: LanguageServer;
  let directory: string;
  const applied: TextEdit[] = [];
  beforeAll(() => {
    ({ directory } = makeGitProject([]));
    const program = path.join(clientsFolder, "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server");
    server = startLanguageServer([program, "--stdio"], directory, {
      "workspace/configuration": ({ items }: { items: unknown[] }) => items.map(() => ({ ...SETTINGS, workspaceFolder: { uri: pathToFileURL(directory).href, name: "sample" } })),
      "eslint/confirmESLintExecution": () => 4,
      "workspace/applyEdit": ({ edit }: { edit: WorkspaceEdit }) => {
        applied.push(...editsOf(edit));
        return { applied: true };
      },
    });
  });
  afterAll(() => server.stop());

  it("shows the finding, links the rule's page, offers each suggestion, and is content once one is applied", { timeout: TIMEOUT }, async () => {
    console.info(`vscode-langservers-extracted ${versionOfClient("vscode-langservers-extracted")}`);
    const uri = await openSample(server, directory);
    const pull = async () => ((await server.request("textDocument/diagnostic", { textDocument: { uri } })) as { readonly items: readonly Diagnostic[] }).items;
    const [diagnostic, ...others] = await pull();
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({ range: ACQUISITION, code: `leakproof/${RULE}`, severity: WARNING });
    expect(diagnostic?.codeDescription?.href).toMatch(new RegExp(`^https://.*/docs/rules/${RULE}\\.md$`));

    const actions = (await server.request("textDocument/codeAction", { textDocument: { uri }, range: ACQUISITION, context: { diagnostics: [diagnostic] } })) as readonly CodeAction[];
    const suggestions = actions.filter(({ command }) => command?.command === "eslint.applySuggestion");
    expect(suggestions.map(({ title }) => title)).not.toEqual([]);
    expect(suggestions.every(({ kind }) => kind === "quickfix")).toBe(true);
    const { command } = suggestions[0] as CodeAction;
    await server.request("workspace/executeCommand", command);
    const text = edited(CODE, applied);
    expect(text).toContain("finally");
    server.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text }] });
    expect(await pull()).toEqual([]);
  });
});

describe("oxlint's language server", () => {
  it("shows the finding and offers its suggestions with their edits", { timeout: TIMEOUT }, async () => {
    console.info(`oxlint ${versionOfClient("oxlint")}`);
    const { directory } = makeGitProject([]);
    writeFileSync(path.join(directory, ".oxlintrc.json"), JSON.stringify({ jsPlugins: [path.join(root, "dist/index.js")], categories: { correctness: "off" }, rules: { [`leakproof/${RULE}`]: "warn" } }));
    const server = startLanguageServer([path.join(clientsFolder, "node_modules/oxlint/bin/oxlint"), "--lsp"], directory, {
      "workspace/configuration": ({ items }: { items: unknown[] }) => items.map(() => ({ run: "onType", configPath: ".oxlintrc.json" })),
    });
    try {
      const uri = await openSample(server, directory);
      const pull = async () => ((await server.request("textDocument/diagnostic", { textDocument: { uri } })) as { readonly items: readonly Diagnostic[] }).items;
      // It answers before it has read its configuration.
      await expect.poll(pull, { timeout: 60_000 }).toMatchObject([{ range: ACQUISITION }]);
      const items = await pull();
      const actions = (await server.request("textDocument/codeAction", { textDocument: { uri }, range: ACQUISITION, context: { diagnostics: items } })) as readonly CodeAction[];
      const texts = actions.filter(({ kind }) => kind === "quickfix").map(({ edit }) => edited(CODE, editsOf(edit)));
      expect(texts.some((text) => text.includes("finally"))).toBe(true);
    } finally {
      await server.stop();
    }
  });
});
