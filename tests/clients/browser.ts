/** A headless Chromium, driven by playwright-core out of the clients' workspace. */
import { createRequire } from "node:module";
import path from "node:path";

import { clientsFolder, installClients } from "./install-clients.ts";
import { findOnPath } from "./outside-clients.ts";

const QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** The part of playwright's interface that the tests use; its own types are not installed beside them. */
export interface Browser {
  newPage(options?: { readonly colorScheme?: "light" | "dark"; readonly viewport?: { readonly width: number; readonly height: number } }): Promise<Page>;
  version(): string;
  close(): Promise<void>;
}

export interface Page {
  on(event: "console", listener: (message: { text(): string }) => void): void;
  on(event: "pageerror", listener: (error: Error) => void): void;
  on(event: "request", listener: (request: { url(): string }) => void): void;
  goto(url: string): Promise<unknown>;
  title(): Promise<string>;
  url(): string;
  close(): Promise<void>;
  /** How long an action waits for what it acts on, in milliseconds. */
  setDefaultTimeout(milliseconds: number): void;
  evaluate<Answer>(expression: string): Promise<Answer>;
  emulateMedia(options: { readonly media: "print" }): Promise<void>;
  locator(selector: string): Locator;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void>; insertText(text: string): Promise<void> };
}

interface Locator {
  locator(selector: string): Locator;
  first(): Locator;
  nth(index: number): Locator;
  count(): Promise<number>;
  click(): Promise<void>;
  selectOption(value: string): Promise<unknown>;
  blur(): Promise<void>;
  fill(text: string): Promise<void>;
  inputValue(): Promise<string>;
  scrollIntoViewIfNeeded(): Promise<void>;
  innerText(): Promise<string>;
  allInnerTexts(): Promise<string[]>;
  isVisible(): Promise<boolean>;
  getAttribute(name: string): Promise<string | null>;
  boundingBox(): Promise<{ readonly x: number; readonly y: number; readonly width: number } | null>;
  evaluateAll<Answer>(ask: (elements: PageElement[]) => Answer): Promise<Answer>;
}

/** What a question that runs in the page may ask of an element. */
interface PageElement {
  readonly className: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  querySelector(selector: string): { readonly textContent: string } | null;
}

/** Starts the browser; throws where there is none. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findOnPath("chromium");
  if (executablePath === undefined) throw new Error("chromium is not on the PATH.");
  installClients();
  const load = createRequire(path.join(clientsFolder, "package.json"));
  const { chromium } = load("playwright-core") as { readonly chromium: { launch(options: object): Promise<Browser> } };
  return chromium.launch({ executablePath, args: QUIET });
}
