/** Fields that get another value while what they held is still to be released. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { describePlace, type Place } from "../../facts/places.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import type { FieldVerdict } from "./field-finding.ts";
import { collectFieldUses, isReleaseName, namesReleasedByCalls } from "../../subjects/handle/field-uses.ts";
import { lifeOf, type Life } from "../../subjects/owner/lifecycle.ts";
import { standsIn } from "../../facts/reach.ts";

/** Methods that quiet a resource down without ending it. */
const QUIETING = /^(?:pause|suspend|removeAllListeners|unref|detach|hide|mute)$/;

/** Collects the fields that a teardown replaces before it releases them, and those that a method sets aside unreleased. */
export function judgeReplacements(file: FileFacts): readonly FieldVerdict[] {
  return file.nodes.assignments.flatMap((assignment): FieldVerdict[] => {
    if (assignment.operator !== "=" || assignment.left.type !== "MemberExpression" || assignment.parent.type !== "ExpressionStatement") return [];
    if (valueKind(assignment.right) === undefined || !namesReleasedByCalls(file).has(memberName(assignment.left) ?? "")) return [];
    const place = file.places.writtenPlaceOf(assignment.left);
    if (place?.root.kind !== "instance" || place.path.length !== 1) return [];
    const life = lifeOf(file, place);
    if (life?.teardown === undefined) return [];
    const verdict = standsIn(assignment, life.reach) ? judgeReplaced(file, assignment, place) : valueKind(assignment.right) === "nothing" ? judgeSetAside(file, assignment, place, life) : undefined;
    return verdict === undefined ? [] : [verdict];
  });
}

function valueKind(expression: TSESTree.Node): "new" | "nothing" | undefined {
  const node = unwrap(expression);
  if (node.type === "NewExpression") return "new";
  const isNothing = (node.type === "Literal" && node.value === null) || (node.type === "Identifier" && node.name === "undefined") || (node.type === "UnaryExpression" && node.operator === "void");
  return isNothing ? "nothing" : undefined;
}

/** `this.scene = new Scene(); … this.scene.destroy();` in one run of statements. */
function judgeReplaced(file: FileFacts, assignment: TSESTree.AssignmentExpression, place: Place): FieldVerdict | undefined {
  const block = assignment.parent.parent;
  const host = enclosingFunction(assignment);
  if (block?.type !== "BlockStatement" || !isFunction(block.parent) || block.parent !== host) return undefined;
  const calls = methodCallsOn(file, place).filter((call) => isWithin(call, block) && enclosingFunction(call) === host);
  const late = calls.find((call) => call.range[0] > assignment.range[1] && isReleaseName(calleeName(call)) && /^(?:dispose|destroy|close|disconnect|unsubscribe|terminate)$/.test(calleeName(call) ?? ""));
  const touched = collectFieldUses(file, place, undefined).some((use) => use.node.range[1] <= assignment.range[0] && isWithin(use.node, block) && use.kind !== "member");
  const isRefilled = file.stores.storesTo(place).some(({ site }) => site !== assignment && isWithin(site, block) && late !== undefined && site.range[1] <= late.range[0]);
  if (late === undefined || touched || isRefilled) return undefined;
  return { reason: "replaced", node: assignment, confidence: "certain", field: describePlace(place), resource: undefined, teardown: undefined, other: late, hook: undefined };
}

/** `this.watcher.pause(); this.watcher = null;` where only `this.watcher.close()` in the teardown ends it. */
function judgeSetAside(file: FileFacts, assignment: TSESTree.AssignmentExpression, place: Place, life: Life): FieldVerdict | undefined {
  const block = assignment.parent.parent;
  const host = enclosingFunction(assignment);
  if (host === undefined || block?.type !== "BlockStatement") return undefined;
  const calls = methodCallsOn(file, place);
  const ending = calls.find((call) => standsIn(call, life.reach) && isReleaseName(calleeName(call)));
  const here = calls.filter((call) => isWithin(call, block) && call.range[1] <= assignment.range[0]);
  const isQuieted = here.some((call) => QUIETING.test(calleeName(call) ?? "")) && !here.some((call) => isReleaseName(calleeName(call)) && !QUIETING.test(calleeName(call) ?? ""));
  const isKept = collectFieldUses(file, place, undefined).some((use) => enclosingFunction(use.node) === host && use.kind !== "member" && use.kind !== "test" && use.kind !== "write" && !isQuietingUse(use.node));
  if (ending === undefined || !isQuieted || isKept) return undefined;
  return { reason: "set-aside", node: assignment, confidence: "likely", field: describePlace(place), resource: undefined, teardown: life.teardown, other: ending, hook: undefined };
}

function isQuietingUse(node: TSESTree.Node): boolean {
  const member = wrapped(node).parent;
  return member?.type === "MemberExpression" && QUIETING.test(memberName(member) ?? "");
}

function methodCallsOn(file: FileFacts, place: Place): CallNode[] {
  return file.nodes.calls.filter((call) => {
    const receiver = receiverOf(call);
    return receiver !== undefined && file.places.placeOf(receiver)?.key === place.key;
  });
}
