/** A release by a token that the acquisition was never given. */
import type { MissingToken } from "../../candidates/missing-token.ts";
import { otherTokens } from "../../evidence/unreleased/other-tokens.ts";
import type { Reason } from "../reason.ts";

export const tokenMissing: Reason<MissingToken> = {
  id: "token-missing",
  noun: "release by a token",
  asks: [otherTokens],
  formula: (bench) => (bench.holds(otherTokens) ? bench.silentBy(otherTokens) : bench.speaks("certain", otherTokens)),
};
