import type { OverwrittenField } from "../../candidates/overwritten-field.ts";
import { isReleaseName, quietingVerbs } from "../../catalogue/words/releases.ts";
import { calleeName } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const onlyQuieted: Evidence<OverwrittenField, "quieted" | "released" | "neither"> = {
  id: "unreleased/only-quieted",
  asks: "Is what the field held quieted down, or ended, before the field lets go of it?",
  levels: {
    quieted: ["it is only quieted down before the field lets go of it", "leak"],
    released: ["it is ended before the field lets go of it", "no leak"],
    neither: ["nothing quiets it down before", "open"],
  },
  ask(_file, { node, calls }) {
    const before = calls.filter((call) => call.range[1] <= node.range[0]).map((call) => ({ call, verb: calleeName(call) ?? "" }));
    const release = before.find(({ verb }) => isReleaseName(verb) && !quietingVerbs.test(verb))?.call;
    const quiet = before.find(({ verb }) => quietingVerbs.test(verb))?.call;
    return { level: release !== undefined ? "released" : quiet !== undefined ? "quieted" : "neither", basis: "named", at: release ?? quiet };
  },
};
