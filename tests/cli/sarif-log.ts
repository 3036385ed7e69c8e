/** Reads SARIF logs as the services do that take them: only what the schema allows. */
import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv";
import draft04 from "ajv/lib/refs/json-schema-draft-04.json" with { type: "json" };
import { expect } from "vitest";

// The schema is written in draft 4, which Ajv knows once it is shown that draft's own schema.
const ajv = new Ajv({ schemaId: "auto", allErrors: true });
ajv.addMetaSchema(draft04);
const validate = ajv.compile(sarifSchema);

export interface Region { readonly startLine: number; readonly startColumn: number; readonly endLine?: number; readonly endColumn?: number }
export interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }; readonly region: Region };
  readonly message?: { readonly text: string };
}
interface Replacement { readonly deletedRegion: Required<Region>; readonly insertedContent: { readonly text: string } }
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly partialFingerprints: object;
  readonly properties?: object;
  readonly relatedLocations?: readonly (Location & { readonly id: number })[];
  readonly codeFlows?: readonly [{ readonly threadFlows: readonly [{ readonly locations: readonly { readonly location: Location; readonly kinds: readonly string[] }[] }] }];
  readonly fixes?: readonly { readonly description: { readonly text: string }; readonly artifactChanges: readonly [{ readonly artifactLocation: { readonly uri: string }; readonly replacements: readonly [Replacement] }] }[];
}
export interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string; readonly help: { readonly text: string; readonly markdown: string }; readonly fullDescription: { readonly text: string } }[] } };
  readonly originalUriBaseIds: { readonly SRCROOT: { readonly uri: string } };
  readonly invocations: readonly { readonly executionSuccessful: boolean; readonly exitCode: number; readonly toolExecutionNotifications: readonly { readonly locations?: readonly Location[] }[] }[];
  readonly results: readonly SarifResult[];
}

/** Reads a log, which has to be valid, and answers its only run. */
export function readLog(text: string): SarifRun {
  const log = JSON.parse(text) as { readonly runs: readonly [SarifRun] };
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}
