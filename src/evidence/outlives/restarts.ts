import { restartingVerbs } from "../../catalogue/words/starts.ts";
import type { StayingListener } from "../../candidates/staying-listener.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { calleeName, receiverOf, type CallNode } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const restarts: Evidence<StayingListener, "yes"> = {
  id: "outlives/restarts",
  asks: "Does the listener set going again what the end of the owner has stopped?",
  levels: { yes: ["it sets going again what the end of the owner has stopped", "leak"] },
  ask: (file, { resource, owner: { teardown } }) => yesOrUnknown(teardown !== undefined && restartsWhatEnds(file, resource, teardown)),
};

/** Whether the listener sets going again what the teardown stops: after the end, the next event brings it back to life. */
function restartsWhatEnds(file: FileFacts, { acquisition }: Resource, teardown: FunctionFact): boolean {
  const reach = reachedFrom(file, [teardown.node]);
  const stopped = new Set(file.nodes.calls.filter((call) => standsIn(call, reach) && stopsOrReleases(calleeName(call))).flatMap((call) => keyOfReceiver(file, call) ?? []));
  if (stopped.size === 0) return false;
  const listeners = acquisition.arguments.flatMap((argument) => file.functions.functionValueOf(argument) ?? []);
  const run = reachedFrom(file, listeners);
  return file.nodes.calls.some((call) => restartingVerbs.test(calleeName(call) ?? "") && standsIn(call, run) && stopped.has(keyOfReceiver(file, call) ?? ""));
}

function stopsOrReleases(name: string | undefined): boolean {
  return name === "stop" || name === "pause" || isReleaseName(name);
}

function keyOfReceiver(file: FileFacts, call: CallNode): string | undefined {
  const receiver = receiverOf(call);
  const place = receiver === undefined ? undefined : file.places.placeOf(receiver);
  return place?.root.kind === "instance" && place.path.length > 0 ? place.key : undefined;
}
