/** Where a name of a snapshot is declared in the text of its file. */
import { visitCode } from "./code-words.ts";

interface Occurrence {
  readonly at: number;
  /** Where the block begins that it stands in; -1 for the file itself. */
  readonly block: number;
  readonly isMember: boolean;
  /** Whether it may be a parameter or its default. */
  readonly isArgument: boolean;
  readonly isDeclared: boolean;
}

interface Block {
  readonly start: number;
  end: number;
  /** Where the word `class` stands before it; undefined for what is no class. */
  readonly classAt: number | undefined;
}

interface Found {
  readonly occurrences: readonly Occurrence[];
  readonly blocks: readonly Block[];
}

const DECLARING = new Set(["const", "let", "var", "class", "function", "import"]);
const ARGUMENT = new Set(["(", ",", "="]);
const ASSIGNED = /\s*=(?![=>])/uy;

/** Finds where the variable is declared that a function at `reader` sees; undefined where the name does not occur. Both are counted in characters. */
export function findVariable(text: string, name: string, reader: number): number | undefined {
  const { occurrences, blocks } = findOccurrences(text, name);
  const variables = occurrences.filter(({ isMember }) => !isMember);
  const around = blocks.filter(({ start, end }) => start < reader && reader < end).map(({ start }) => start).reverse();
  for (const block of [...around, -1]) {
    const declared = variables.find((one) => one.block === block && one.isDeclared);
    if (declared !== undefined) return declared.at;
  }
  return variables[0]?.at;
}

/** Finds the beginning of the class or function of that name, its keyword counted in; undefined where none is declared. */
export function findNamed(text: string, name: string): number | undefined {
  const at = findOccurrences(text, name).occurrences.find(({ isMember, isDeclared }) => isDeclared && !isMember)?.at;
  return at === undefined ? undefined : at - (/(?:class|(?:async\s+)?function(?:\s*\*)?)\s+$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0].length ?? 0);
}

/** Finds where the field is first named in the class that is written at `start`, by its own place or its constructor's; undefined where it is not. */
export function findField(text: string, name: string, start: number): number | undefined {
  const { occurrences, blocks } = findOccurrences(text, name);
  const body = findBody(text, blocks, start);
  if (body === undefined) return undefined;
  const inside = occurrences.filter(({ at }) => at > body.start && at < body.end);
  return (inside.find(({ block, isMember, isArgument }) => block === body.start && !isMember && !isArgument) ?? inside.find(({ isMember }) => isMember))?.at;
}

/** A class in a text: where the word `class` stands, and its braces. */
export interface WrittenClass {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** Finds all classes of a text, the outer ones before those in them. */
export function findClasses(text: string): readonly WrittenClass[] {
  return findOccurrences(text, "class").blocks.flatMap(({ classAt, start, end }) => (classAt === undefined ? [] : [{ at: classAt, start, end }]));
}

/** Finds where a variable that is declared at a place is named in the block that it is declared in, and maybe another one of its name. */
export function findUses(text: string, name: string, declared: number): readonly number[] {
  const { occurrences, blocks } = findOccurrences(text, name);
  const own = occurrences.find(({ at }) => at === declared)?.block;
  const around = blocks.find(({ start }) => start === own) ?? { start: -1, end: text.length };
  return occurrences.filter(({ at, isMember }) => !isMember && at !== declared && at > around.start && at < around.end).map(({ at }) => at);
}

/** Finds the beginning of the class whose constructor is at `start`: a snapshot names that, where there is one. Undefined for what is no constructor. */
export function findClassOf(text: string, start: number): number | undefined {
  return isConstructor(text, start) ? findBody(text, findOccurrences(text, "constructor").blocks, start)?.classAt : undefined;
}

function findBody(text: string, blocks: readonly Block[], start: number): Block | undefined {
  if (!isConstructor(text, start)) return blocks.find((block) => block.start >= start);
  return blocks.findLast((block) => block.classAt !== undefined && block.start < start && start < block.end);
}

function isConstructor(text: string, start: number): boolean {
  return /\bconstructor\s*$/u.test(text.slice(Math.max(0, start - 40), start)) || text.startsWith("constructor", start);
}

function findOccurrences(text: string, name: string): Found {
  const blocks: Block[] = [];
  const open: Block[] = [];
  const occurrences: Occurrence[] = [];
  let last = "";
  let classAt: number | undefined;
  visitCode(text, {
    open: (at) => {
      const block = { start: at, end: text.length, classAt };
      classAt = undefined;
      blocks.push(block);
      open.push(block);
    },
    close: (at) => {
      const block = open.pop();
      if (block !== undefined) block.end = at;
    },
    word: (start, end, before) => {
      const word = text.slice(start, end);
      if (word === "class" && before !== ".") classAt = start;
      if (word === name) occurrences.push({ at: start, block: open.at(-1)?.start ?? -1, isMember: before === ".", isArgument: ARGUMENT.has(before), isDeclared: DECLARING.has(last) || isAssigned(text, end) });
      last = word;
    },
  });
  return { occurrences, blocks };
}

function isAssigned(text: string, at: number): boolean {
  ASSIGNED.lastIndex = at;
  return ASSIGNED.test(text);
}
