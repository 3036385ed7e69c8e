/** Browsers that a program drives. */
import type { CataloguedPair } from "../entry.ts";
import { exported, memberOf, oneOf, resultOf, typed, type ApiOrigin } from "../origin.ts";
import { awaited, call, methods } from "../vocabulary.ts";

const PLAYWRIGHTS = ["playwright", "playwright-core", "@playwright/test"];
const PUPPETEERS = ["puppeteer", "puppeteer-core"];

const playwright = (name: string): readonly ApiOrigin[] => PLAYWRIGHTS.map((module) => exported(module, name));
const launches = ["chromium.launch", "firefox.launch", "webkit.launch"].flatMap(playwright);
const browser = oneOf(...PLAYWRIGHTS.map((module) => typed(module, "Browser", launches.map(resultOf))));
const context = oneOf(...PLAYWRIGHTS.map((module) => typed(module, "BrowserContext", [resultOf(memberOf(browser, "newContext"))])));
const puppeteerLaunch = oneOf(...PUPPETEERS.flatMap((module) => [exported(module, "launch"), exported(module, "connect")]));
const puppeteerBrowser = oneOf(...PUPPETEERS.map((module) => typed(module, "Browser", [resultOf(puppeteerLaunch)])));

export const browsers: readonly CataloguedPair[] = [
  {
    id: "playwright/browser",
    noun: "a browser",
    acquire: call(oneOf(...launches)),
    handle: awaited,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    reason: "A browser is a family of processes that live until it is closed.",
    docs: "https://playwright.dev/docs/api/class-browser#browser-close",
    leaking: `
import { chromium } from "playwright";

export async function titleOf(url: string): Promise<string> {
  const browser = await chromium.launch();
  const page = await browser.newPage();
  await page.goto(url);
  const title = await page.title();
  await browser.close();
  return title;
}
`,
    clean: `
import { chromium } from "playwright";

export async function titleOf(url: string): Promise<string> {
  const browser = await chromium.launch();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return await page.title();
  } finally {
    await browser.close();
  }
}
`,
  },
  {
    id: "playwright/context",
    noun: "a browser context",
    acquire: call(memberOf(browser, "newContext")),
    handle: awaited,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "receiver",
    reason: "It keeps its pages, cookies and cache for as long as the browser lives.",
    docs: "https://playwright.dev/docs/api/class-browsercontext#browser-context-close",
    leaking: `
import type { Browser } from "playwright";

export async function titleOf(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const title = await page.title();
  await context.close();
  return title;
}
`,
    clean: `
import type { Browser } from "playwright";

export async function titleOf(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext();
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
    id: "playwright/page",
    noun: "a page",
    acquire: call(oneOf(memberOf(browser, "newPage"), memberOf(context, "newPage"))),
    handle: awaited,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "receiver",
    reason: "A page is a process of the browser, and lives until it, its context or the browser is closed.",
    docs: "https://playwright.dev/docs/api/class-page#page-close",
    leaking: `
import type { Browser } from "playwright";

export async function titleOf(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(url);
  const title = await page.title();
  await page.close();
  return title;
}
`,
    clean: `
import type { Browser } from "playwright";

export async function titleOf(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    return await page.title();
  } finally {
    await page.close();
  }
}
`,
  },
  {
    id: "puppeteer/browser",
    noun: "a browser",
    acquire: call(puppeteerLaunch),
    handle: awaited,
    releases: methods("close", "disconnect", "[asyncDispose]"),
    heldBy: "process",
    reason: "A browser is a family of processes that live until it is closed.",
    docs: "https://pptr.dev/api/puppeteer.browser.close",
    leaking: `
import puppeteer from "puppeteer";

export async function pdfOf(url: string): Promise<Uint8Array> {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.goto(url);
  const pdf = await page.pdf();
  await browser.close();
  return pdf;
}
`,
    clean: `
import puppeteer from "puppeteer";

export async function pdfOf(url: string): Promise<Uint8Array> {
  const browser = await puppeteer.launch();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return await page.pdf();
  } finally {
    await browser.close();
  }
}
`,
  },
  {
    id: "puppeteer/page",
    noun: "a page",
    acquire: call(memberOf(puppeteerBrowser, "newPage")),
    handle: awaited,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "receiver",
    reason: "A page is a process of the browser, and lives until it or the browser is closed.",
    docs: "https://pptr.dev/api/puppeteer.page.close",
    leaking: `
import type { Browser } from "puppeteer";

export async function pdfOf(browser: Browser, url: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.goto(url);
  const pdf = await page.pdf();
  await page.close();
  return pdf;
}
`,
    clean: `
import type { Browser } from "puppeteer";

export async function pdfOf(browser: Browser, url: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    return await page.pdf();
  } finally {
    await page.close();
  }
}
`,
  },
];
