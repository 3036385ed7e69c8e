/** The documentation's site in a real browser: every page, every example that is linted as it is edited, the playground. */
import { afterAll, beforeAll, expect, it } from "vitest";

import { readAddress, writeAddress, type Shared } from "../../site/app/address.ts";
import { RULE_NAMES } from "../cli/wrong-blocks.ts";
import { startBrowser, type Browser, type Page } from "./browser.ts";
import { buildSite, collectDeadLinks, readPages, serveSite } from "./built-site.ts";
import { FAINT_TEXTS } from "./faint-texts.ts";
import { describeWith } from "./outside-clients.ts";
import { PATIENCE_MS, until } from "./patience.ts";

/** Without a browser neither the tests run nor what prepares them. */
const describeInBrowser = describeWith("chromium");

const OPEN_FILE = "import { openSync, readSync } from \"node:fs\";\nexport function firstByte(path) {\n  const file = openSync(path);\n  const bytes = Buffer.alloc(1);\n  readSync(file, bytes);\n  return bytes[0];\n}\n";
const OTHER_LISTENER = 'window.addEventListener("keydown", onKey, true);\nexport function stop() {\n  window.removeEventListener("keydown", onKey);\n}\nfunction onKey() {}\n';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
let pages: ReadonlyMap<string, string>;
const troubles: string[] = [];
const strangers: string[] = [];

async function open(address: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("console", (message) => troubles.push(`${address}: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`${address}: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url)) strangers.push(request.url());
  });
  await page.goto(site.url + address);
  return page;
}

const saysState = (page: Page, pattern: RegExp): Promise<void> => until(page, `${String(pattern)}.test(document.getElementById("state").textContent)`);

/** Opens the playground without a text, so that nothing of an example is taken for an answer, and types one. */
async function playWith(code: string, language: Shared["language"], preset: Shared["preset"] = "recommended"): Promise<Page> {
  const page = await open(`playground.html#${await writeAddress({ code: "", language, preset, isTyped: false, view: "findings" })}`);
  await saysState(page, /^Nothing to report in /);
  await type(page, code);
  return page;
}

async function type(page: Page, code: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(code);
}

const readEditor = (page: Page): Promise<string> => page.evaluate('[...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\\n")');
const findings = (page: Page): ReturnType<Page["locator"]> => page.locator("#view-findings .card");

beforeAll(async () => {
  buildSite();
  pages = readPages();
  site = await serveSite();
  browser = await startBrowser();
}, 600_000);

afterAll(async () => {
  await browser.close();
  await site.stop();
});

