/** Key forms: what a key is made of, and how. Two keys are compared by their forms, not by their source text. */
import type { TSESTree } from "@typescript-eslint/utils";

import { textCalls } from "../../catalogue/words/key-texts.ts";
import type { Variable } from "../../facts/variables.ts";

interface FormBase {
  /** The expression the form stands for, to ask for its type and to name its line. */
  readonly node: TSESTree.Node;
}

/** A constant: a literal, or a variable or field that only ever holds one. */
export interface LiteralForm extends FormBase {
  readonly kind: "literal";
  readonly value: string | number | boolean | bigint | null | undefined;
}

/** A value that comes from elsewhere and is not looked into. */
export interface InputForm extends FormBase {
  readonly kind: "input";
  /** Equal for the same storage with the same value in it. */
  readonly id: string;
  readonly name: string;
  /**
   * - `parameter`: of a function that callers name: another function's parameter of the same name means the same thing;
   * - `version`: a variable that is written more than once, as it is after one of the writes;
   * - `bound`: a loop variable or a callback's parameter: the name tells nothing;
   * - `kept`: a field, an import, a module variable.
   */
  readonly origin: "parameter" | "version" | "bound" | "kept";
  readonly variable: Variable | undefined;
}

export interface MemberForm extends FormBase {
  readonly kind: "member";
  readonly of: KeyForm;
  readonly name: string;
}

/** The text a value is turned into: `String(x)`, `${x}`, `x + ""`, `x.toString()`. */
export interface TextForm extends FormBase {
  readonly kind: "text";
  readonly of: KeyForm;
  readonly at: string;
}

/** Texts put together. The parts are literals and texts. */
export interface ConcatForm extends FormBase {
  readonly kind: "concat";
  readonly parts: readonly KeyForm[];
}

/** Stands for the callee of a list that a rest parameter has gathered. */
export const LIST = "[...]";

/** The result of a call that is not looked into. */
export interface CallForm extends FormBase {
  readonly kind: "call";
  /** The function: the same text for the same function. */
  readonly callee: string;
  readonly receiver: KeyForm | undefined;
  readonly parts: readonly KeyForm[];
  /** For the JSON of a list whose making the file shows: its elements. */
  readonly elements?: readonly KeyForm[];
  /** Where it is evaluated: two forms with the same place are one evaluation. */
  readonly at: string;
}

/** An object that is made anew whenever the expression is evaluated. */
export interface FreshForm extends FormBase {
  readonly kind: "fresh";
  readonly what: string;
  readonly at: string;
  /** Whether it stands where it is used, or came through a variable that others can see as well. */
  readonly isInPlace: boolean;
  /** Whether others may have it by then: it was given away on its way here, or an earlier call has made it. */
  readonly isShared: boolean;
  /** Whether it is known to hold what it was written with. */
  readonly isUnchanged: boolean;
  /** What it is a list of, where the file shows that and the node does not. */
  readonly values?: readonly KeyForm[];
}

/** A value that differs at each evaluation: the clock, randomness, a counter, a new symbol. */
export interface ChangingForm extends FormBase {
  readonly kind: "changing";
  readonly what: "time" | "random" | "counter" | "symbol";
  readonly at: string;
}

/** One of several: `a ?? b`, `c ? a : b`. */
export interface ChoiceForm extends FormBase {
  readonly kind: "choice";
  readonly options: readonly KeyForm[];
  /** Where it is decided: two forms with the same place are one decision, and one value. */
  readonly at: string;
}

export interface UnknownForm extends FormBase {
  readonly kind: "unknown";
}

export type KeyForm =
  | LiteralForm
  | InputForm
  | MemberForm
  | TextForm
  | ConcatForm
  | CallForm
  | FreshForm
  | ChangingForm
  | ChoiceForm
  | UnknownForm;

/** The forms a form is directly made of. */
export function partsOf(form: KeyForm): readonly KeyForm[] {
  switch (form.kind) {
    case "member":
    case "text":
      return [form.of];
    case "concat":
      return form.parts;
    case "call":
      return form.receiver === undefined ? form.parts : [form.receiver, ...form.parts];
    case "choice":
      return form.options;
    default:
      return [];
  }
}

/** The form and all it is made of, outermost first. */
export function collectForms(form: KeyForm): KeyForm[] {
  return [form, ...partsOf(form).flatMap(collectForms)];
}

/** Whether the form is text whatever its parts are, so that it can be no object and no number. */
export function isText(form: KeyForm): boolean {
  switch (form.kind) {
    case "text":
    case "concat":
      return true;
    case "literal":
      return typeof form.value === "string";
    case "call":
      return textCalls.has(form.callee);
    default:
      return false;
  }
}

/** A short notation of a form, for tests and for reading: `concat("user:", text(id))`. */
export function printForm(form: KeyForm): string {
  switch (form.kind) {
    case "literal":
      return typeof form.value === "string" ? JSON.stringify(form.value) : String(form.value);
    case "input":
      return form.origin === "version" ? `${form.name}'` : form.name;
    case "member":
      return `${printForm(form.of)}.${form.name}`;
    case "text":
      return `text(${printForm(form.of)})`;
    case "concat":
      return `concat(${form.parts.map(printForm).join(", ")})`;
    case "call": {
      const all = form.receiver === undefined ? form.parts : [form.receiver, ...form.parts];
      return `${form.callee}(${all.map(printForm).join(", ")})`;
    }
    case "fresh":
      return `fresh ${form.what}`;
    case "changing":
      return `changing ${form.what}`;
    case "choice":
      return `one of(${form.options.map(printForm).join(", ")})`;
    case "unknown":
      return "?";
  }
}

/** Whether a form is a variable, a parameter, or a member of one: nothing has been made of it. */
export function isPlainValue(form: KeyForm): boolean {
  return form.kind === "input" || (form.kind === "member" && isPlainValue(form.of));
}
