/** The tabs beside the editor: one stop of the Tab key, and the arrows between them. */

export interface Tabs {
  current(): string;
  open(name: string): void;
  /** Writes a number on a tab; nothing for none. */
  count(name: string, number: number | undefined): void;
}

/** Connects the tabs of a list; `onOpen` is told of each change. */
export function connectTabs(list: HTMLElement, onOpen: (name: string) => void): Tabs {
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const nameOf = (tab: HTMLElement): string => tab.id.slice("tab-".length);
  const open = (name: string): void => {
    for (const tab of tabs) {
      const isOpen = nameOf(tab) === name;
      tab.setAttribute("aria-selected", String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
      (document.getElementById(tab.getAttribute("aria-controls") ?? "") as HTMLElement).hidden = !isOpen;
    }
    onOpen(name);
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener("click", () => open(nameOf(tab)));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = step === undefined ? undefined : tabs[(index + step + tabs.length) % tabs.length];
      if (next === undefined) return;
      event.preventDefault();
      open(nameOf(next));
      next.focus();
    });
  }
  return {
    current: () => nameOf(tabs.find((tab) => tab.getAttribute("aria-selected") === "true") as HTMLElement),
    open,
    count(name, number) {
      const badge = tabs.find((tab) => nameOf(tab) === name)?.querySelector("b");
      if (badge) badge.textContent = number === undefined ? "" : String(number);
    },
  };
}
