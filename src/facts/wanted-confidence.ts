/** How sure a report must be for whoever lints a file: of what nobody will see, nothing is asked that costs much. */
import { isAsSureAs, type Confidence } from "./confidence.ts";

const wanted = new WeakMap<object, Confidence>();

/** Says that reports of this confidence are shown for the source; whatever less was said before stays. */
export function wantConfidence(source: object, confidence: Confidence): void {
  const known = wanted.get(source);
  if (known === undefined || isAsSureAs(known, confidence)) wanted.set(source, confidence);
}

/** The least confidence that anybody asks for; everything is shown where nobody said. */
export function wantedConfidence(source: object): Confidence {
  return wanted.get(source) ?? "possible";
}
