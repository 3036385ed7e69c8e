/** The editor: CodeMirror with our colours, our findings and the way of the finding in hand. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";

import type { Site } from "../../src/report/account.ts";
import { offsetOf, pathMarks, showSites } from "./path-marks.ts";
import type { Finding, Language, TextChange } from "./protocol.ts";
import { tokenClasses } from "./token-classes.mjs";

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly language: Language;
  /** What the editor is to those who do not see it. */
  readonly label: string;
  readonly onChange: () => void;
  /** Is told of the line that the cursor is on, from 1, when it comes to another. */
  readonly onLine?: (line: number, offset: number) => void;
}

export interface Editor {
  readText(): string;
  /** Puts another text in the place of all. */
  replaceText(text: string): void;
  setLanguage(language: Language): void;
  /** Underlines the findings. */
  showFindings(findings: readonly Finding[]): void;
  /** Shows the way of one finding, and nothing for none. */
  showSites(sites: readonly Site[]): void;
  /** Changes the text as a suggestion says; it can be undone. */
  apply(change: TextChange): void;
  /** Selects a stretch and brings it onto the screen. */
  select(from: number, to: number): void;
  /** The offset of a place; lines and columns count from 1. */
  offsetAt(line: number, column: number): number;
  lineOfCursor(): number;
  focus(): void;
}

/** Builds an editor. The Tab key is left to the page, so that the keyboard gets out again. */
export function buildEditor(options: EditorOptions): Editor {
  const grammar = new Compartment();
  const view = new EditorView({ parent: options.parent, state: EditorState.create({ doc: options.text, extensions: [grammar.of(grammarOf(options.language)), ...extensionsOf(options)] }) });
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), view.state.doc.length);
  return {
    readText: () => view.state.doc.toString(),
    replaceText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, effects: showSites.of([]) }),
    setLanguage: (language) => view.dispatch({ effects: grammar.reconfigure(grammarOf(language)) }),
    showFindings: (findings) => view.dispatch(setDiagnostics(view.state, findings.map((finding) => describe(finding, view)))),
    showSites: (sites) => view.dispatch({ effects: showSites.of(sites) }),
    apply: ({ range: [from, to], text }) => view.dispatch({ changes: { from: clamp(from), to: clamp(to), insert: text }, userEvent: "input.suggestion" }),
    select(from, to) {
      view.dispatch({ selection: { anchor: clamp(from), head: clamp(to) }, effects: EditorView.scrollIntoView(clamp(from), { y: "center" }) });
    },
    offsetAt: (line, column) => offsetOf(view.state.doc, line, column - 1),
    lineOfCursor: () => view.state.doc.lineAt(view.state.selection.main.head).number,
    focus: () => view.focus(),
  };
}

function extensionsOf({ label, onChange, onLine }: EditorOptions): Extension[] {
  let line = 1;
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    EditorView.lineWrapping,
    indentOnInput(),
    bracketMatching(),
    indentUnit.of("  "),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    lintGutter(),
    syntaxHighlighting(tokenClasses),
    pathMarks,
    keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange();
      const head = update.state.selection.main.head;
      const now = update.state.doc.lineAt(head).number;
      if (!update.selectionSet && now === line) return;
      line = now;
      onLine?.(now, head);
    }),
  ];
}

function grammarOf(language: Language): Extension {
  return javascript({ jsx: language.endsWith("x"), typescript: language.startsWith("ts") });
}

/** A finding as the editor underlines it, with its suggestions as actions. */
function describe(finding: Finding, view: EditorView): Diagnostic {
  const { doc } = view.state;
  const from = offsetOf(doc, finding.line, finding.column - 1);
  const end = offsetOf(doc, finding.endLine, finding.endColumn - 1);
  // What spans many lines is underlined on its first one.
  const to = Math.max(from, Math.min(end, doc.lineAt(from).to));
  return {
    from,
    to,
    severity: "error",
    source: finding.rule,
    message: finding.message.replaceAll("`", ""),
    actions: finding.suggestions.map(({ desc, fix }) => ({
      name: desc.replaceAll("`", ""),
      apply: (editor) => editor.dispatch({ changes: { from: fix.range[0], to: Math.min(fix.range[1], editor.state.doc.length), insert: fix.text }, userEvent: "input.suggestion" }),
    })),
  };
}
