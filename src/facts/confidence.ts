/** How sure a verdict is: `certain` speaks in both presets, `likely` in `strict` only. */
export type Confidence = "certain" | "likely";

/** The confidence of a conclusion that rests on all of these. */
export function weakest(...confidences: readonly Confidence[]): Confidence {
  return confidences.includes("likely") ? "likely" : "certain";
}
