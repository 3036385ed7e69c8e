/** What stands beside the editor of the playground: findings, the hearing of each candidate, keys, graphs. */
import type { View } from "./address.ts";
import type { Editor } from "./editor.ts";
import { buildFindingCard } from "./finding-card.ts";
import type { Roles } from "./graph-picture.ts";
import { fitPicture, graphAround, renderGraphs } from "./graph-view.ts";
import { renderKeys } from "./key-view.ts";
import type { Finding, GraphData, LintAnswer, Preset } from "./protocol.ts";
import { renderCandidates } from "./silent-view.ts";
import { connectTabs, type Tabs } from "./tabs.ts";

export interface Answers {
  /** Shows an answer; `code` is the text that it is of. */
  show(answer: LintAnswer, code: string, preset: Preset): void;
  /** The cursor has come to another place of the text. */
  follow(line: number, offset: number): void;
  /** Begins with the first finding again: another text is coming. */
  restart(): void;
  readonly tabs: Tabs;
}

const NOTHING = '<p class="clean">Nothing to report.</p><p class="soft">“Why silent” tells what was looked at, and what spoke against a report.</p>';

/** Builds the answers in their place on the page; `onOpen` is told when another view is opened. */
export function buildAnswers(editor: () => Editor, onOpen: () => void): Answers {
  const viewOf = (name: View): HTMLElement => document.getElementById(`view-${name}`) as HTMLElement;
  let shown: { readonly answer: LintAnswer; readonly code: string; readonly preset: Preset } | undefined;
  let picked = 0;
  let chosen: GraphData | undefined;
  let cursor = { line: 1, offset: 0 };

  const draw = (): void => {
    if (shown === undefined) return;
    const { findings, candidates, keys } = shown.answer;
    editor().showSites(sitesOf(findings[picked]));
    drawFindings();
    drawCandidates();
    fill(viewOf("keys"), renderKeys(keys), editor());
    drawGraph();
    tabs.count("findings", findings.length);
    tabs.count("silent", candidates.length);
    tabs.count("keys", keys.length);
  };
  const pick = (index: number): void => {
    picked = picked === index ? -1 : index;
    chosen = shown && graphOf(shown.answer.graphs, shown.answer.findings[picked], editor());
    draw();
    viewOf("findings").querySelectorAll<HTMLElement>(".pick")[index]?.focus();
  };
  const drawFindings = (): void => {
    const { answer, code } = shown as NonNullable<typeof shown>;
    const cards = answer.findings.map((finding, index) => buildFindingCard(finding, code, index === picked, { pick: () => pick(index), goTo: (line, column) => goTo(editor(), line, column), apply: (change) => editor().apply(change) }));
    if (cards.length > 0) viewOf("findings").replaceChildren(...cards);
    else viewOf("findings").innerHTML = NOTHING;
  };
  const drawCandidates = (): void => {
    const { answer, preset } = shown as NonNullable<typeof shown>;
    fill(viewOf("silent"), renderCandidates(answer.candidates, preset, cursor.line), editor());
  };
  const drawGraph = (): void => {
    const { graphs, findings } = (shown as NonNullable<typeof shown>).answer;
    const isOpen = tabs.current() === "graph";
    fill(viewOf("graph"), isOpen ? renderGraphs(graphs, chosen ?? graphAround(graphs, cursor.offset), rolesOf(findings[picked], editor())) : "", editor());
    fitPicture(viewOf("graph"));
    const select = viewOf("graph").querySelector("select");
    select?.addEventListener("change", () => {
      chosen = graphs[Number(select.value)];
      drawGraph();
      viewOf("graph").querySelector("select")?.focus();
    });
  };
  const tabs = connectTabs(document.querySelector("[role=tablist]") as HTMLElement, () => {
    if (shown === undefined) return;
    drawGraph();
    onOpen();
  });
  return {
    tabs,
    show(answer, code, preset) {
      shown = { answer, code, preset };
      picked = Math.min(picked, Math.max(answer.findings.length - 1, 0));
      chosen = cursor.offset === 0 ? graphOf(answer.graphs, answer.findings[picked], editor()) : undefined;
      draw();
    },
    follow(line, offset) {
      const isSameLine = line === cursor.line;
      cursor = { line, offset };
      if (shown === undefined || isSameLine) return;
      chosen = undefined;
      drawCandidates();
      drawGraph();
    },
    restart() {
      picked = 0;
      cursor = { line: 1, offset: 0 };
    },
  };
}

function sitesOf(finding: Finding | undefined): NonNullable<Finding["account"]>["sites"] {
  return finding?.account?.sites ?? [];
}

/** The graph of the function that the last site but the release is in: there the way leaves. */
function graphOf(graphs: readonly GraphData[], finding: Finding | undefined, editor: Editor): GraphData | undefined {
  const site = sitesOf(finding).findLast(({ role }) => role !== "release");
  return site && graphAround(graphs, editor.offsetAt(site.loc.start.line, site.loc.start.column + 1));
}

function rolesOf(finding: Finding | undefined, editor: Editor): Roles {
  return sitesOf(finding).map(({ role, loc: { start, end } }) => ({ role, range: [editor.offsetAt(start.line, start.column + 1), editor.offsetAt(end.line, end.column + 1)] as const }));
}

function goTo(editor: Editor, line: number, column: number): void {
  const offset = editor.offsetAt(line, column);
  editor.select(offset, offset);
  editor.focus();
}

/** Fills a view, and lets what names a place lead there. */
function fill(view: HTMLElement, html: string, editor: Editor): void {
  view.innerHTML = html;
  for (const element of view.querySelectorAll<HTMLElement | SVGElement>("[data-line], [data-from]")) {
    const { line, column, from, to } = element.dataset;
    const go = (event: Event): void => {
      event.preventDefault();
      if (line !== undefined) {
        goTo(editor, Number(line), Number(column));
        return;
      }
      editor.select(Number(from), Number(to));
      editor.focus();
    };
    element.addEventListener("click", go);
    if (element instanceof SVGElement) element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") go(event);
    });
  }
}
