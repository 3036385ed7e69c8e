/** A finding with what heap snapshots say of it. */
import type { Finding } from "../accounts.ts";
import { describeConfirmation, type Confirmation } from "./confirmation.ts";

/** Gives a finding what the snapshots say of it. Its message says it as well: that is all that most formats have room for. */
export function confirmFinding(finding: Finding, confirmation: Confirmation): Finding {
  // ESLint's results hold the same message, and are what the formats of its own are made of.
  finding.message.message += ` ${describeConfirmation(confirmation)}`;
  return { ...finding, confirmation };
}
