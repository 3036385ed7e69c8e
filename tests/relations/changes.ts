/** Changes texts as `scripts/relations` does. */
import path from "node:path";
import { pathToFileURL } from "node:url";

export interface ChangedFile {
  readonly name: string | undefined;
  readonly text: string;
  readonly lineOf: (line: number) => readonly number[];
}

export interface Relation {
  readonly id: string;
  readonly says: string;
  readonly change: (file: unknown) => unknown;
}

export const loadScript = (file: string) => import(pathToFileURL(path.resolve(import.meta.dirname, "../../scripts/relations", file)).href);
const [{ RELATIONS, filesOf }, { readFile }] = await Promise.all(["relations.mjs", "read-file.mjs"].map(loadScript));

export const relations = RELATIONS as readonly Relation[];

/** The files that a relation makes of a text; none where it leaves the text alone. */
export function filesAfter(id: string, text: string, name?: string): readonly ChangedFile[] {
  const changed = relations.find((relation) => relation.id === id)!.change(readFile(text, name));
  return changed === undefined ? [] : filesOf(changed);
}

/** The one text that a relation makes of a text; undefined where it leaves it alone. */
export function textAfter(id: string, text: string): string | undefined {
  return filesAfter(id, text)[0]?.text;
}
