/** The accounts of resources that some way out forgets. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { Edge } from "../flow/graph.ts";
import type { HeldPath } from "../subjects/way/held-path.ts";
import type { ForgottenOnSettle } from "../bench/reasons/forgotten-on-settle.ts";
import type { LosingTimer } from "../bench/reasons/losing-timer.ts";
import type { ReleasedOnFulfilment } from "../bench/reasons/released-on-fulfilment.ts";
import type { UsingCandidate } from "../bench/judge-using.ts";
import type { PartlyReleasedResource } from "../bench/reasons/held-on-way.ts";
import { enclosingFunction, isLoop } from "../syntax/tree.ts";
import type { Account, Site } from "./account.ts";
import { siteAt, siteAtEnd } from "./account-sites.ts";
import { excerpt } from "./wording.ts";

type Source = Readonly<TSESLint.SourceCode>;

/** From the acquisition along the witness to the exit, with the release that it does not come by. */
export function accountOfHeldPath(sourceCode: Source, { resource, path, release, variable }: PartlyReleasedResource): Account {
  const way = path.edges.flatMap((edge) => siteOfEdge(sourceCode, edge) ?? []);
  const exit = exitOf(sourceCode, path, resource.acquisition, variable);
  return {
    shape: "path",
    sites: [
      siteAt("start", resource.acquisition, `${resource.pair.noun} is acquired`),
      ...way.filter((site, index) => !isSamePlace(site, exit) && !way.slice(0, index).some((earlier) => isSamePlace(earlier, site))),
      exit,
      siteAt("release", release, "the release that this way misses"),
    ],
  };
}

/** From the set-up to the callback that settles the promise and leaves it. */
export function accountOfSettlement({ resource, settler, release, wait }: ForgottenOnSettle): Account {
  return {
    shape: "path",
    sites: [
      siteAt("start", resource.acquisition, `${resource.pair.noun} is set up`),
      siteAt("exit", settler, wait === "promise" ? "the promise settles, and it stays" : "the wait is over, and it stays"),
      ...(release === undefined ? [] : [siteAt("release", release, "the release that this way misses")]),
    ],
  };
}

/** From the acquisition to the callback that a rejected promise does not run. */
export function accountOfRejection({ resource, callback, release }: ReleasedOnFulfilment): Account {
  return {
    shape: "path",
    sites: [
      siteAt("start", resource.acquisition, `${resource.pair.noun} is acquired`),
      siteAt("exit", callback, "this callback does not run when the promise before it is rejected"),
      siteAt("release", release, "the release that this way misses"),
    ],
  };
}

/** From the timer to the race it loses. */
export function accountOfRace({ resource, race }: LosingTimer): Account {
  return { shape: "path", sites: [siteAt("start", resource.acquisition, "the timer is started"), siteAt("exit", race, "another entrant wins, and the timer goes on")] };
}

/** The declaration and the release by hand that it can take over. */
export function accountOfUsing({ name, release }: UsingCandidate): Account {
  return { shape: "path", sites: [siteAt("start", name, "declared"), siteAt("exit", release, "released by hand")] };
}

function siteOfEdge(sourceCode: Source, edge: Edge): Site | undefined {
  if (edge.kind === "exception") {
    const node = edge.from.steps.at(-1)?.node;
    return node === undefined ? undefined : siteAt("way", node, describeFailure(sourceCode, node));
  }
  const { condition } = edge;
  if (condition === undefined || condition.type === "AssignmentPattern" || (edge.kind !== "true" && edge.kind !== "false")) return undefined;
  return siteAt("way", condition, describeOutcome(sourceCode, condition, edge));
}

function describeOutcome(sourceCode: Source, condition: TSESTree.Node, { kind, test }: Edge): string {
  const isTrue = kind === "true";
  if (isLoop(condition)) return isTrue ? "the loop goes on" : "the loop is over";
  if (condition.type === "SwitchCase") return isTrue ? "this case matches" : "this case does not match";
  const text = `\`${excerpt(sourceCode, condition)}\``;
  if (test === "presence") return isTrue ? `${text} is there` : `${text} is null or undefined`;
  return isTrue ? `${text} holds` : `${text} does not hold`;
}

function describeFailure(sourceCode: Source, node: TSESTree.Node): string {
  if (node.type === "ThrowStatement") return "the function throws";
  const isAwaited = node.type === "AwaitExpression" || node.parent?.type === "AwaitExpression";
  return `\`${excerpt(sourceCode, node)}\` ${isAwaited ? "rejects" : "throws"}`;
}

function exitOf(sourceCode: Source, { leavesBy, step, edges }: HeldPath, acquisition: TSESTree.Node, variable: string): Site {
  const [first] = edges.flatMap((edge) => edge.from.steps);
  const owner = enclosingFunction(first?.node ?? acquisition);
  if (step === undefined) return siteAtEnd("exit", owner ?? acquisition, `the function ends, and it is not released`);
  switch (leavesBy) {
    case "exception":
      return siteAt("exit", step.node, `${describeFailure(sourceCode, step.node)}, and it is not released`);
    case "exit":
      return siteAt("exit", step.node, `the function returns, and it is not released`);
    case "again":
      return siteAt("exit", step.node, "it is acquired again, and the first is lost");
    case "overwritten":
      return siteAt("exit", step.node, `\`${variable}\` is overwritten, and what it held is lost`);
  }
}

function isSamePlace(one: Site, other: Site): boolean {
  return one.loc.start.line === other.loc.start.line && one.loc.start.column === other.loc.start.column;
}
