/** What every candidate about a resource has, whatever the reason. */
import type { Owner } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import type { Candidate } from "./candidate.ts";

export interface OfResource extends Candidate {
  readonly resource: Resource;
  readonly owner: Owner;
}

/** The same of what may have no handle. */
export interface OfNamed extends OfResource {
  /** Whether it has no handle of its own, and is released by naming again what the acquisition named. */
  readonly isNamedAgain: boolean;
}
