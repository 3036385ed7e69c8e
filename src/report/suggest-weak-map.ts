/** The suggestion to key a `WeakMap` by the object, where every use of a Map passes the text of one. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf } from "../facts/variables.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { textOf } from "../subjects/key/printed-text.ts";
import type { UsedStore } from "../subjects/key/uses-by-store.ts";
import { isWithin, unwrap } from "../syntax/tree.ts";
import { findOnlyMaking, usesOf } from "./keyed-store.ts";
import { buildFix, type Edit } from "./line-edits.ts";

/** Builds a fix that makes the store a `WeakMap` and passes the objects themselves; undefined where one use does not have the object at hand. */
export function fixByWeakMap(file: FileFacts, store: UsedStore): TSESLint.ReportFixFunction | undefined {
  const made = store.kind === "map" ? findOnlyMaking(file, store, []) : undefined;
  const making = made === undefined ? undefined : editsOfMaking(made);
  if (making === undefined) return undefined;
  const keys = usesOf(store).map(({ key }) => unwrap(key));
  const edits = keys.map((key) => editOfKey(file, key, keys));
  if (edits.some((edit) => edit === undefined)) return undefined;
  const distinct = new Map(edits.flatMap((edit) => (edit === undefined ? [] : [[edit.range[0], edit] as const])));
  return buildFix([...making, ...distinct.values()]);
}

/** `new Map<string, V>()` becomes `new WeakMap<object, V>()`. */
function editsOfMaking(made: TSESTree.NewExpression): Edit[] | undefined {
  const [key, value] = made.typeArguments?.params ?? [];
  if (made.arguments.length > 0 || (key !== undefined && key.type !== "TSStringKeyword")) return undefined;
  const rename: Edit = { range: made.callee.range, text: "WeakMap" };
  return key === undefined || value === undefined ? [rename] : [rename, { range: key.range, text: "object" }];
}

/** The key, or the variable that holds it and does nothing else, becomes the object that its text is made of. */
function editOfKey(file: FileFacts, key: TSESTree.Node, keys: readonly TSESTree.Node[]): Edit | undefined {
  const variable = key.type === "Identifier" ? file.variables.variableOf(key) : undefined;
  const text = variable === undefined ? key : initializerOf(variable);
  if (text === undefined || variable?.references.some(({ identifier, init }) => init !== true && !keys.includes(identifier)) === true) return undefined;
  const form = buildKeyForm(file, text);
  if (form.kind !== "text" || (form.of.kind !== "input" && form.of.kind !== "member") || !isWithin(form.node, text)) return undefined;
  const answer = textOf(file, form.of);
  return answer?.kind === "default" || answer?.kind === "changing" ? { range: text.range, text: file.sourceCode.getText(form.node) } : undefined;
}
