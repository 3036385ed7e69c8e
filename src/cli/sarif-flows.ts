/** Accounts in SARIF's terms: a code flow from the acquisition to the exit, and the second sites. */
import type { Account, Site } from "../report/account.ts";
import type { Finding } from "./accounts.ts";
import { buildLocation } from "./sarif-places.ts";

/** The kinds of SARIF 2.1.0, section 3.38.8. */
const KINDS: Readonly<Record<Site["role"], readonly string[]>> = { start: ["acquire"], way: ["branch"], exit: ["danger"], release: ["release"] };

/** The way from the start to the exit, for services that let their users step through it. */
export function buildCodeFlows({ sites }: Account, file: string, root: string) {
  const way = sites.filter(({ role }) => role !== "release");
  const locations = way.map((site, index) => ({
    location: buildSiteLocation(site, file, root),
    kinds: KINDS[site.role],
    executionOrder: index + 1,
    importance: site.role === "way" ? "important" : "essential",
  }));
  return [{ threadFlows: [{ locations }] }];
}

/** The sites besides the one that the message stands at, the turns on the way left out; then the other places of the same cause. */
export function buildRelatedLocations({ sites }: Account, { message, filePath, siblings = [] }: Finding, root: string) {
  const others = sites.filter(({ role, loc }) => role !== "way" && (loc.start.line !== message.line || loc.start.column + 1 !== message.column));
  const places = [...others.map((site) => buildSiteLocation(site, filePath, root)), ...siblings.map((sibling) => ({ ...buildLocation(sibling, filePath, root), message: { text: "the same cause" } }))];
  return places.map((place, index) => ({ id: index + 1, ...place }));
}

function buildSiteLocation({ loc, text }: Site, file: string, root: string) {
  const place = { line: loc.start.line, column: loc.start.column + 1, endLine: loc.end.line, endColumn: loc.end.column + 1 };
  return { ...buildLocation(place, file, root), message: { text } };
}
