import type { StayingListener } from "../../candidates/staying-listener.ts";
import { isOfService } from "../../subjects/subscription/emitter-lifetime.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const serviceByName: Evidence<StayingListener, "yes"> = {
  id: "outlives/service-by-name",
  asks: "Is the target by its name a service of the whole program?",
  levels: { yes: ["its target is by its name a service of the whole program", "leak"] },
  ask(file, { target }) {
    if (target === undefined) return { level: "unknown", basis: "named" };
    // Many listeners on one object make the owner its protocol handler; one field of its own is as likely a child.
    const place = file.places.placeOf(target);
    const isReachedThrough = place?.root.kind !== "instance" || place.path.length > 1;
    return yesOrUnknown(isReachedThrough && isOfService(file, target), "named");
  },
};
