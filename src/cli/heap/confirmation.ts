/** What heap snapshots say of a finding, for all that shows findings. */
export interface Confirmation {
  /** Whether what the finding is about grows, or was filled over and over and did not grow. */
  readonly kind: "confirmed" | "refuted";
  /** What the snapshots count, in the words of the source: "Client.streams". */
  readonly name: string;
  /** One count for each snapshot. */
  readonly counts: readonly number[];
}

/** "Confirmed: `Client.streams` grows, 307 > 547 > 789 entries." */
export function describeConfirmation({ kind, name, counts }: Confirmation): string {
  const series = counts.join(" > ");
  if (kind === "confirmed") return `Confirmed: \`${name}\` grows, ${series}${counts.length < 3 ? " in two snapshots" : ""}.`;
  return `Not confirmed: \`${name}\` was filled again and again while the snapshots were taken, and did not grow, ${series}.`;
}
