import { listeningVerbs } from "../../catalogue/words/listening.ts";
import type { KeptField } from "../../candidates/kept-field.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { standsIn } from "../../facts/reach.ts";
import { isReleasedInOtherState, type FieldUse } from "../../subjects/handle/field-uses.ts";
import { runAtEndOfPart } from "../../subjects/listener/listener-ends.ts";
import { memberName, wrapped } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const otherReleaseOfField: Evidence<KeptField, "one-by-one" | "with-part" | "other-state" | "no"> = {
  id: "unreleased/other-release-of-field",
  asks: "Is there a release that is an end of another kind than that of the owner?",
  levels: {
    "one-by-one": ["what it watches is taken off one by one", "no leak"],
    "with-part": ["it is released when another part of its owner tells of its end", "no leak"],
    "other-state": ["the function that acquires it releases it when it is not to be held", "no leak"],
    "no": ["no release of another kind ends it", "open"],
  },
  ask(file, { resource: { acquisition }, uses }) {
    const releases = uses().filter(({ kind }) => kind === "release");
    const oneByOne = releases.find(isUnobserved);
    if (oneByOne !== undefined) return { level: "one-by-one", basis: "named", at: oneByOne.node };
    const withPart = releases.length > 0 ? findAtEndOfPart(file, releases) : undefined;
    if (withPart !== undefined) return { level: "with-part", basis: "shown", at: withPart };
    const switched = releases.find((use) => isReleasedInOtherState(acquisition, [use]));
    return { level: switched === undefined ? "no" : "other-state", basis: "shown", at: switched?.node };
  },
};

/** `observer.unobserve(element)` somewhere: each element is taken off when it goes, and nothing is left at the end. */
function isUnobserved({ node }: FieldUse): boolean {
  const member = wrapped(node).parent;
  return member?.type === "MemberExpression" && memberName(member) === "unobserve";
}

/** The listener that releases it, of another part that tells of its end: `this.socket.on("close", () => this.server.close())`. */
function findAtEndOfPart(file: FileFacts, releases: readonly FieldUse[]): FieldUse["node"] | undefined {
  return file.calls.whose((name) => listeningVerbs.test(name)).find((call) => {
    const run = runAtEndOfPart(file, call);
    return releases.some(({ node }) => standsIn(node, run));
  });
}
