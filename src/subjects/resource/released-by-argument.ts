/**
 * Pairs that the shape of their names tells: one object hands a thing out and the same function gives it back to the same
 * object, `studio.openTape(title)` and `studio.closeTape(tape)`. Who writes both owns the thing in between.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import { isReleaseName, takingBack } from "../../catalogue/words/releases.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isWithin, receiverOf, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import { sideBySideOf } from "./side-by-side.ts";
import { parameterOfThen } from "./then-parameter.ts";

/** The pair of a call whose value the same function gives back; undefined where none is. */
export function handedOutPairOf(file: FileFacts, call: CallNode): Pair | undefined {
  const name = call.type === "CallExpression" ? calleeName(call) : undefined;
  const known = name === undefined ? [] : takingBack(name);
  if (name === undefined || known.length === 0) return undefined;
  const names = known.filter((back) => file.calls.named(back).length > 0);
  if (names.length === 0) return undefined;
  const arrival = arrivalOfValue(file, call);
  const back = arrival === undefined ? undefined : givenBackTo(file, call, arrival.variable, names);
  if (arrival === undefined || back === undefined) return undefined;
  return {
    id: "language/released-by-argument",
    noun: `what \`${name}\` gives`,
    acquire: { form: "call", callee: memberOf(anything, name) },
    handle: { from: arrival.isAwaited ? "awaited" : "result" },
    releases: names.map((release) => ({ by: "receiver-method", name: release, argument: release === back.name ? back.argument : 0 })),
    heldBy: "receiver",
  };
}

/** The local variable that gets what the call gives: as it is, awaited, awaited with others, or by `then`. */
function arrivalOfValue(file: FileFacts, call: CallNode): { readonly variable: Variable; readonly isAwaited: boolean } | undefined {
  const value = wrapped(call);
  const awaited = value.parent?.type === "AwaitExpression" ? value.parent : undefined;
  const { parent } = wrapped(awaited ?? value);
  const declared = parent?.type === "VariableDeclarator" ? parent.id : parent?.type === "AssignmentExpression" && parent.operator === "=" ? parent.left : undefined;
  const late = sideBySideOf(value)?.element ?? parameterOfThen(file, value)?.parameter;
  const target = late ?? declared;
  const variable = target?.type === "Identifier" ? file.variables.variableOf(target) : undefined;
  return variable === undefined ? undefined : { variable, isAwaited: late !== undefined || awaited !== undefined };
}

/** How the function around gives the value back to who handed it out. */
function givenBackTo(file: FileFacts, call: CallNode, variable: Variable, names: readonly string[]): { readonly name: string; readonly argument: number } | undefined {
  const home = enclosingFunction(call);
  for (const { identifier } of variable.references) {
    const value = wrapped(identifier);
    const release = value.parent;
    const name = release?.type === "CallExpression" ? calleeName(release) : undefined;
    if (release?.type !== "CallExpression" || name === undefined || !names.includes(name) || unwrap(release.callee) === value) continue;
    const isHere = home === undefined || isWithin(release, home);
    if (isHere && isOfSameObject(file, call, release)) return { name, argument: release.arguments.indexOf(value as TSESTree.CallExpressionArgument) };
  }
  return undefined;
}

/**
 * Whether the function ends what such a pair hands out by another verb as well, `worker.terminate()`, `crew.destroy(worker.id)`,
 * or ends who hands it out: then a way without the one verb may have the other.
 */
export function isEndedOtherwise(file: FileFacts, call: CallNode, { releases }: Pair): boolean {
  const home = enclosingFunction(call);
  const variable = arrivalOfValue(file, call)?.variable;
  const giver = receiverOf(call);
  const places = { handle: variable && file.places.placeOfVariable(variable).key, giver: giver === undefined || giver.type === "ThisExpression" ? undefined : file.places.placeOf(giver)?.key };
  const isOfHandle = (node: TSESTree.Node): boolean => {
    const key = file.places.placeOf(node)?.key;
    return key !== undefined && (key === places.handle || key.startsWith(`${String(places.handle)}.`));
  };
  return file.nodes.calls.some((other) => {
    const name = calleeName(other);
    if (other === call || !isReleaseName(name) || (home !== undefined && !isWithin(other, home)) || releases.some((release) => "name" in release && release.name === name)) return false;
    const receiver = receiverOf(other);
    const isOfGiver = other.arguments.length === 0 && receiver !== undefined && places.giver !== undefined && file.places.placeOf(receiver)?.key === places.giver;
    return isOfGiver || (receiver !== undefined && isOfHandle(receiver)) || other.arguments.some(isOfHandle);
  });
}

/** Whether both are methods of one object that has a name, or functions of one module. */
function isOfSameObject(file: FileFacts, call: CallNode, release: CallNode): boolean {
  const [one, other] = [receiverOf(call), receiverOf(release)];
  if (one === undefined || other === undefined) return one === other && file.imports.importedValueOf(call.callee)?.module === file.imports.importedValueOf(release.callee)?.module;
  if (one.type === "ThisExpression" && other.type === "ThisExpression") return true;
  const key = file.places.placeOf(one)?.key;
  return key !== undefined && key === file.places.placeOf(other)?.key;
}
