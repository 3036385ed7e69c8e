import type { TypeQuestions } from "./type-questions.ts";

/** The twin for files without type information: it knows nothing and says so. */
export const silentTypes: TypeQuestions = {
  available: false,
  originOf: () => undefined,
  ancestryOf: () => undefined,
  disposalOf: () => undefined,
  cleanupOf: () => undefined,
  hasMember: () => undefined,
  isPrimitive: () => undefined,
  isFiniteDomain: () => undefined,
  textOf: () => undefined,
  authorTagsOf: () => undefined,
};
