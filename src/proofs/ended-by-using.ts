import type { OfResource } from "../candidates/of-resource.ts";
import { usingOfMaker } from "../subjects/resource/maker.ts";
import type { Proof } from "./proof.ts";

export const endedByUsing: Proof<OfResource> = {
  id: "proof/ended-by-using",
  says: "what it was got from is declared with `using`, and takes it along",
  find: (file, { resource }) => usingOfMaker(file, resource) ?? false,
};
