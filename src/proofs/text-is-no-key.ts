import type { KeyText } from "../candidates/key-text.ts";
import type { Proof } from "./proof.ts";

/** By its type, its class or the calls of the language, the text changes, leaves parts out, or is the same for all. */
export const textIsNoKey: Proof<KeyText> = {
  id: "proof/text-is-no-key",
  says: "its text cannot tell entries apart, or changes",
  find(_file, { volatility }) {
    const found = volatility();
    return found?.confidence === "certain" && found.subject;
  },
};
