/** Whether the callbacks that settle a promise end what a listener was put on: nothing is called any more. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, receiverOf, type FunctionNode } from "../../syntax/tree.ts";
import type { Resource } from "../../subjects/resource/resource.ts";

const ENDING = new Set(["destroy", "close", "dispose", "terminate", "shutdown", "shutDown", "kill", "quit", "[dispose]", "[asyncDispose]"]);

/**
 * Answers whether one of the functions ends the target of the listener, or something that the target is a part of:
 * `child.kill()` for a listener on `child.stdout`, `this.terminate()` for one on a field.
 */
export function endsTarget(file: FileFacts, functions: ReadonlySet<FunctionNode>, { acquisition, pair }: Resource): boolean {
  const target = pair.handle.from === "identity" ? receiverOf(acquisition) : undefined;
  return target !== undefined && endsAny(file, functions, target);
}

/** The same for an object that is no listener's target. */
export function endsAny(file: FileFacts, functions: ReadonlySet<FunctionNode>, target: TSESTree.Node): boolean {
  const key = file.places.placeOf(target)?.key;
  if (key === undefined) return false;
  return [...functions].some((owner) =>
    file.calls.directlyIn(owner).some((call) => {
      const ended = ENDING.has(calleeName(call) ?? "") ? receiverOf(call) : undefined;
      const endedKey = ended === undefined ? undefined : file.places.placeOf(ended)?.key;
      return endedKey !== undefined && (key === endedKey || key.startsWith(`${endedKey}.`));
    }),
  );
}
