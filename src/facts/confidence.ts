/** How sure a verdict is: `certain` speaks in all presets, `likely` in `strict` and `audit`, `possible` in `audit` only. */
export type Confidence = "certain" | "likely" | "possible";

/** The surest first. */
const ORDER: readonly Confidence[] = ["certain", "likely", "possible"];

/** Whether the one confidence is no less sure than the other. */
export function isAsSureAs(one: Confidence, other: Confidence): boolean {
  return ORDER.indexOf(one) <= ORDER.indexOf(other);
}

/** The confidence of a conclusion that rests on all of these. */
export function weakest(...confidences: readonly Confidence[]): Confidence {
  return confidences.reduce((one, other) => (isAsSureAs(one, other) ? other : one), "certain");
}
