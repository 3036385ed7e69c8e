import type { OfResource } from "../candidates/of-resource.ts";
import type { Proof } from "./proof.ts";

export const endsByItself: Proof<OfResource> = {
  id: "proof/ends-by-itself",
  says: "it ends by itself",
  find: (_file, { resource }) => resource.pair.endsByItself === true,
};
