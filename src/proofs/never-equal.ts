import type { DifferingKey } from "../candidates/asked-key.ts";
import type { Proof } from "./proof.ts";

/** For the same inputs, its key and that of each insert are two. Names of contents tell the same, and prove nothing. */
export const neverEqual: Proof<DifferingKey> = {
  id: "proof/never-equal",
  says: "no insert of the file can have used its key",
  find(_file, { difference }) {
    const found = difference();
    return found?.confidence === "certain" && found.difference.kind !== "contents" && found.insert.node;
  },
};
