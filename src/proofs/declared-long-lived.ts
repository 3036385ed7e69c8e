import { isInLongLived } from "../subjects/resource/tagged.ts";
import type { Proof } from "./proof.ts";

export const declaredLongLived: Proof = {
  id: "proof/declared-long-lived",
  says: "the class or function around it is declared `@longLived`",
  find: (file, { node }) => isInLongLived(file, node),
};
