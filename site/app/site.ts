/** What every page of the site does; the editor is loaded where there is something to edit. */
import { connectSearch } from "./search.ts";
import { connectTheme } from "./theme.ts";

connectTheme(document.getElementById("theme") as HTMLElement);
connectSearch(document.getElementById("search-open") as HTMLElement, document.getElementById("search") as HTMLDialogElement);

const contents = document.querySelector<HTMLDetailsElement>("details.contents");
// Beside the page it is always open; above it, it would push the page away.
if (contents !== null && matchMedia("(max-width: 60rem)").matches) contents.open = false;
contents?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });

const blocks = [...document.querySelectorAll<HTMLElement>(".live")];
if (blocks.length > 0) {
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      void import("./live-block.ts").then(({ enliven }) => enliven(target as HTMLElement));
    }
  }, { rootMargin: "300px" });
  for (const block of blocks) near.observe(block);
}
if (document.getElementById("editor") !== null) void import("./playground.ts").then(({ openPlayground }) => openPlayground());
