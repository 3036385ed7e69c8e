/** Holds an entry against the declarations of its package: every name it claims must be there, with the shape it claims. */
import type ts from "typescript";

import type { Bound, Pair, Release } from "../../src/catalogue/entry.ts";
import { describeOrigin, type DeclaredTypes } from "./declared-types.ts";

/** Collects what the declarations say against the entry, as text; empty where it is proven. */
export function collectFaults(pair: Pair, declared: DeclaredTypes): readonly string[] {
  try {
    return collectFaultsOf(pair, declared);
  } catch (error) {
    return [(error as Error).message];
  }
}

function collectFaultsOf(pair: Pair, declared: DeclaredTypes): readonly string[] {
  const { acquire } = pair;
  const callee = declared.typesOf(acquire.callee);
  if (declared.givenBy(callee, acquire.form).length === 0) return [`${describeOrigin(acquire.callee)} cannot be used by ${acquire.form}`];
  const receivers = declared.receiversOf(acquire.callee);
  const handles = handleTypes(pair, callee, receivers, declared);
  const needsHandle = pair.handle.from !== "identity" && pair.handle.from !== "argument";
  if (needsHandle && handles.length === 0) return [`nothing comes as ${pair.handle.from}`];
  return [
    ...pair.releases.flatMap((release) => faultOfRelease(release, handles, receivers, declared) ?? []),
    ...(pair.wrongReleases ?? []).flatMap(({ method, removed }) => (removed === true || hasMethod(handles, method, declared) ? [] : [`no handle has the wrong release ${method}()`])),
    ...(pair.bounds ?? []).flatMap((bound) => faultOfBound(bound, callee, pair, declared) ?? []),
  ];
}

function handleTypes({ handle, acquire }: Pair, callee: readonly ts.Type[], receivers: readonly ts.Type[], declared: DeclaredTypes): readonly ts.Type[] {
  const element = "element" in handle ? handle.element : undefined;
  const elementOf = (types: readonly ts.Type[]): readonly ts.Type[] => (element === undefined ? types : types.flatMap((type) => declared.memberOf(type, String(element)) ?? []));
  const given = declared.givenBy(callee, acquire.form);
  switch (handle.from) {
    case "result":
      return elementOf(given);
    case "awaited":
      return elementOf(given.filter((type) => declared.memberOf(type, "then") !== undefined).flatMap((type) => declared.awaited(type) ?? []));
    case "receiver":
      return receivers;
    case "argument":
      return declared.parametersOf(callee, acquire.form, handle.index);
    case "callback":
      return declared.parametersOf(declared.parametersOf(callee, acquire.form, handle.index), "call", handle.parameter);
    case "identity":
      return [];
  }
}

function faultOfRelease(release: Release, handles: readonly ts.Type[], receivers: readonly ts.Type[], declared: DeclaredTypes): string | undefined {
  if ("versions" in release) return undefined;
  switch (release.by) {
    case "method":
      return hasMethod(handles, release.name, declared) ? undefined : `no handle has the method ${release.name}()`;
    case "invoke":
      return declared.givenBy(handles, "call").length > 0 ? undefined : "no handle can be called";
    case "callee":
      return declared.givenBy(declared.typesOf(release.callee), "call").length > 0 ? undefined : `${describeOrigin(release.callee)} cannot be called`;
    case "receiver-method":
      return hasMethod(receivers, release.name, declared) ? undefined : `no receiver has the method ${release.name}()`;
    case "iteration":
      return handles.some((type) => declared.memberOf(type, "[asyncIterator]") ?? declared.memberOf(type, "[iterator]")) ? undefined : "no handle can be iterated";
  }
}

function hasMethod(types: readonly ts.Type[], name: string, declared: DeclaredTypes): boolean {
  return types.some((type) => {
    const member = declared.memberOf(type, name);
    return member !== undefined && declared.givenBy([member], "call").length > 0;
  });
}

function faultOfBound(bound: Bound, callee: readonly ts.Type[], { acquire }: Pair, declared: DeclaredTypes): string | undefined {
  if ("callback" in bound) {
    const parameters = declared.parametersOf(callee, acquire.form, bound.callback);
    return declared.givenBy(parameters, "call").length > 0 ? undefined : `argument ${bound.callback} is no callback`;
  }
  const options = declared.parametersOf(callee, acquire.form, bound.argument);
  const option = "stream" in bound ? bound.stream : bound.option;
  return options.some((type) => declared.memberOf(type, option) !== undefined) ? undefined : `argument ${bound.argument} has no option ${option}`;
}
