/** Loads modules of `scripts/`, which have no types. */
import path from "node:path";
import { pathToFileURL } from "node:url";

/** The exports of a module below `scripts/`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- plain JavaScript, checked by what the tests expect of it
export async function loadScript(file: string): Promise<any> {
  return import(pathToFileURL(path.resolve(import.meta.dirname, "../../scripts", file)).href);
}
