import type { Owned } from "../../candidates/kept-field.ts";
import type { StayingListener } from "../../candidates/staying-listener.ts";
import { closingVerbs } from "../../catalogue/words/owner-ends.ts";
import type { Evidence } from "../evidence.ts";

/**
 * A framework, or whoever disposes of things, ends each owner by its hook, once and for good. `close` and its like are verbs of the
 * program's own: a connection opens again, and what is closed may be one part of several.
 */
export const kindOfEnd: Evidence<Owned | StayingListener, "hook" | "verb"> = {
  id: "outlives/kind-of-end",
  asks: "Is the end of its owner a hook, or a verb of the program's own?",
  levels: {
    hook: ["each owner ends so, for good", "leak"],
    verb: ["the end is a verb that may be undone, or end one part of several", "open"],
  },
  ask(_file, candidate) {
    const teardown = "life" in candidate ? candidate.life().teardown : candidate.owner.teardown;
    if (teardown === undefined) return { level: "unknown", basis: "named" };
    return { level: teardown.name !== undefined && closingVerbs.test(teardown.name) ? "verb" : "hook", basis: "named", at: teardown.node };
  },
};
