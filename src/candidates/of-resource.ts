/** What every candidate about a resource has, whatever the reason. */
import type { Owner } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import type { Candidate } from "./candidate.ts";

export interface OfResource extends Candidate {
  readonly resource: Resource;
  readonly owner: Owner;
}
