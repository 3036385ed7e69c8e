/** Releases that wait for a parameter which a caller need not give. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { clearsOfPlaces, endingCallsOnPlaces, fillingOf } from "../subjects/handle/fillings.ts";
import { parameterAwaitedBy, type OptionalParameter } from "../subjects/owner/left-out-parameters.ts";
import { enclosingFunction, type CallNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** `close(isForced = false) { if (isForced) clearInterval(this.timer); }` */
export interface UnaskedRelease extends Candidate {
  readonly kind: "unasked-release";
  readonly release: CallNode;
  readonly place: Place;
  /** Where the file gives the place what is to be released: another function does. */
  readonly filling: TSESTree.Node;
  readonly parameter: OptionalParameter;
}

/** Collects them, in source order. */
export function collectUnaskedReleases(file: FileFacts): readonly UnaskedRelease[] {
  return [...clearsOfPlaces(file), ...endingCallsOnPlaces(file)].flatMap(({ place, release }): UnaskedRelease[] => {
    const parameter = isKeptBetweenCalls(place) ? parameterAwaitedBy(file, release) : undefined;
    const filling = parameter === undefined ? undefined : fillingOf(file, place);
    if (parameter === undefined || filling === undefined || enclosingFunction(filling) === parameter.host) return [];
    return [{ kind: "unasked-release", node: release, release, place, filling, parameter }];
  });
}

/** A field, or a variable of the module or of a factory. */
function isKeptBetweenCalls({ root, path }: Place): boolean {
  if (root.kind === "instance") return path.length > 0;
  return root.kind === "variable" && root.variable.defs[0]?.type === "Variable";
}
