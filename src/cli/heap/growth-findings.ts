/** Growth as findings, for the writers of SARIF and of the page: reports of the analysis with their counts, and growth that no rule reports as one of its own kind. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

import type { GrowingPlace, HeapGrowth, LooseObjects } from "../../heap/growth.ts";
import type { ScriptPlace } from "../../heap/scripts.ts";
import type { Finding } from "../accounts.ts";
import { PROJECT_PAGE } from "../../report/project-page.ts";
import type { RulePage } from "../rule-pages.ts";
import { confirmFinding } from "./confirm-finding.ts";
import type { Confirmation } from "./confirmation.ts";
import { describeSilence, isReported } from "./describe-joined.ts";
import { nameOfGrown } from "./describe-growth.ts";
import type { Joined, JoinedGrowth, Standing } from "./joined.ts";
import { fileOfUrl } from "./source-of-growth.ts";

/** The page of what grows and is not reported. */
export const GROWTH_PAGE: RulePage = {
  id: "leakproof/heap-growth",
  name: "heap-growth",
  description: "Growth that heap snapshots show and no rule reports",
  url: `${PROJECT_PAGE}/blob/main/docs/heap.md`,
  introduction: "Growth that heap snapshots show and no rule reports.",
  markdown: undefined,
  isRecommended: true,
};

/** Builds one finding for each report that growth confirms, and one for each growing place without a report. `snapshot` is named where a place is of no file. */
export function collectGrowthFindings(growth: HeapGrowth, joined: JoinedGrowth | undefined, snapshot: string): readonly Finding[] {
  const confirmed = new Set<Finding>();
  return [...growth.places, ...growth.loose].flatMap((grown) => {
    const of = joined?.of.get(grown);
    const confirmation: Confirmation = { kind: "confirmed", name: nameOfGrown(grown), counts: grown.counts };
    if (of?.standing !== "reported") return [buildGrowthFinding(grown, of, confirmation, snapshot)];
    return of.candidates.filter(isReported).flatMap(({ finding }) => {
      if (finding === undefined || confirmed.has(finding)) return [];
      confirmed.add(finding);
      return [confirmFinding(finding, confirmation)];
    });
  });
}

const STANDINGS: Readonly<Record<Exclude<Standing, "reported" | "possible">, string>> = {
  unreported: "No rule has a candidate for it.",
  unchecked: "Its source was not checked.",
};

function buildGrowthFinding(grown: GrowingPlace | LooseObjects, joined: Joined | undefined, confirmation: Confirmation, snapshot: string): Finding {
  const place: ScriptPlace | undefined = "owner" in grown ? (grown.owner.place ?? grown.contents[0]?.place) : grown.place;
  const file = place && fileOfUrl(place.url);
  const [surest] = joined?.candidates ?? [];
  const said = surest === undefined ? STANDINGS[joined?.standing === "unreported" ? "unreported" : "unchecked"] : `${describeSilence(surest)} (line ${surest.explanation.place.line})`;
  const message = {
    ruleId: GROWTH_PAGE.id,
    severity: 1 as const,
    message: `\`${confirmation.name}\` grows from snapshot to snapshot, ${confirmation.counts.join(" > ")}. ${said}`,
    line: file === undefined ? 1 : (place?.line ?? 1),
    column: file === undefined ? 1 : (place?.column ?? 1),
  };
  const filePath = file ?? resolve(snapshot);
  return { filePath, source: file !== undefined && existsSync(file) ? readFileSync(file, "utf8").replace(/^\uFEFF/u, "") : "", message, account: undefined, confirmation };
}
