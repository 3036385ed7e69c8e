/** Editors of text in a page, and the toolkits of their shells. */
import type { CataloguedPair } from "../entry.ts";
import { exported, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { call, construct, invoking, methods, result } from "../vocabulary.ts";

const lexical = typed("lexical", "LexicalEditor", [resultOf(exported("lexical", "createEditor"))]);
const LEXICAL_CALLS = ["registerUpdateListener", "registerCommand", "registerTextContentListener", "registerEditableListener", "registerRootListener", "registerMutationListener", "registerNodeTransform", "registerDecoratorListener"];

export const textEditors: readonly CataloguedPair[] = [
  {
    id: "codemirror/view",
    noun: "an editor",
    acquire: construct(exported("@codemirror/view", "EditorView")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "It listens on the document and the window, and observes its own element.",
    docs: "https://codemirror.net/docs/ref/#view.EditorView.destroy",
    leaking: `
import { EditorView } from "@codemirror/view";

export async function editDuring(parent: HTMLElement, work: () => Promise<void>): Promise<string> {
  const view = new EditorView({ parent });
  await work();
  const text = view.state.doc.toString();
  view.destroy();
  return text;
}
`,
    clean: `
import { EditorView } from "@codemirror/view";

export async function editDuring(parent: HTMLElement, work: () => Promise<void>): Promise<string> {
  const view = new EditorView({ parent });
  try {
    await work();
    return view.state.doc.toString();
  } finally {
    view.destroy();
  }
}
`,
  },
  {
    id: "prosemirror/view",
    noun: "an editor",
    acquire: construct(exported("prosemirror-view", "EditorView")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "It listens on the document, and observes its own element.",
    docs: "https://prosemirror.net/docs/ref/#view.EditorView.destroy",
    leaking: `
import { EditorView } from "prosemirror-view";
import type { EditorState } from "prosemirror-state";

export async function editDuring(element: HTMLElement, state: EditorState, work: () => Promise<void>): Promise<string> {
  const view = new EditorView(element, { state });
  await work();
  const text = view.state.doc.textContent;
  view.destroy();
  return text;
}
`,
    clean: `
import { EditorView } from "prosemirror-view";
import type { EditorState } from "prosemirror-state";

export async function editDuring(element: HTMLElement, state: EditorState, work: () => Promise<void>): Promise<string> {
  const view = new EditorView(element, { state });
  try {
    await work();
    return view.state.doc.textContent;
  } finally {
    view.destroy();
  }
}
`,
  },
  {
    id: "tiptap/editor",
    noun: "an editor",
    acquire: construct(exported("@tiptap/core", "Editor")),
    handle: result,
    releases: methods("destroy"),
    wrongReleases: [{ method: "unmount", because: "`unmount` takes away the view; the editor and its extensions stay" }],
    heldBy: "process",
    reason: "It listens on the document, and its extensions keep what they have opened.",
    docs: "https://tiptap.dev/docs/editor/api/editor#destroy",
    leaking: `
import { Editor } from "@tiptap/core";
import type { Extensions } from "@tiptap/core";

export async function editDuring(element: HTMLElement, extensions: Extensions, work: () => Promise<void>): Promise<string> {
  const editor = new Editor({ element, extensions });
  await work();
  const text = editor.getText();
  editor.destroy();
  return text;
}
`,
    clean: `
import { Editor } from "@tiptap/core";
import type { Extensions } from "@tiptap/core";

export async function editDuring(element: HTMLElement, extensions: Extensions, work: () => Promise<void>): Promise<string> {
  const editor = new Editor({ element, extensions });
  try {
    await work();
    return editor.getText();
  } finally {
    editor.destroy();
  }
}
`,
  },
  {
    id: "lexical/listener",
    noun: "an editor listener",
    acquire: call(oneOf(...LEXICAL_CALLS.map((name) => memberOf(lexical, name)))),
    handle: result,
    releases: invoking,
    heldBy: "receiver",
    reason: "The editor keeps the listener for as long as it lives.",
    docs: "https://lexical.dev/docs/concepts/listeners",
    leaking: `
import type { LexicalEditor } from "lexical";

export async function saveDuring(editor: LexicalEditor, save: () => void, work: () => Promise<void>): Promise<void> {
  const stop = editor.registerUpdateListener(() => save());
  await work();
  stop();
}
`,
    clean: `
import type { LexicalEditor } from "lexical";

export async function saveDuring(editor: LexicalEditor, save: () => void, work: () => Promise<void>): Promise<void> {
  const stop = editor.registerUpdateListener(() => save());
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "monaco/model",
    noun: "a text model",
    acquire: call(exported("monaco-editor", "editor.createModel")),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    unproven: "The package is over 100 MB; it is left out of the fixture workspace.",
    reason: "The module keeps every model, with its text and its history, until it is disposed.",
    docs: "https://microsoft.github.io/monaco-editor/typedoc/functions/editor.createModel.html",
    leaking: `
import * as monaco from "monaco-editor";

export async function linesOf(text: string, read: () => Promise<void>): Promise<number> {
  const model = monaco.editor.createModel(text);
  await read();
  const lines = model.getLineCount();
  model.dispose();
  return lines;
}
`,
    clean: `
import * as monaco from "monaco-editor";

export async function linesOf(text: string, read: () => Promise<void>): Promise<number> {
  const model = monaco.editor.createModel(text);
  try {
    await read();
    return model.getLineCount();
  } finally {
    model.dispose();
  }
}
`,
  },
  {
    id: "theia/disposable",
    noun: "a disposable",
    acquire: call(oneOf(exported("@theia/core", "Disposable.create"), exported("@theia/core/lib/common/disposable", "Disposable.create"))),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    unproven: "The package needs some sixty others; it is left out of the fixture workspace.",
    reason: "What it is to undo stays done.",
    docs: "https://github.com/eclipse-theia/theia/blob/master/packages/core/src/common/disposable.ts",
    leaking: `
import { Disposable } from "@theia/core";

export async function during(undo: () => void, work: () => Promise<void>): Promise<void> {
  const undoing = Disposable.create(undo);
  await work();
  undoing.dispose();
}
`,
    clean: `
import { Disposable } from "@theia/core";

export async function during(undo: () => void, work: () => Promise<void>): Promise<void> {
  const undoing = Disposable.create(undo);
  try {
    await work();
  } finally {
    undoing.dispose();
  }
}
`,
  },
];
