/** Resources: the acquisitions of a file, each with the pair that says how it is released. */
import type { Pair } from "../catalogue/entry.ts";
import type { Catalogue } from "../catalogue/lookup.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { matchOrigin } from "../facts/value-origin.ts";
import { calleeName, unwrap, type CallNode } from "../syntax/tree.ts";
import { boundednessAt } from "./bounds.ts";
import { disposablePairOf } from "./disposable.ts";
import { evidencePairOf } from "./evidence.ts";

export interface Resource {
  readonly acquisition: CallNode;
  readonly pair: Pair;
  /** How sure it is that the call acquires what the pair describes. */
  readonly confidence: Confidence;
}

const collected = new WeakMap<FileFacts, readonly Resource[]>();

/** Collects the calls of the file that acquire something nothing at the call itself bounds; once a file, since several analyses ask. */
export function collectResources(file: FileFacts, catalogue: Catalogue): readonly Resource[] {
  const resources = collected.get(file) ?? findResources(file, catalogue);
  collected.set(file, resources);
  return resources;
}

function findResources(file: FileFacts, catalogue: Catalogue): readonly Resource[] {
  const resources: Resource[] = [];
  for (const call of file.nodes.calls) {
    const resource = findCatalogued(file, catalogue, call) ?? findDisposable(file, call) ?? findByEvidence(file, call);
    if (resource === undefined) continue;
    const bounded = boundednessAt(file, call, resource.pair);
    if (bounded !== "yes") resources.push(bounded === "perhaps" ? { ...resource, confidence: "likely" } : resource);
  }
  return resources;
}

function findCatalogued(file: FileFacts, catalogue: Catalogue, call: CallNode): Resource | undefined {
  const callee = unwrap(call.callee);
  const name = calleeName(call);
  if (name === undefined) return undefined;
  const imported = callee.type === "Identifier" ? file.imports.importedValueOf(callee)?.path.at(-1) : undefined;
  const names = imported === undefined || imported === name ? [name] : [name, imported];
  let best: Resource | undefined;
  for (const pair of names.flatMap((candidate) => catalogue.pairsForName(candidate))) {
    if ((pair.acquire.form === "new") !== (call.type === "NewExpression")) continue;
    const match = matchOrigin(file, callee, pair.acquire.callee);
    if (match === undefined) continue;
    const confidence = pair.confidence ?? match;
    if (best === undefined || (best.confidence === "likely" && confidence === "certain")) best = { acquisition: call, pair, confidence };
  }
  return best;
}

function findDisposable(file: FileFacts, call: CallNode): Resource | undefined {
  if (!file.types.available) return undefined;
  const pair = disposablePairOf(file, call);
  return pair === undefined ? undefined : { acquisition: call, pair, confidence: "certain" };
}

function findByEvidence(file: FileFacts, call: CallNode): Resource | undefined {
  const pair = evidencePairOf(file, call);
  return pair === undefined ? undefined : { acquisition: call, pair, confidence: "certain" };
}
