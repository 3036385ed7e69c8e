/** The look of the site: what the command's page has, and on top what only the site needs. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../style");

/** Reads the site's own style, one file after the other. */
export function readStyle() {
  return readdirSync(folder).sort().map((name) => readFileSync(path.join(folder, name), "utf8")).join("\n");
}
