/** What a value prints as when it is turned into text. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { unwrap } from "../../syntax/tree.ts";
import type { TextAnswer } from "../../types/type-questions.ts";
import { isPresentDate } from "./changing-calls.ts";
import { textOfInstance } from "./class-text.ts";
import { isCalledInFile } from "./function-source.ts";
import type { KeyForm } from "./key-form.ts";
import { textOfShapes, textOfValue } from "./shape-text.ts";
import { shapesOf } from "./shapes.ts";
import { storeKind } from "./stores-of.ts";

/** Answers what a form prints as: by its type, else by what the file shows. */
export function textOf(file: FileFacts, form: KeyForm): TextAnswer | undefined {
  if (form.kind === "literal") return { kind: "primitive" };
  if (form.kind === "fresh" && isPresentDate(file, form.node)) return { kind: "changing", because: "`new Date()`" };
  const typed = file.types.textOf(form.node);
  if (typed !== undefined) return typed;
  const node = unwrap(form.node);
  if (isCalledInFile(file, form)) return { kind: "function" };
  if (form.kind === "input" && form.variable?.defs[0]?.type !== "Parameter" && file.functions.functionValueOf(node) !== undefined) return { kind: "function" };
  const written = textOfValue(file, node);
  if (written !== undefined) return written;
  if (form.kind === "fresh") return undefined;
  const kind = form.kind === "call" ? undefined : storeKind(file, node);
  if (kind === "map" || kind === "set" || kind === "weak") return { kind: "default" };
  return (form.kind === "call" ? undefined : textOfInstance(file, node)) ?? textOfShapes(file, shapesOf(file, form));
}
