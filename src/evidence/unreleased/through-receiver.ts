import type { OfResource } from "../../candidates/of-resource.ts";
import { canRemove } from "../../subjects/listener/listeners.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** `mutex.release()`, `unlock(path)`: the release goes by what was given to the acquisition, and needs no handle. */
export const throughReceiver: Evidence<OfResource, "yes" | "no"> = {
  id: "unreleased/through-receiver",
  asks: "Is there a release that names what was given to the acquisition, and needs no handle?",
  levels: {
    yes: ["a release of the file names what was given here", "no leak"],
    no: ["no release of the file names what was given here", "leak"],
  },
  ask(file, { resource }) {
    const at = resource.pair.releases.flatMap((release) => {
      if (release.by !== "receiver-method" || "argument" in release) return [];
      return file.calls.named(release.name).find((call) => canRemove(file, resource, call, release)) ?? [];
    })[0];
    return { ...yesOrNo(at !== undefined), at };
  },
};
