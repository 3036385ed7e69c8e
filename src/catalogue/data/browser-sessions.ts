/** What automation opens in a browser beside pages, and what extensions listen to. */
import type { CataloguedPair } from "../entry.ts";
import { exported, globalNamed, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { awaited, call, methods, result } from "../vocabulary.ts";

const context = typed("playwright-core", "BrowserContext", []);
const puppeteerBrowser = typed("puppeteer-core", "Browser", [resultOf(exported("puppeteer", "launch")), resultOf(exported("puppeteer", "default.launch"))]);
const puppeteerPage = typed("puppeteer-core", "Page", [resultOf(memberOf(puppeteerBrowser, "newPage"))]);
const builder = instanceOf(exported("selenium-webdriver", "Builder"));
const builtDriver = oneOf(...["forBrowser", "usingServer", "setChromeOptions", "setFirefoxOptions", "withCapabilities"].map((name) => memberOf(resultOf(memberOf(builder, name)), "build")));

export const browserSessions: readonly CataloguedPair[] = [
  {
    id: "playwright/browser-server",
    noun: "a browser server",
    acquire: call(oneOf(...["playwright", "playwright-core"].flatMap((module) => ["chromium", "firefox", "webkit"].map((name) => exported(module, `${name}.launchServer`))))),
    handle: awaited,
    releases: methods("close", "kill"),
    heldBy: "process",
    reason: "The browser is a process of its own, which lives until it is closed.",
    docs: "https://playwright.dev/docs/api/class-browserserver#browser-server-close",
    leaking: `
import { chromium } from "playwright";

export async function serve(work: (endpoint: string) => Promise<void>): Promise<void> {
  const server = await chromium.launchServer();
  await work(server.wsEndpoint());
  await server.close();
}
`,
    clean: `
import { chromium } from "playwright";

export async function serve(work: (endpoint: string) => Promise<void>): Promise<void> {
  const server = await chromium.launchServer();
  try {
    await work(server.wsEndpoint());
  } finally {
    await server.close();
  }
}
`,
  },
  {
    id: "playwright/cdp-session",
    noun: "a debugging session",
    acquire: call(memberOf(context, "newCDPSession")),
    handle: awaited,
    releases: methods("detach"),
    heldBy: "process",
    reason: "The browser keeps sending it what was enabled, for as long as the page lives.",
    docs: "https://playwright.dev/docs/api/class-cdpsession#cdp-session-detach",
    leaking: `
import type { BrowserContext, Page } from "playwright-core";

export async function metricsOf(context: BrowserContext, page: Page): Promise<number> {
  const session = await context.newCDPSession(page);
  const { metrics } = await session.send("Performance.getMetrics");
  const total = metrics.length;
  await session.detach();
  return total;
}
`,
    clean: `
import type { BrowserContext, Page } from "playwright-core";

export async function metricsOf(context: BrowserContext, page: Page): Promise<number> {
  const session = await context.newCDPSession(page);
  try {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.length;
  } finally {
    await session.detach();
  }
}
`,
  },
  {
    id: "puppeteer/context",
    noun: "a browser context",
    acquire: call(memberOf(puppeteerBrowser, "createBrowserContext")),
    handle: awaited,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "It keeps its pages, its cache and its cookies until the browser ends.",
    docs: "https://pptr.dev/api/puppeteer.browsercontext.close",
    leaking: `
import type { Browser } from "puppeteer-core";

export async function titleOf(browser: Browser, url: string): Promise<string> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(url);
  const title = await page.title();
  await context.close();
  return title;
}
`,
    clean: `
import type { Browser } from "puppeteer-core";

export async function titleOf(browser: Browser, url: string): Promise<string> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    return await page.title();
  } finally {
    await context.close();
  }
}
`,
  },
  {
    id: "puppeteer/cdp-session",
    noun: "a debugging session",
    acquire: call(memberOf(puppeteerPage, "createCDPSession")),
    handle: awaited,
    releases: methods("detach"),
    heldBy: "process",
    reason: "The browser keeps sending it what was enabled, for as long as the page lives.",
    docs: "https://pptr.dev/api/puppeteer.cdpsession.detach",
    leaking: `
import type { Page } from "puppeteer-core";

export async function metricsOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  const { metrics } = await session.send("Performance.getMetrics");
  const total = metrics.length;
  await session.detach();
  return total;
}
`,
    clean: `
import type { Page } from "puppeteer-core";

export async function metricsOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  try {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.length;
  } finally {
    await session.detach();
  }
}
`,
  },
  {
    id: "selenium/driver",
    noun: "a browser",
    acquire: call(builtDriver),
    handle: awaited,
    releases: methods("quit"),
    wrongReleases: [{ method: "close", because: "`close` closes a window; browser and driver stay" }],
    heldBy: "process",
    releaseMayThrow: true,
    reason: "Browser and driver are processes of their own, which live until `quit`.",
    docs: "https://www.selenium.dev/documentation/webdriver/drivers/#quit",
    leaking: `
import { Builder } from "selenium-webdriver";

export async function titleOf(url: string): Promise<string> {
  const driver = await new Builder().forBrowser("firefox").build();
  await driver.get(url);
  const title = await driver.getTitle();
  await driver.quit();
  return title;
}
`,
    clean: `
import { Builder } from "selenium-webdriver";

export async function titleOf(url: string): Promise<string> {
  const driver = await new Builder().forBrowser("firefox").build();
  try {
    await driver.get(url);
    return await driver.getTitle();
  } finally {
    await driver.quit();
  }
}
`,
  },
  {
    id: "webextension/port",
    noun: "a port",
    acquire: call(oneOf(...["runtime.connect", "tabs.connect", "runtime.connectNative"].flatMap((name) => [globalNamed(`chrome.${name}`), exported("webextension-polyfill", `default.${name}`)]))),
    handle: result,
    releases: methods("disconnect"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "An open port keeps the other side awake.",
    docs: "https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/runtime/Port",
    leaking: `
import browser from "webextension-polyfill";

export async function talkDuring(name: string, work: () => Promise<void>): Promise<void> {
  const port = browser.runtime.connect({ name });
  await work();
  port.disconnect();
}
`,
    clean: `
import browser from "webextension-polyfill";

export async function talkDuring(name: string, work: () => Promise<void>): Promise<void> {
  const port = browser.runtime.connect({ name });
  try {
    await work();
  } finally {
    port.disconnect();
  }
}
`,
  },
];
