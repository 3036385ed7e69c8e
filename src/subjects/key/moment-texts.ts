/** Dates in keys: each way to print one gives another text of the same moment. */
import { momentTexts } from "../../catalogue/words/key-texts.ts";
import type { KeyForm } from "./key-form.ts";

export interface PrintedMoment {
  readonly moment: KeyForm;
  /** The method that prints it; undefined where it is turned into text as any value is. */
  readonly by: string | undefined;
}

/** Reads two forms as prints of moments, in two ways; undefined where one of them is none, or both are the same way. */
export function findPrintedMoments(filled: KeyForm, asked: KeyForm): readonly [PrintedMoment, PrintedMoment] | undefined {
  const [one, other] = [printOf(filled), printOf(asked)];
  if (one.by === other.by) return undefined;
  return [one, other];
}

function printOf(form: KeyForm): PrintedMoment {
  if (form.kind === "call" && form.receiver !== undefined && momentTexts.has(form.callee)) return { moment: form.receiver, by: form.callee.slice(1) };
  return { moment: form.kind === "text" ? form.of : form, by: undefined };
}
