/** Reports what is possible only: it tells what is known, and what nothing tells. */
import type { TSESLint } from "@typescript-eslint/utils";

import type { OpenCandidate } from "../bench/open-candidates.ts";
import type { ConfidenceOption } from "./create-rule.ts";

/** The message of a rule that reports such candidates. */
export const LEFT_OPEN = "{{known}}, and nothing tells {{open}}. `leakproof explain` tells what is known.";

/** Reports the candidates where the option asks for them; what they are is asked only then. */
export function reportLeftOpen(context: Readonly<TSESLint.RuleContext<"leftOpen", readonly unknown[]>>, { confidence }: ConfidenceOption, candidates: () => readonly OpenCandidate[]): void {
  if (confidence !== "possible") return;
  for (const { node, known, open } of candidates()) context.report({ node, messageId: "leftOpen", data: { known, open } });
}
