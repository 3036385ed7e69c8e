/** Values that stand for a request in flight: they are new each time, change while they live, and print neither fully nor the same. */
import type { TSESTree } from "@typescript-eslint/utils";

import { contextNames } from "../../catalogue/words/contexts.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import { contextOfType, hasPlainText, isContextType } from "./context-types.ts";
import { contextOfParameter } from "./handler-context.ts";
import type { InputForm, KeyForm } from "./key-form.ts";
import { shapesOf } from "./shapes.ts";

export interface ContextEvidence {
  /** What it is, in words for a message. */
  readonly what: string;
  readonly confidence: Confidence;
  /** Whether its text says nothing of its own, as that of an error does. */
  readonly isTextless: boolean;
}

/** Answers whether a value is context-like: by its declared type, or, less surely, by its name. */
export function findContextEvidence(file: FileFacts, form: KeyForm): ContextEvidence | undefined {
  const ancestry = file.types.ancestryOf(form.node);
  const declared = ancestry?.find(({ name, module }) => module !== undefined && isContextType({ name, module }));
  if (declared !== undefined) {
    const [own] = ancestry ?? [];
    return { what: own === undefined || own.name === declared.name ? withArticle(declared.name) : `${withArticle(own.name)}, which is ${withArticle(declared.name)}`, confidence: "certain", isTextless: hasPlainText(declared) };
  }
  const shown = ancestry === undefined ? findShownContext(file, form) : undefined;
  if (shown !== undefined) return shown;
  if (form.kind !== "input" || ancestry !== undefined || !isNamedSo(form) || file.types.isPrimitive(form.node) === true || isAnnotatedPrimitive(file, form.node)) return undefined;
  return { what: "by its name a request's context", confidence: "likely", isTextless: true };
}

function withArticle(name: string): string {
  return `${/^[AEIO]/.test(name) ? "an" : "a"} \`${name}\``;
}

/** What the file declares to be one, or takes as the parameter of a framework's handler. */
function findShownContext(file: FileFacts, form: KeyForm): ContextEvidence | undefined {
  const given = form.kind === "input" && form.variable !== undefined ? contextOfParameter(file, form.variable) : undefined;
  if (given !== undefined) return { what: given, confidence: "certain", isTextless: true };
  const [shape, ...others] = form.kind === "input" || form.kind === "member" ? shapesOf(file, form) : [];
  const declared = shape?.kind === "type" && others.length === 0 ? contextOfType(file, shape.node) : undefined;
  return declared && { what: withArticle(declared.name), confidence: "certain", isTextless: hasPlainText(declared) };
}

/** A name alone is not enough, for a `context` or `request` may be a path: the file must also read members of it that no string has. */
function isNamedSo({ name, origin, variable }: InputForm): boolean {
  return contextNames.test(name) && origin !== "kept" && origin !== "version" && variable !== undefined && isReadAsObject(variable);
}

/** Answers whether the file reads members of a variable that no text has. */
export function isReadAsObject({ references }: Variable): boolean {
  return references.some(({ identifier }) => {
    const { parent } = identifier;
    if (parent?.type !== "MemberExpression" || parent.object !== identifier || parent.computed) return false;
    return parent.property.type === "Identifier" && !(parent.property.name in String.prototype);
  });
}

/** Whether the place is annotated with a type that prints itself. */
export function isAnnotatedPrimitive(file: FileFacts, node: TSESTree.Node): boolean {
  const place = file.places.placeOf(node);
  const annotation = place === undefined ? undefined : file.stores.annotationOf(place);
  return annotation !== undefined && /^TS(?:String|Number|Boolean|BigInt|Symbol)Keyword$|^TSLiteralType$|^TSTemplateLiteralType$/.test(annotation.type);
}
