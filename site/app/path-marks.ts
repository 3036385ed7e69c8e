/** The way of a finding in the editor: its sites marked in the code, and what happens there on numbered lines below. */
import { StateEffect, StateField, type Extension, type Range, type Text } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";

import { renderSentence } from "../../src/cli/html/markup.ts";
import type { Site } from "../../src/report/account.ts";

/** Shows the sites of a finding; none to show nothing. */
export const showSites = StateEffect.define<readonly Site[]>();

class StepNote extends WidgetType {
  readonly notes: readonly { readonly number: number; readonly site: Site }[];
  /** Where the first site of the line stands, in letters. */
  readonly column: number;

  constructor(notes: StepNote["notes"], column: number) {
    super();
    this.notes = notes;
    this.column = column;
  }

  override eq(other: StepNote): boolean {
    return JSON.stringify([this.notes, this.column]) === JSON.stringify([other.notes, other.column]);
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("div");
    element.className = "step-note";
    element.style.paddingLeft = `min(${this.column}ch, 40%)`;
    element.innerHTML = this.notes.map(({ number, site: { role, text } }) => `<p class="${role}"><b>${number}</b>${renderSentence(text)}</p>`).join("");
    return element;
  }
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const given = transaction.effects.flatMap((effect) => (effect.is(showSites) ? [effect.value] : [])).at(-1);
    return given === undefined ? shown.map(transaction.changes) : decorate(transaction.state.doc, given);
  },
  provide: (itself) => EditorView.decorations.from(itself),
});

/** The extension that an editor needs to show ways. */
export const pathMarks: Extension = field;

/** The offset of a place; lines count from 1, columns from 0. A text that has changed meanwhile may be shorter. */
export function offsetOf(text: Text, line: number, column: number): number {
  if (line > text.lines) return text.length;
  const { from, to } = text.line(Math.max(line, 1));
  return Math.min(from + column, to);
}

function decorate(text: Text, sites: readonly Site[]): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const notes = new Map<number, { readonly site: Site; readonly number: number }[]>();
  for (const [index, site] of sites.entries()) {
    const [from, to] = [offsetOf(text, site.loc.start.line, site.loc.start.column), offsetOf(text, site.loc.end.line, site.loc.end.column)];
    if (from < to) ranges.push(Decoration.mark({ class: `site-mark ${site.role}` }).range(from, to));
    const line = text.lineAt(from).number;
    notes.set(line, [...(notes.get(line) ?? []), { site, number: index + 1 }]);
  }
  for (const [line, here] of notes) {
    const { from, to } = text.line(line);
    const column = Math.min(here[0]?.site.loc.start.column ?? 0, to - from);
    const widget = new StepNote(here, column);
    ranges.push(Decoration.widget({ widget, block: true, side: 1 }).range(to));
  }
  return Decoration.set(ranges, true);
}
