/** The page of `--format html` in a real browser: one Chromium for the file, one page of findings of all rules. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, expect, it } from "vitest";

import { runLeakproof, writeProject } from "../cli/run-leakproof.ts";
import { collectWrongBlocks, RULE_NAMES } from "../cli/wrong-blocks.ts";
import { startBrowser, type Browser, type Page } from "./browser.ts";
import { describeWith } from "./outside-clients.ts";

/** Without a browser neither the tests run nor what prepares them. */
const describeInBrowser = describeWith("chromium");

const HOSTILE = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";
const project = writeProject({
  ...collectWrongBlocks(),
  "hostile/<img src=x onerror=alert(1)>.js": `export class Poll { add() {\n  setInterval(() => "${HOSTILE.replaceAll('"', "`")}", 1); // ${HOSTILE}\n} }\n`,
  "many.js": Array.from({ length: 500 }, (_, index) => `export class Poll${index} { add() {\n  setInterval(() => {}, ${index});\n} }\n`).join(""),
});

let browser: Browser;
const troubles: string[] = [];
const requests: string[] = [];

async function open(file: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(project, file)).href);
  return page;
}

const shown = (page: Page): Promise<number> => page.locator(".finding:visible").count();
const focused = (page: Page): Promise<string> => page.evaluate("document.activeElement.id");

/** Brings a finding onto the screen and waits until it is drawn: what lies outside is not laid out. */
async function bring(page: Page, selector: string): Promise<ReturnType<Page["locator"]>> {
  const finding = page.locator(selector).first();
  await finding.scrollIntoViewIfNeeded();
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  return finding;
}

beforeAll(async () => {
  browser = await startBrowser();
  console.log(`Chromium ${browser.version()}, playwright-core ${(createRequire(import.meta.url)("./packages/node_modules/playwright-core/package.json") as { version: string }).version}`);
  for (const [file, ...words] of [["all.html", ...RULE_NAMES, "hostile"], ["many.html", "many.js"]] as const) {
    expect(runLeakproof(project, "--preset", "strict", "--format", "html", "--output", file, ...words)).toEqual({ exitCode: 1, stdout: "", stderr: "" });
  }
}, 300_000);

afterAll(async () => {
  await browser.close();
});

describeInBrowser("the page", () => {
  let page: Page;
  beforeAll(async () => {
    page = await open("all.html");
  });

  it("opens without a word on the console and without asking for anything but itself", () => {
    expect(troubles).toEqual([]);
    expect(requests).toEqual([pathToFileURL(join(project, "all.html")).href]);
  });

  it("sums up by rule what stands below", async () => {
    const counted = await page.locator(".rules button").evaluateAll((buttons) => buttons.map((button) => [button.dataset.rule, Number(button.querySelector("b")?.textContent)]));
    const listed = await page.locator(".finding").evaluateAll((articles) => articles.map(({ dataset }) => dataset.rule));
    expect(counted.map(([rule]) => rule).sort()).toEqual([...RULE_NAMES].sort());
    for (const [rule, count] of counted) expect(listed.filter((name) => name === rule)).toHaveLength(Number(count));
    expect(await page.locator(".numbers li").first().innerText()).toBe(`${listed.length} findings`);
  });

  it("shows one rule alone, and what the filter's words ask for", async () => {
    const all = await shown(page);
    const button = page.locator('.rules button[data-rule="no-mismatched-key"]');
    await button.click();
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    const ofRule = await shown(page);
    expect(ofRule).toBeGreaterThan(0);
    expect(ofRule).toBeLessThan(all);
    expect(await page.locator("#count").innerText()).toBe(`${ofRule} of ${all} findings`);
    await button.click();
    await page.keyboard.press("/");
    await page.keyboard.type("NO-PARTIAL nowhere");
    expect(await shown(page)).toBe(0);
    await page.locator("#filter").fill("no-partial-release/1");
    expect(await shown(page)).toBe(1);
    expect(await page.locator(".file:visible").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await shown(page)).toBe(all);
  });

  it("marks the acquisition, the way, the exit and the release along the lines", async () => {
    const finding = await bring(page, '.finding[data-text^="no-partial-release/2.js"]');
    expect(await finding.locator(".note p").allInnerTexts()).toEqual(["1a file descriptor is acquired", "2path.endsWith(…) holds", "3the function returns, and it is not released", "4the release that this way misses"]);
    expect(await finding.locator("mark").evaluateAll((marks) => marks.map(({ className }) => className)).then((names) => [...new Set(names)])).toEqual(["start", "way", "exit", "release"]);
    expect(await finding.locator(".row.rail.first .line-number").innerText()).toBe("4");
    expect(await finding.locator(".row.rail.last .line-number").innerText()).toBe("6");
  });

  it("sets both sites of a key side by side", async () => {
    const sides = (await bring(page, '.finding[data-rule="no-mismatched-key"]')).locator(".side");
    expect(await sides.count()).toBe(2);
    expect(await sides.locator("h4").allInnerTexts()).toEqual(["1the entry is put in line 14", "2the delete that misses it line 15"]);
    expect(await sides.locator("mark").first().isVisible()).toBe(true);
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  });

  it("shows a suggestion as a difference", async () => {
    const suggestion = (await bring(page, '.finding[data-text^="no-mismatched-release/2.js"]')).locator(".suggestion");
    expect(await suggestion.locator(".change.in").isVisible()).toBe(false);
    await suggestion.locator("summary").click();
    expect(await suggestion.locator(".change.out").innerText()).toMatch(/^−\s*window\.removeEventListener\("keydown", this\);$/u);
    expect(await suggestion.locator(".change.in").innerText()).toMatch(/^\+\s*window\.removeEventListener\("keydown", this, true\);$/u);
  });

  it("links to the rule's page", async () => {
    expect(await page.locator(".finding .rule").first().getAttribute("href")).toMatch(/\/docs\/rules\/[a-z-]+\.md$/u);
  });

  it("shows source and paths as text, whatever they hold", async () => {
    const finding = await bring(page, '.finding[data-text^="hostile/"]');
    expect(await finding.locator(".excerpt").innerText()).toContain(HOSTILE);
    expect(await finding.locator(".place").innerText()).toBe("hostile/<img src=x onerror=alert(1)>.js:2:3");
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toMatch(/^\d+ findings - leakproof$/u);
    expect(await page.locator("script").count()).toBe(1);
  });

  it("lets no script in but its own, even one that got into its text", async () => {
    writeFileSync(join(project, "tampered.html"), readFileSync(join(project, "all.html"), "utf8").replace("<main", "<script>document.title='taken'</script><main"));
    const tampered = await open("tampered.html");
    expect(await tampered.title()).not.toBe("taken");
    expect(troubles.splice(0).join()).toContain("Content Security Policy");
    await tampered.close();
  });
});

