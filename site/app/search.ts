/** The search over all pages. Its index is loaded when it is first opened. */
import MiniSearch, { type SearchResult } from "minisearch";

import { escapeText } from "../../src/cli/html/markup.ts";
import { renderExcerpt } from "./excerpt.ts";
import { linkTo } from "./root.ts";
import { SEARCH_OPTIONS } from "./search-options.mjs";

const MOST_HITS = 12;

/** Connects the button, the `/` key and the dialog. */
export function connectSearch(button: HTMLElement, dialog: HTMLDialogElement): void {
  const query = dialog.querySelector("input") as HTMLInputElement;
  const list = dialog.querySelector("#hits") as HTMLElement;
  const note = dialog.querySelector("#search-note") as HTMLElement;
  let index: Promise<MiniSearch> | undefined;
  let chosen = 0;

  const choose = (to: number): void => {
    const hits = [...list.querySelectorAll<HTMLElement>("[role=option]")];
    chosen = Math.min(Math.max(to, 0), hits.length - 1);
    for (const [at, hit] of hits.entries()) hit.setAttribute("aria-selected", String(at === chosen));
    hits[chosen]?.scrollIntoView({ block: "nearest" });
    query.setAttribute("aria-activedescendant", hits[chosen]?.id ?? "");
  };
  const show = async (): Promise<void> => {
    index ??= loadIndex();
    const loaded = await index.catch(() => undefined);
    if (loaded === undefined) {
      index = undefined;
      note.textContent = "The index of the pages could not be loaded.";
      return;
    }
    const hits = loaded.search(query.value).slice(0, MOST_HITS);
    list.innerHTML = hits.map(renderHit).join("");
    note.textContent = query.value.trim() === "" ? "" : hits.length === 0 ? "Nothing has these words." : `${hits.length === MOST_HITS ? "The best " : ""}${hits.length} ${hits.length === 1 ? "place" : "places"}`;
    choose(0);
  };
  const open = (): void => {
    if (dialog.open) return;
    dialog.showModal();
    query.select();
    void show();
  };

  button.addEventListener("click", open);
  query.addEventListener("input", () => void show());
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    // Left to itself, the field would only be emptied.
    else if (event.key === "Escape") dialog.close();
    else if (event.key === "Enter") list.querySelectorAll<HTMLAnchorElement>("a")[chosen]?.click();
    else return;
    event.preventDefault();
  });
  // Outside of what the dialog holds is the dialog itself.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || (event.target as HTMLElement).closest("a") !== null) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    const isOurs = (event.key === "/" && !isTyping(event.target)) || (event.key === "k" && (event.ctrlKey || event.metaKey));
    if (!isOurs || (event.key === "/" && (event.ctrlKey || event.metaKey || event.altKey))) return;
    event.preventDefault();
    open();
  });
}

async function loadIndex(): Promise<MiniSearch> {
  const response = await fetch(linkTo("assets/search.json"));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return MiniSearch.loadJSON(await response.text(), SEARCH_OPTIONS as ConstructorParameters<typeof MiniSearch>[0]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function renderHit(hit: SearchResult, at: number): string {
  const { url, page, heading, text } = hit as unknown as { readonly url: string; readonly page: string; readonly heading: string; readonly text: string };
  const title = `<b>${escapeText(heading === "" ? page : heading)}</b>${heading === "" ? "" : ` <span>${escapeText(page)}</span>`}`;
  return `<a role="option" id="hit-${at}" tabindex="-1" href="${escapeText(linkTo(url))}">${title}${text === "" ? "" : `<small>${renderExcerpt(text, hit.terms)}</small>`}</a>`;
}
