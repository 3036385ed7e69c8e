/** The command `heap`: compares snapshots, joins what grows with the source where that is named, and writes it. */
import plugin from "../../index.ts";
import { withoutFew, type HeapGrowth } from "../../heap/growth.ts";
import type { HeapCommand } from "../arguments.ts";
import { describeAsPage } from "../html/page.ts";
import { readRulePages } from "../rule-pages.ts";
import { describeAsSarif } from "../sarif.ts";
import { compareFiles } from "./compare-files.ts";
import { describeGrowth, describeGrowthAsJson } from "./describe-growth.ts";
import { collectGrowthFindings, GROWTH_PAGE } from "./growth-findings.ts";
import { joinGrowth, type JoinedGrowth } from "./joined.ts";
import { listWritten, resolveSource } from "./source-of-growth.ts";
import { nameBySources } from "./unmapped-sources.ts";

export interface ToldGrowth {
  readonly text: string;
  readonly grows: boolean;
  /** Sentences about what could not be checked. */
  readonly failures: readonly string[];
}

/** Describes what grows in the format that is asked for; throws a `Failure` where a snapshot cannot be read, or the source not be checked. */
export async function tellGrowth(command: Pick<HeapCommand, "files" | "format" | "source" | "settings"> & { readonly fewest?: number }, cwd: string): Promise<ToldGrowth> {
  const { files, settings } = command;
  // A wrong path is told before minutes are spent on the snapshots.
  const source = command.source === undefined ? undefined : resolveSource(command.source, cwd);
  const compared = withoutFew(await compareFiles(files, cwd), command.fewest ?? 0);
  const growth = source === undefined ? compared : nameBySources(compared, () => listWritten(source));
  const joined = source === undefined ? undefined : await joinGrowth(growth, { source, settings }, cwd);
  return { text: write(growth, joined, command, cwd), grows: growth.places.length + growth.loose.length > 0, failures: joined?.failures ?? [] };
}

function write(growth: HeapGrowth, joined: JoinedGrowth | undefined, { format, files }: Pick<HeapCommand, "files" | "format">, cwd: string): string {
  if (format === "text") return describeGrowth(growth, cwd, joined);
  if (format === "json") return describeGrowthAsJson(growth, joined);
  const findings = collectGrowthFindings(growth, joined, files.at(-1) ?? "");
  const shared = { version: plugin.meta.version, rules: [...readRulePages(plugin), GROWTH_PAGE], results: [], findings, cwd, failures: joined?.failures ?? [] };
  if (format === "sarif") return describeAsSarif({ ...shared, exitCode: findings.length > 0 ? 1 : 0 });
  return describeAsPage({ ...shared, preset: "strict", files: joined?.files ?? 0 });
}