describeInBrowser("the keyboard", () => {
  it("begins with the link that skips to the findings", async () => {
    const page = await open("all.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the findings");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("findings");
    await page.close();
  });

  it("moves through the findings by letters and by arrows, skips those that are filtered out, and shows where it is", async () => {
    const page = await open("all.html");
    const steps: string[] = [];
    for (const key of ["j", "j", "ArrowDown", "k", "ArrowUp", "k"]) {
      await page.keyboard.press(key);
      steps.push(await focused(page));
    }
    expect(steps).toEqual(["finding-1", "finding-2", "finding-3", "finding-2", "finding-1", "finding-1"]);
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await page.locator('.rules button[data-rule="prefer-using"]').click();
    await page.keyboard.press("j");
    expect(await page.evaluate("document.activeElement.dataset.rule")).toBe("prefer-using");
    await page.close();
  });

  it("types into the filter what it would otherwise do", async () => {
    const page = await open("all.html");
    await page.keyboard.press("/");
    await page.keyboard.type("jk/");
    expect(await page.locator("#filter").inputValue()).toBe("jk/");
    await page.close();
  });
});

describeInBrowser("light and dark", () => {
  const ground = (page: Page): Promise<string> => page.evaluate("getComputedStyle(document.body).backgroundColor");

  it("follow the system until the switch says otherwise", async () => {
    const [light, dark] = [await open("all.html", { colorScheme: "light" }), await open("all.html", { colorScheme: "dark" })];
    const [bright, dim] = [await ground(light), await ground(dark)];
    expect(bright).not.toBe(dim);
    for (const [page, name, other] of [[light, "Dark", dim], [dark, "Light", bright]] as const) {
      expect(await page.locator("#theme").innerText()).toBe(name);
      await page.locator("#theme").click();
      expect(await ground(page)).toBe(other);
      await page.close();
    }
  });

  it("are left behind on paper, where every suggestion is open and nothing is fixed to the screen", async () => {
    const page = await open("all.html", { colorScheme: "dark" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate("getComputedStyle(document.querySelector('.finding')).backgroundColor")).toBe("rgb(255, 255, 255)");
    expect(await page.locator("details:not([open])").count()).toBe(0);
    expect(await page.locator(".tools").isVisible()).toBe(false);
    await page.close();
  });
});

describeInBrowser("a page of 500 findings", () => {
  it("filters and moves at once", async () => {
    const page = await open("many.html");
    expect(await page.locator(".finding").count()).toBe(500);
    const milliseconds: number = await page.evaluate("(() => { const start = performance.now(); filter.value = ':499'; filter.dispatchEvent(new Event('input')); return performance.now() - start; })()");
    expect(milliseconds).toBeLessThan(1_000);
    await page.locator("#filter").fill("");
    await page.locator("#filter").blur();
    await page.keyboard.press("k");
    expect(await focused(page)).toBe("finding-500");
    expect(await page.evaluate("(({ top }) => top >= 0 && top < innerHeight)(document.activeElement.getBoundingClientRect())")).toBe(true);
    await page.close();
  });

  it("fits a narrow screen without scrolling sideways", async () => {
    const page = await open("all.html", { viewport: { width: 380, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.close();
  });

  it("left no word on the console", () => expect(troubles).toEqual([]));
});
