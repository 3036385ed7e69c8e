/** Draws the names of an application, when all else is written: the same application can be had under any of the sets. */
import type { SourceText } from "./link.ts";
import { NAMES } from "./name-lists.ts";
import type { NameOf } from "./world.ts";

/** Fitting: as a programmer would. Meaningless: as a minifier would. Misleading: as nobody should. */
export const NAMINGS = ["fitting", "meaningless", "misleading"] as const;
export type Naming = (typeof NAMINGS)[number];

const ROLE = /\$([A-Za-z]+)(\d*)/g;
const LETTERS = "bcdfghjkmpqvwxz";

/** Names each role of an application; the seed decides which of the names that suit. */
export function drawNames(files: readonly SourceText[], naming: Naming, seed: number): NameOf {
  const names = new Map<string, string>();
  const taken = new Set<string>(RESERVED);
  const nameOf = (role: string): string => {
    const known = names.get(role);
    if (known !== undefined) return known;
    const name = unusedName(role, naming, seed, taken);
    taken.add(name);
    names.set(role, name);
    return name;
  };
  // What the run itself names comes first, so that its names do not depend on the rest of the text.
  for (const role of ALWAYS) nameOf(role);
  for (const { path, text } of files) for (const [role] of `${path}\n${text}`.matchAll(ROLE)) nameOf(role);
  return nameOf;
}

/** Puts the names into a text or a path. */
export function withNames(text: string, nameOf: NameOf): string {
  return text.replace(ROLE, (role) => nameOf(role));
}

const ALWAYS = ["$id", "$kind", "$title", "$context", "$state", "$parts", "$bad", "$body", "$handle", "$finish", "$Widget", "$source", "$element", "$load", "$workFile", "$event"];
const RESERVED = ["on", "off", "once", "emit", "round", "at", "tracked", "process", "window", "document", "constructor", "prototype", "function", "require", "exports"];

function unusedName(role: string, naming: Naming, seed: number, taken: ReadonlySet<string>): string {
  const [, base = "", number = ""] = /^\$([A-Za-z]+)(\d*)$/.exec(role) ?? [];
  const list = NAMES[base];
  if (list === undefined) throw new Error(`no names for ${role}`);
  for (let attempt = 0; ; attempt += 1) {
    const drawn = hash(`${role} ${String(seed)} ${naming === "meaningless" ? String(attempt) : ""}`);
    const name = naming === "meaningless" ? meaningless(base, drawn) : numbered(list[naming], drawn, attempt, number);
    if (!taken.has(name)) return name;
  }
}

function numbered(names: readonly string[], drawn: number, attempt: number, number: string): string {
  const name = names[(drawn + attempt) % names.length] ?? "";
  const round = Math.floor(attempt / names.length);
  return `${name}${number}${round === 0 ? "" : String.fromCharCode(65 + round)}`;
}

function meaningless(base: string, drawn: number): string {
  const letter = LETTERS[drawn % LETTERS.length] ?? "x";
  const first = /^[A-Z]/.test(base) ? letter.toUpperCase() : letter;
  return `${first}${String(Math.floor(drawn / 16) % 10)}${LETTERS[Math.floor(drawn / 256) % LETTERS.length] ?? "x"}${LETTERS[Math.floor(drawn / 8192) % LETTERS.length] ?? "x"}`;
}

/** A number of 31 bits that depends on every character. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 1) & 0x7fffffff;
}
