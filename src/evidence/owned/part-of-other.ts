import type { HeldField } from "../../candidates/kept-field.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import { standsIn } from "../../facts/reach.ts";
import { calleeName, receiverOf } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const partOfOther: Evidence<HeldField, "ended" | "holder-given" | "no"> = {
  id: "owned/part-of-other",
  asks: "Does the end of the owner end what it was asked of, or turn to the object that holds it?",
  levels: {
    "ended": ["the end of its owner ends what it is a part of", "no leak"],
    "holder-given": ["the end of its owner gives the object that holds it to other code", "no leak"],
    "no": ["it is no part of anything that the end of its owner ends", "open"],
  },
  ask(file, { resource, place, life }) {
    const holder = place.key.slice(0, place.key.lastIndexOf("."));
    const receiver = receiverOf(resource.acquisition);
    const made = receiver === undefined || resource.pair.handle.from === "receiver" ? undefined : file.places.placeOf(receiver);
    const owners = new Set<string>();
    // `this.scope.child()` where the teardown ends `this.scope`, and `this.data.session` where it calls on `this.data` to end.
    if (made !== undefined && made.path.length > 0 && made.root.kind === "instance") owners.add(made.key);
    if (place.path.length === 2) owners.add(holder);
    // `clearTimer(timerRef)` for what `timerRef.current` keeps: the callee has the object that holds it.
    const isHeld = place.path.length >= (place.root.kind === "variable" ? 1 : 2);
    if (owners.size === 0 && !isHeld) return { level: "no", basis: "shown" };
    const calls = file.nodes.calls.filter((call) => standsIn(call, life().reach));
    const ended = calls.find((call) => {
      const target = receiverOf(call);
      const key = target === undefined ? undefined : file.places.placeOf(target)?.key;
      return key !== undefined && owners.has(key) && (key !== made?.key || isReleaseName(calleeName(call)));
    });
    if (ended !== undefined) return { level: "ended", basis: "named", at: ended };
    const given = isHeld ? calls.find((call) => call.arguments.some((argument) => file.places.placeOf(argument)?.key === holder)) : undefined;
    return { level: given === undefined ? "no" : "holder-given", basis: "shown", at: given };
  },
};
