/** Editors and terminals: most of what they hand out is a disposable. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, typed } from "../origin.ts";
import { call, construct, methods, result } from "../vocabulary.ts";

const VSCODE_CALLS = [
  "languages.createDiagnosticCollection", "languages.registerCodeLensProvider", "languages.registerCompletionItemProvider", "languages.registerHoverProvider",
  "window.createOutputChannel", "window.createStatusBarItem", "window.createTextEditorDecorationType",
  "window.createTreeView", "window.onDidChangeActiveTextEditor", "window.onDidChangeTextEditorSelection",
  "window.onDidChangeVisibleTextEditors", "window.onDidCloseTerminal", "window.registerTreeDataProvider",
  "workspace.createFileSystemWatcher", "workspace.onDidChangeConfiguration", "workspace.onDidChangeTextDocument",
  "workspace.onDidChangeWorkspaceFolders", "workspace.onDidCloseTextDocument", "workspace.onDidOpenTextDocument", "workspace.onDidSaveTextDocument",
];
const terminal = typed("@xterm/xterm", "Terminal", [instanceOf(exported("@xterm/xterm", "Terminal"))]);
const TERMINAL_EVENTS = ["onData", "onKey", "onResize", "onScroll", "onTitleChange", "onBell", "onRender", "onSelectionChange"];

export const editors: readonly CataloguedPair[] = [
  {
    id: "vscode/disposable",
    noun: "a disposable",
    acquire: call(oneOf(...VSCODE_CALLS.map((name) => exported("vscode", name)))),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    reason: "The extension host keeps registrations and listeners until they are disposed, or the extension is deactivated.",
    docs: "https://code.visualstudio.com/api/references/vscode-api#Disposable",
    leaking: `
import * as vscode from "vscode";

export class Counter {
  private count = 0;

  constructor() {
    vscode.workspace.onDidChangeTextDocument(() => {
      this.count += 1;
    });
  }

  dispose(): number {
    return this.count;
  }
}
`,
    clean: `
import * as vscode from "vscode";

export class Counter {
  private count = 0;
  private readonly subscription: vscode.Disposable;

  constructor() {
    this.subscription = vscode.workspace.onDidChangeTextDocument(() => {
      this.count += 1;
    });
  }

  dispose(): number {
    this.subscription.dispose();
    return this.count;
  }
}
`,
  },
  {
    id: "vscode/command",
    noun: "a command",
    acquire: call(oneOf(exported("vscode", "commands.registerCommand"), exported("vscode", "commands.registerTextEditorCommand"))),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    longLived: true,
    reason: "The command stays until it is disposed, or the extension is deactivated, and holds what its callback holds.",
    docs: "https://code.visualstudio.com/api/references/vscode-api#commands.registerCommand",
    leaking: `
import * as vscode from "vscode";

export class Counter {
  private count = 0;

  constructor() {
    vscode.commands.registerCommand("counter.increment", () => {
      this.count += 1;
    });
  }

  dispose(): number {
    return this.count;
  }
}
`,
    clean: `
import * as vscode from "vscode";

export class Counter {
  private count = 0;
  private readonly command: vscode.Disposable;

  constructor() {
    this.command = vscode.commands.registerCommand("counter.increment", () => {
      this.count += 1;
    });
  }

  dispose(): number {
    this.command.dispose();
    return this.count;
  }
}
`,
  },
  {
    id: "monaco/disposable",
    noun: "a disposable",
    acquire: call(oneOf(...["editor.create", "editor.createDiffEditor", "editor.onDidCreateEditor", "languages.registerCompletionItemProvider", "languages.registerHoverProvider"].map((name) => exported("monaco-editor", name)))),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    reason: "Editors, models and providers are kept by the module until they are disposed.",
    docs: "https://microsoft.github.io/monaco-editor/typedoc/interfaces/IDisposable.html",
    unproven: "The package is over 100 MB; it is left out of the fixture workspace.",
    leaking: `
import * as monaco from "monaco-editor";

export function highlight(element: HTMLElement, text: string): string {
  const editor = monaco.editor.create(element, { value: text });
  return editor.getValue();
}
`,
    clean: `
import * as monaco from "monaco-editor";

export function highlight(element: HTMLElement, text: string): string {
  const editor = monaco.editor.create(element, { value: text });
  try {
    return editor.getValue();
  } finally {
    editor.dispose();
  }
}
`,
  },
  {
    id: "xterm/terminal",
    noun: "a terminal",
    acquire: construct(exported("@xterm/xterm", "Terminal")),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    reason: "It holds its buffer, its renderer and listeners on the document.",
    docs: "https://xtermjs.org/docs/api/terminal/classes/terminal/#dispose",
    leaking: `
import { Terminal } from "@xterm/xterm";

export async function show(element: HTMLElement, run: (write: (text: string) => void) => Promise<void>): Promise<void> {
  const terminal = new Terminal();
  terminal.open(element);
  await run((text) => terminal.write(text));
  terminal.dispose();
}
`,
    clean: `
import { Terminal } from "@xterm/xterm";

export async function show(element: HTMLElement, run: (write: (text: string) => void) => Promise<void>): Promise<void> {
  const terminal = new Terminal();
  try {
    terminal.open(element);
    await run((text) => terminal.write(text));
  } finally {
    terminal.dispose();
  }
}
`,
  },
  {
    id: "xterm/listener",
    noun: "a terminal listener",
    acquire: call(oneOf(...TERMINAL_EVENTS.map((name) => memberOf(terminal, name)))),
    handle: result,
    releases: methods("dispose"),
    heldBy: "receiver",
    reason: "The terminal keeps the listener for as long as it lives.",
    docs: "https://xtermjs.org/docs/api/terminal/interfaces/idisposable/",
    leaking: `
import type { Terminal } from "@xterm/xterm";

export function record(terminal: Terminal, save: (text: string) => void): void {
  terminal.onData((text) => save(text));
}
`,
    clean: `
import type { Terminal } from "@xterm/xterm";

export function record(terminal: Terminal, save: (text: string) => void): () => void {
  const listener = terminal.onData((text) => save(text));
  return () => listener.dispose();
}
`,
  },
];
