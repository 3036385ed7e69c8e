/** Which uses of a handle release it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../../catalogue/entry.ts";
import { namesOf } from "../../catalogue/origin.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { calleeName, memberName, receiverOf, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import type { Resource } from "./resource.ts";
import { releasesArgument } from "./tagged.ts";

/** The methods of the handle that release it. Disposal by the language's own symbols always counts. */
export function releaseMethodsOf(pair: Pair): ReadonlySet<string> {
  const names = new Set(["[dispose]", "[asyncDispose]"]);
  for (const release of pair.releases) if (release.by === "method") names.add(release.name);
  return names;
}

/** The release as one writes it, for messages: `handle.close()`, `clearInterval(handle)`. */
export function describeRelease(pair: Pair, handle = "handle"): string | undefined {
  const release = pair.releases.find((one) => one.by !== "method" || !one.name.startsWith("[")) ?? pair.releases[0];
  switch (release?.by) {
    case "method":
      return release.name.startsWith("[") ? `${handle}[Symbol.${release.name.slice(1, -1)}]()` : `${handle}.${release.name}()`;
    case "invoke":
      return `${handle}()`;
    case "callee":
      return `${namesOf(release.callee)[0] ?? "release"}(${"…, ".repeat(release.argument)}${handle})`;
    case "receiver-method":
      return `${release.name}(…)`;
    case "iteration":
      return `for await (… of ${handle})`;
    case undefined:
      return undefined;
  }
}

/** The call or loop that releases the handle standing at `handle`; undefined if this use is none. */
export function findRelease(file: FileFacts, resource: Resource, handle: TSESTree.Node): TSESTree.Node | undefined {
  const value = wrapped(handle);
  const parent = value.parent;
  if (parent === undefined) return undefined;
  if (parent.type === "ForOfStatement" && parent.right === value) return resource.pair.releases.some((release) => release.by === "iteration") ? parent : undefined;
  if (parent.type === "MemberExpression" && parent.object === value) {
    const name = memberName(parent);
    const call = wrapped(parent).parent;
    const isCalled = call?.type === "CallExpression" && unwrap(call.callee) === parent;
    return isCalled && name !== undefined && releaseMethodsOf(resource.pair).has(name) ? call : undefined;
  }
  if (parent.type !== "CallExpression" && parent.type !== "NewExpression") return undefined;
  if (unwrap(parent.callee) === unwrap(value)) return resource.pair.releases.some((release) => release.by === "invoke") ? parent : undefined;
  const index = parent.arguments.indexOf(value as TSESTree.CallExpressionArgument);
  return index >= 0 && (isReleasingCall(file, resource, parent, index) || releasesArgument(file, parent, index)) ? parent : undefined;
}

function isReleasingCall(file: FileFacts, resource: Resource, call: CallNode, argument: number): boolean {
  return resource.pair.releases.some((release) => {
    if (release.by === "callee") return release.argument === argument && matchOrigin(file, call.callee, release.callee) !== undefined;
    if (release.by !== "receiver-method" || calleeName(call) !== release.name) return false;
    if (!("argument" in release) || release.argument !== argument) return false;
    return isSameReceiver(file, resource.acquisition, call);
  });
}

/** Whether both calls are made on the same object, as far as the file tells; unknown objects count as the same. */
export function isSameReceiver(file: FileFacts, one: CallNode, other: CallNode): boolean {
  const [first, second] = [receiverOf(one), receiverOf(other)];
  const [firstPlace, secondPlace] = [first, second].map((receiver) => (receiver === undefined ? undefined : file.places.placeOf(receiver)));
  return firstPlace === undefined || secondPlace === undefined || firstPlace.key === secondPlace.key;
}
