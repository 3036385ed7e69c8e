import type { TSESTree } from "@typescript-eslint/utils";

import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import { endingStreamNames } from "../../catalogue/data/subscriptions.ts";
import { routeStreams } from "../../catalogue/words/streams.ts";
import { isBoundedStream, isSingleAnswer, streamOf } from "../../subjects/subscription/streams.ts";
import { memberName } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const streamEnd: Evidence<DroppedSubscription, "by-operator" | "one-answer" | "with-its-owner" | "none"> = {
  id: "outlives/stream-end",
  asks: "Does the stream end by itself, or with something?",
  levels: {
    "by-operator": ["an operator of the stream ends the subscription", "no leak"],
    "one-answer": ["the stream is asked for one answer, and ends with it", "no leak"],
    "with-its-owner": ["the stream ends with the component that it tells of", "no leak"],
    "none": ["nothing is known to end the stream", "open"],
  },
  ask(file, { found: { call, kind } }) {
    const stream = kind === "stream" ? streamOf(file, call) : undefined;
    if (stream === undefined) return { level: "unknown", basis: "shown" };
    if (isBoundedStream(file, stream)) return { level: "by-operator", basis: "named", at: stream.operators.at(-1) };
    if (isSingleAnswer(stream)) return { level: "one-answer", basis: "named", at: stream.source };
    return isOfEnd(stream.source) ? { level: "with-its-owner", basis: "named", at: stream.source } : { level: "none", basis: "shown" };
  },
};

/** The parameters of a route end with the component that the route shows; a notifier of an end comes once. */
function isOfEnd(source: TSESTree.Node): boolean {
  const name = source.type === "MemberExpression" ? memberName(source) : source.type === "Identifier" ? source.name : undefined;
  return name !== undefined && (routeStreams.test(name) || endingStreamNames.test(name));
}
