/** Astro's components: their frontmatter runs for each request, on a server that goes on. */
import { beforeAll, describe } from "vitest";

import { installParsers } from "./install-parsers.ts";
import { testComponent, testPossible } from "./lint-component.ts";

beforeAll(installParsers, 300_000);

const page = (code: string, template = "<p>hello</p>"): string => `---\n${code}\n---\n${template}\n`;

describe("what the frontmatter acquires", () => {
  testComponent("astro", "an interval", page(`
const timer = setInterval(() => tick(), 1000); // error: neverReleased
`), { preset: "recommended" });

  testComponent("astro", "a file that is left open", page(`
import { open } from "node:fs/promises";
const file = await open("notes.txt"); // error: neverReleased "file.close()"
const text = await file.readFile("utf8");
`, "<p>{text}</p>"));

  testComponent("astro", "a file that is closed whatever happens", page(`
import { open } from "node:fs/promises";
const file = await open("notes.txt");
let text = "";
try {
  text = await file.readFile("utf8");
} finally {
  await file.close();
}
`, "<p>{text}</p>"));

  testComponent("astro", "a file that a failure leaves open", page(`
import { open } from "node:fs/promises";
const file = await open("notes.txt"); // error: releaseMissedOnThrow
const text = await file.readFile("utf8");
await file.close();
`, "<p>{text}</p>"));

  testComponent("astro", "a timer that is cleared", page(`
const timer = setInterval(() => tick(), 1000);
clearInterval(timer);
`));
});

describe("what is no part of a request", () => {
  testComponent("astro", "what the page exports runs when the site is built", page(`
export const prerender = true;
export async function getStaticPaths() { return [{ params: { id: "1" } }]; }
const { id } = Astro.params;
`, "<p>{id}</p>"));

  testComponent("astro", "a page without frontmatter", "<p>hello</p>\n");
});

describe("what nobody can tell", () => {
  testPossible("astro", "a listener on what every request shares", page(`
import { bus } from "../bus";
bus.on("change", () => reload());
`));

  testComponent("astro", "a handle that is given to another component", page("const timer = setInterval(() => tick(), 1000);", "<Clock timer={timer} />"));
});
