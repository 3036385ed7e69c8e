/** The documentation's site as it is built from this tree: built anew if anything that it is made of is younger. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { root } from "../support/typed-program.ts";

const SOURCES = ["site/app", "site/build", "site/style", "site/package-lock.json", "docs", "src"];
/** Of what a build writes, the last file. */
const LAST_WRITTEN = "site/dist/assets/worker.js";

/** The folder of the built pages. */
export const siteFolder = path.join(root, "site/dist");

/** Builds the site unless it is up to date; it needs the build of the plugin. Installs the packages of the site where they are missing. */
export function buildSite(): void {
  if (newest(LAST_WRITTEN) > Math.max(...SOURCES.map(newest))) return;
  if (!existsSync(path.join(root, "site/node_modules"))) execFileSync("npm", ["ci", "--prefix", "site", "--no-audit", "--no-fund"], { cwd: root, stdio: "pipe" });
  execFileSync(process.execPath, ["site/build/main.mjs"], { cwd: root, stdio: "pipe" });
}

/** A server of the site, on a port that is free. */
export async function serveSite(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const { startServer } = (await import(pathToFileURL(path.join(root, "site/build/server.mjs")).href)) as { readonly startServer: (port: number) => Promise<{ url: string; stop: () => Promise<void> }> };
  return startServer(0);
}

/** The pages by their address on the site. */
export function readPages(): ReadonlyMap<string, string> {
  const names = readdirSync(siteFolder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html")).sort();
  return new Map(names.map((name) => [name.replaceAll(path.sep, "/"), readFileSync(path.join(siteFolder, name), "utf8")]));
}

/** Collects the links and files of the pages that lead nowhere: to no file, or to no heading of one. */
export function collectDeadLinks(pages: ReadonlyMap<string, string>): readonly string[] {
  return [...pages].flatMap(([page, html]) => {
    const links = [...html.matchAll(/ (?:href|src)="(?<link>[^"]*)"/g)].map(({ groups }) => (groups?.link ?? "").replaceAll("&amp;", "&"));
    return [...new Set(links)].filter((link) => !/^(?:https?:|data:)/.test(link) && !leadsSomewhere(pages, page, link)).map((link) => `${page}: ${link}`);
  });
}

function leadsSomewhere(pages: ReadonlyMap<string, string>, page: string, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
  const html = pages.get(target);
  if (html === undefined) return anchor === undefined && statSync(path.join(siteFolder, target), { throwIfNoEntry: false })?.isFile() === true;
  return anchor === undefined || html.includes(` id="${anchor}"`);
}

/** The time of the youngest file below, in milliseconds; 0 where there is none. */
function newest(file: string): number {
  const place = path.join(root, file);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(file, name))));
}