describeInBrowser("the pages", () => {
  it("are there for every rule, and all their links lead somewhere", () => {
    expect(RULE_NAMES.filter((name) => !pages.has(`rules/${name}.html`))).toEqual([]);
    expect(collectDeadLinks(pages)).toEqual([]);
  });

  it("have one heading of the first depth, a title of their own and a language", () => {
    const faults = [...pages].filter(([, html]) => (html.match(/<h1\b/g) ?? []).length !== 1 || !html.includes('<html lang="en"'));
    expect(faults.map(([name]) => name)).toEqual([]);
    expect(new Set([...pages.values()].map((html) => /<title>(.*)<\/title>/.exec(html)?.[1])).size).toBe(pages.size);
  });

  it("open without a word on the console, name every control, and fit a narrow screen", async () => {
    const page = await open("index.html", { viewport: { width: 380, height: 800 } });
    for (const name of pages.keys()) {
      await page.goto(site.url + name);
      expect(await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth"), name).toBeLessThanOrEqual(0);
      const nameless = `[...document.querySelectorAll("button, a[href], input, select, [role=tab], [role=region], .cm-content")].filter((element) => !(element.getAttribute("aria-label") || element.textContent.trim() || element.labels?.length)).map((element) => element.outerHTML)`;
      expect(await page.evaluate(nameless), name).toEqual([]);
    }
    await page.close();
  }, PATIENCE_MS);
});

describeInBrowser("the examples of a rule", () => {
  it.each(RULE_NAMES)("of %s are reported where they are wrong, and silent where they are right", async (rule) => {
    const page = await open(`rules/${rule}.html`);
    const count: number = await page.evaluate('document.querySelectorAll(".live").length');
    for (let index = 0; index < count; index += 1) {
      await page.evaluate(`document.querySelectorAll(".live")[${index}].scrollIntoView()`);
      await until(page, `/finding|Nothing|parse/.test(document.querySelectorAll(".live")[${index}].querySelector("output")?.textContent ?? "")`);
    }
    const said: { readonly expected: string; readonly told: string }[] = await page.evaluate('[...document.querySelectorAll(".live")].map((block) => ({ expected: block.classList.contains("reported") ? "reported" : "silent", told: block.querySelector("output").textContent }))');
    expect(said.filter(({ expected, told }) => (expected === "reported") !== /^\d+ findings?$/.test(told))).toEqual([]);
    expect(said.map(({ expected }) => expected)).toContain("reported");
    await page.close();
  }, PATIENCE_MS);

  it("are linted as they are edited, and can be as they were", async () => {
    const page = await open("rules/no-unreleased-resource.html");
    const [block, told] = [page.locator(".live").first(), 'document.querySelector(".live output")?.textContent'];
    await block.scrollIntoViewIfNeeded();
    await until(page, `/^\\d+ finding/.test(${told} ?? "")`);
    await block.locator(".cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("export const nothing = 1;");
    await until(page, `${told} === "Nothing to report"`);
    await page.keyboard.type(" const = ");
    await until(page, `/^Line 1 does not parse yet/.test(${told})`);
    await block.locator(".reset").click();
    await until(page, `/^\\d+ finding/.test(${told})`);
    await block.locator(".pick").first().click();
    expect(await block.locator(".step-note").count()).toBeGreaterThan(0);
    await page.close();
  }, PATIENCE_MS);
});

describeInBrowser("the playground", () => {
  it("reports a leak that is typed, applies its suggestion, and is silent then", async () => {
    const page = await playWith(OTHER_LISTENER, "js");
    await saysState(page, /^1 finding /);
    expect(await findings(page).locator(".rule").allInnerTexts()).toEqual(["no-mismatched-release"]);
    expect(await page.locator(".step-note").count()).toBeGreaterThan(0);
    expect(await page.locator(".cm-lintRange-error").count()).toBeGreaterThan(0);
    await findings(page).locator(".apply").first().click();
    await saysState(page, /^Nothing to report /);
    expect(await readEditor(page)).toBe(OTHER_LISTENER.replace('"keydown", onKey);', '"keydown", onKey, true);'));
    expect(await page.locator(".step-note").count()).toBe(0);
    expect(await findings(page).count()).toBe(0);
    await page.close();
  }, PATIENCE_MS);

  it("keeps what was last read while a text does not parse", async () => {
    const page = await playWith(OPEN_FILE, "js");
    await saysState(page, /^1 finding /);
    await page.keyboard.type("const = ");
    await saysState(page, /^It does not parse yet/);
    expect(await page.locator("#trouble").innerText()).toMatch(/^Line 8, column \d+: /);
    expect(await findings(page).count()).toBe(1);
    // An undo would take back the text too, where both were typed within the time that the editor takes for one change.
    for (let typed = "const = ".length; typed > 0; typed -= 1) await page.keyboard.press("Backspace");
    await saysState(page, /^1 finding /);
    expect(await page.locator("#trouble").isVisible()).toBe(false);
    await page.close();
  }, PATIENCE_MS);

  it("is shared by its address, with its settings", async () => {
    const page = await playWith("const cache = {};\nexport function remember(req) {\n  cache[req.url] = 1;\n}\n", "js", "audit");
    await saysState(page, /^1 finding /);
    await page.locator("#tab-keys").click();
    await until(page, 'location.hash.includes(".audit.plain.keys.")');
    const other = await open(page.url().slice(site.url.length));
    await saysState(other, /^1 finding /);
    expect(await readEditor(other)).toBe(await readEditor(page));
    expect(await other.locator("#preset").inputValue()).toBe("audit");
    expect(await other.locator("#view-keys").isVisible()).toBe(true);
    await other.locator("#preset").selectOption("recommended");
    await saysState(other, /^Nothing to report /);
    const broken = await open("playground.html#1.ts.strict.plain.keys.%%%");
    await saysState(broken, / in \d+ ms$/);
    expect(await broken.locator("#trouble").innerText()).toContain("The address does not hold a text");
    for (const each of [other, broken]) await each.close();
    await page.close();
  }, PATIENCE_MS);

  it("tells why it is silent on the line of the cursor", async () => {
    const page = await playWith("export function once(check) {\n  const timer = setInterval(check, 1000);\n  return () => clearInterval(timer);\n}\n", "js", "audit");
    await saysState(page, /^Nothing to report /);
    await page.locator("#tab-silent").click();
    await page.locator(".cm-line").nth(1).click();
    await until(page, '/On line 2/.test(document.getElementById("view-silent").textContent)');
    expect(await page.locator("#view-silent .heard[open] .verdict").first().innerText()).toBe("Silent");
    expect(await page.locator("#view-silent .heard[open] dd").count()).toBeGreaterThan(0);
    await page.locator(".cm-line").nth(4).click();
    await until(page, '/There is no candidate on line 5/.test(document.getElementById("view-silent").textContent)');
    await page.close();
  }, PATIENCE_MS);

  it("shows what a key is made of, and the graph of the function in hand", async () => {
    const page = await playWith("const users = new Map();\nexport function put(id, user) {\n  users.set(`user:${id}`, user);\n}\nexport function pick(flag) {\n  if (flag) return users.get(look(flag));\n}\n", "js");
    await page.locator("#tab-keys").click();
    await until(page, 'document.querySelectorAll("#view-keys tbody tr").length === 2');
    expect(await page.locator("#view-keys tbody .form").allInnerTexts()).toEqual(['concat("user:", text(id))', "look(flag)"]);
    await page.locator("#tab-graph").click();
    await page.locator(".cm-line").nth(5).click();
    await until(page, 'document.querySelector("#graph-of")?.selectedOptions[0].textContent === "pick"');
    const texts: string[] = await page.evaluate('[...document.querySelectorAll("#view-graph svg text")].map((text) => text.textContent)');
    expect(texts).toEqual(expect.arrayContaining(["true", "false", "users.get(look(flag))", "end", "end by an exception"]));
    expect(await page.locator("#view-graph .edge.exception").count()).toBeGreaterThan(0);
    const [start, frame] = [await page.locator("#view-graph .block.entry").boundingBox(), await page.locator("#view-graph .picture").boundingBox()];
    expect(start?.x).toBeGreaterThanOrEqual(frame?.x ?? NaN);
    expect(start?.y).toBeLessThan((frame?.y ?? NaN) + 100);
    await page.locator("#view-graph .step").first().click();
    expect(await page.evaluate("getSelection().toString().length")).toBeGreaterThan(0);
    await page.close();
  }, PATIENCE_MS);

  it("takes settings, keeps the last ones that can be read, and shares them", async () => {
    const page = await playWith('import { Client } from "acme";\nconst client = new Client();\nexport async function run(work) {\n  const lease = await client.lease();\n  await work();\n  await lease.giveBack();\n}\n', "js");
    await saysState(page, /^Nothing to report in /);
    await page.locator(".own summary").click();
    await page.locator("#settings").fill('{ "pairs": [{ "id": "acme/lease", "acquire": { "method": "lease", "of": "Client", "from": "acme" }, "handle": "awaited", "release": "giveBack" }] }');
    await saysState(page, /^1 finding in /);
    await page.locator("#settings").fill('{ "pairs": [');
    await until(page, 'document.getElementById("settings-trouble").textContent !== ""');
    const address = await readAddress(new URL(page.url()).hash);
    expect(address?.settings).toContain("acme/lease");
    await page.close();
  }, PATIENCE_MS);

  it("asks the types only where it is told to", async () => {
    const page = await playWith('import { openIt } from "./it";\nimport { open } from "node:fs/promises";\nexport async function size(path: string): Promise<number> {\n  const file = await open(path);\n  try {\n    return (await file.stat()).size;\n  } finally {\n    await file.close();\n  }\n}\n', "ts", "strict");
    await until(page, '/^It is likely/.test(document.querySelector(".card .why p")?.textContent ?? "")');
    await page.locator("#typed").click();
    await until(page, '/^It is certain/.test(document.querySelector(".card .why p")?.textContent ?? "")');
    expect(await page.evaluate("location.hash")).toContain(".typed.");
    expect(await findings(page).locator(".rule").allInnerTexts()).toEqual(["prefer-using"]);
    await page.locator("#language").selectOption("js");
    expect(await page.evaluate('document.getElementById("typed").disabled')).toBe(true);
    await page.close();
  }, PATIENCE_MS);
});

describeInBrowser("the keyboard on the site", () => {
  it("skips to the content, opens the search, and finds a page", async () => {
    const page = await open("index.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");
    await page.keyboard.press("/");
    await until(page, 'document.getElementById("search").open');
    await page.keyboard.type("unbounded");
    await until(page, 'document.querySelector("#hits a[aria-selected=true] b")?.textContent === "no-unbounded-collection"');
    await page.keyboard.press("Enter");
    await page.locator('h1[id="no-unbounded-collection"]').innerText();
    await page.locator("h1").innerText();
    await until(page, 'document.readyState === "complete"');
    await page.keyboard.press("Control+k");
    await until(page, 'document.getElementById("search").open');
    await page.keyboard.type("qqqqqqqq");
    await until(page, 'document.getElementById("search-note").textContent === "Nothing has these words."');
    await page.keyboard.press("Escape");
    expect(await page.locator("#search").isVisible()).toBe(false);
    await page.close();
  }, PATIENCE_MS);

  it("gets out of the editor again, and moves between the views by arrows", async () => {
    const page = await open("playground.html");
    await saysState(page, / in \d+ ms$/);
    await page.locator(".cm-content").click();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("tab-findings");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate("document.activeElement.id")).toBe("tab-silent");
    expect(await page.locator("#view-silent").isVisible()).toBe(true);
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator("#view-findings").isVisible()).toBe(true);
    await page.close();
  }, PATIENCE_MS);
});

describeInBrowser("light and dark on the site", () => {
  it.each(["light", "dark"] as const)("are both readable: %s", async (colorScheme) => {
    for (const address of ["index.html", "playground.html", "rules/no-partial-release.html"]) {
      const page = await open(address, { colorScheme });
      await until(page, 'document.querySelector(".card") !== null');
      expect(await page.evaluate(FAINT_TEXTS), address).toEqual([]);
      await page.close();
    }
  }, PATIENCE_MS);

  it("follow the system until the switch says otherwise, which the next page remembers", async () => {
    const page = await open("getting-started.html", { colorScheme: "light" });
    const ground = (): Promise<string> => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const light = await ground();
    await page.locator("#theme").click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.goto(`${site.url}truth.html`);
    expect(await ground()).toBe(dark);
    expect(await page.locator("#theme").innerText()).toBe("Light");
    await page.close();
  }, PATIENCE_MS);
});

describeInBrowser("the site", () => {
  it("left no word on the console, and asked nobody but itself", () => {
    expect(troubles).toEqual([]);
    expect(strangers).toEqual([]);
  });
});
