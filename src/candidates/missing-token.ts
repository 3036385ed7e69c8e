/** Acquisitions without the argument that their release knows them by. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { freshnessOf } from "../subjects/listener/listener-identity.ts";
import { isSameReceiver } from "../subjects/resource/releases.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";
import { calleeName, unwrap, type CallNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A release that is given a token which no acquisition was given. */
export interface MissingToken extends Candidate {
  readonly kind: "no-token";
  readonly resource: Resource;
  readonly release: TSESTree.CallExpression;
  /** Which argument of the acquisition the token is. */
  readonly index: number;
  /** All acquisitions of the same kind on the same object. */
  readonly acquisitions: readonly Resource[];
}

/** Collects them, one for each release. */
export function collectMissingTokens(file: FileFacts): readonly MissingToken[] {
  const tokened = collectResources(file).filter(({ pair: { handle } }) => handle.from === "argument" && handle.index > 0);
  const seen = new Set<CallNode>();
  return tokened.flatMap((resource): MissingToken[] => {
    const { pair: { handle, releases }, acquisition } = resource;
    if (handle.from !== "argument" || isKnown(file, acquisition, handle.index)) return [];
    return releases.flatMap((release) => {
      if (release.by !== "receiver-method" || !("argument" in release)) return [];
      return file.calls.named(release.name).flatMap((call): MissingToken[] => {
        const isMeant = call.type === "CallExpression" && calleeName(call) === release.name && call.arguments[release.argument] !== undefined && isSameReceiver(file, acquisition, call);
        if (!isMeant || seen.has(call)) return [];
        seen.add(call);
        const acquisitions = tokened.filter((other) => other.pair === resource.pair && isSameReceiver(file, other.acquisition, call));
        return [{ kind: "no-token", node: call, resource, release: call, index: handle.index, acquisitions }];
      });
    });
  });
}

/** Whether an acquisition is given a token that somebody else can have as well. */
export function isKnown(file: FileFacts, { arguments: given }: CallNode, index: number): boolean {
  if (given.some((argument) => argument.type === "SpreadElement")) return true;
  const token = given[index];
  if (token === undefined) return false;
  const node = unwrap(token);
  return !(node.type === "ObjectExpression" || node.type === "ArrayExpression" || (node.type === "Identifier" && node.name === "undefined") || freshnessOf(file, node) === "function");
}
