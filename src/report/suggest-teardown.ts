/** The suggestions for listeners of an object that ends: remove them in its teardown, or bind them to a controller that the teardown aborts. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { freshnessOf } from "../subjects/listener/listener-identity.ts";
import type { UnreleasedResource } from "../bench/judge-resources.ts";
import { calleeName, isFunction, isWithin, lineOf, receiverOf, unwrap, walk, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import { buildFix, hasOwnLines, indentOf, lineEnd } from "./line-edits.ts";
import { findRemovalText } from "./release-text.ts";
import { meansSame } from "./same-meaning.ts";
import type { Suggestion } from "./suggestion.ts";

/** Suggests the signal of a controller that the teardown aborts. */
export function suggestSignal(file: FileFacts, { owner, resource, reason }: UnreleasedResource): Suggestion<"passSignal"> | undefined {
  const bound = resource.pair.bounds?.find((one) => "option" in one && one.option === "signal");
  const teardown = owner.teardown?.node;
  if (reason !== "listener-stays" || teardown === undefined || bound === undefined || !("option" in bound)) return undefined;
  const controller = findController(file, teardown, resource.acquisition);
  const fix = controller === undefined ? undefined : insertOption(resource.acquisition, bound.argument, `signal: ${controller}.signal`);
  return controller === undefined || fix === undefined ? undefined : { messageId: "passSignal", data: { controller, line: String(lineOf(teardown)) }, fix: buildFix([fix]) };
}

/** The text of a controller made in this file that the function aborts, where it means the same at the site. */
function findController(file: FileFacts, teardown: FunctionNode, site: TSESTree.Node): string | undefined {
  for (const call of file.calls.named("abort")) {
    const controller = receiverOf(call);
    if (controller === undefined || !isWithin(call, teardown) || !meansSame(file, controller, site)) continue;
    const place = file.places.placeOf(controller);
    const stores = place === undefined ? [] : file.stores.storesTo(place);
    const [store] = stores;
    if (stores.length !== 1 || store?.value === undefined) continue;
    const made = unwrap(store.value);
    if (made.type === "NewExpression" && calleeName(made) === "AbortController" && (store.site.type === "PropertyDefinition" || store.site.range[1] <= site.range[0])) return file.sourceCode.getText(controller);
  }
  return undefined;
}

function insertOption(call: CallNode, index: number, option: string): { readonly range: readonly [number, number]; readonly text: string } | undefined {
  const argument = call.arguments[index];
  if (argument === undefined) {
    const last = call.arguments.at(-1);
    return call.arguments.length !== index || last === undefined || last.type === "SpreadElement" ? undefined : { range: [last.range[1], last.range[1]], text: `, { ${option} }` };
  }
  const node = unwrap(argument);
  if (node.type === "Literal" && typeof node.value === "boolean") return { range: node.range, text: node.value ? `{ capture: true, ${option} }` : `{ ${option} }` };
  const last = node.type === "ObjectExpression" ? node.properties.at(-1) : undefined;
  return last === undefined ? undefined : { range: [last.range[1], last.range[1]], text: `, ${option}` };
}

/** Suggests the removal, at the end of the teardown. */
export function suggestRemoval(file: FileFacts, { owner, resource, reason }: UnreleasedResource): Suggestion<"removeInTeardown"> | undefined {
  const teardown = owner.teardown;
  const body = teardown?.node.body;
  const { acquisition } = resource;
  if (reason !== "listener-stays" || teardown === undefined || body?.type !== "BlockStatement") return undefined;
  const parts: readonly TSESTree.Node[] = [...acquisition.arguments, receiverOf(acquisition) ?? acquisition.callee];
  if (!parts.every((part) => freshnessOf(file, part) === undefined && meansSame(file, part, body))) return undefined;
  const text = findRemovalText(file, resource);
  return text === undefined ? undefined : { messageId: "removeInTeardown", data: { release: text.replaceAll("`", "'"), teardown: nameOf(teardown) }, fix: buildFix([appendTo(file, body, `${text};`)]) };
}

function nameOf({ name, node }: NonNullable<UnreleasedResource["owner"]["teardown"]>): string {
  return name === undefined ? `the cleanup on line ${node.loc.start.line}` : `\`${name}()\``;
}

/** Puts a statement at the end of a body, or first where the body returns on the way. */
function appendTo(file: FileFacts, body: TSESTree.BlockStatement, text: string): { readonly range: readonly [number, number]; readonly text: string } {
  const source = file.sourceCode;
  const [first, last] = [body.body[0], body.body.at(-1)];
  if (first === undefined || last === undefined) {
    const isOpen = source.text.slice(...body.range).includes("\n");
    const indent = indentOf(source, body);
    return { range: [body.range[0] + 1, body.range[0] + 1], text: isOpen ? `\n${indent}  ${text}` : ` ${text} ` };
  }
  if (jumpsOut(file, body)) return { range: [first.range[0], first.range[0]], text: hasOwnLines(source, first) ? `${text}\n${indentOf(source, first)}` : `${text} ` };
  return hasOwnLines(source, last) ? { range: [lineEnd(source, last.range[1]), lineEnd(source, last.range[1])], text: `\n${indentOf(source, last)}${text}` } : { range: [last.range[1], last.range[1]], text: ` ${text}` };
}

function jumpsOut(file: FileFacts, body: TSESTree.BlockStatement): boolean {
  let isFound = false;
  walk(body, file.visitorKeys, (node) => {
    if (isFunction(node)) return false;
    isFound ||= node.type === "ReturnStatement" || node.type === "ThrowStatement";
    return !isFound;
  });
  return isFound;
}
