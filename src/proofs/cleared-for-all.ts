import type { HeldWay } from "../candidates/held-way.ts";
import type { Proof } from "./proof.ts";

export const clearedForAll: Proof<HeldWay> = {
  id: "proof/cleared-for-all",
  says: "the test file takes away all of its kind at once",
  find(file, { resource: { pair } }) {
    if (file.kind !== "test") return false;
    const calls = pair.releases.flatMap((release) => (release.by === "receiver-method" && "all" in release ? file.calls.named(release.name) : []));
    return calls[0] ?? false;
  },
};
