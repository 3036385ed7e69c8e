/** Every small program of the tests, with the settings and rule options it is linted with. */
import { readdirSync } from "node:fs";
import path from "node:path";

import { pairs } from "../../../src/catalogue/catalogue.ts";
import { rules } from "../../../src/rules/index.ts";
import { caches, memoizers } from "../../keys/catalogue/caches.ts";
import { identities, readings } from "../../keys/catalogue/identities.ts";
import { normalization } from "../../keys/catalogue/normalization.ts";
import { recomputed } from "../../keys/catalogue/recomputed.ts";
import { shapes } from "../../keys/catalogue/shapes.ts";
import { stores } from "../../keys/catalogue/stores.ts";
import { json, texts } from "../../keys/catalogue/texts.ts";
import { collectCases } from "../../support/collected-cases.ts";
import { pathOfCase, type LintJob } from "../../support/lint-case.ts";
import { root } from "../../support/typed-program.ts";

/** The rules and settings that a group of programs shares. */
export interface Setup {
  readonly rules: Readonly<Record<string, readonly unknown[]>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Program {
  readonly code: string;
  /** Relative to the project that the hosts lint; no other program has it. */
  readonly file: string;
}

export interface ProgramGroup extends Setup {
  /** The folder of its programs. */
  readonly folder: string;
  readonly programs: readonly Program[];
}

type HostJob = Pick<LintJob, "code" | "options"> & Partial<Pick<LintJob, "name">>;

const RULE_TESTS = path.join(root, "tests/rules");

/** Collects the programs, in groups of those that are linted alike. All rules are on for each, as sure as they can be asked to be. */
export async function collectProgramGroups(): Promise<readonly ProgramGroup[]> {
  const jobs = [...(await collectRuleCases()), ...collectTableEntries()];
  const groups = new Map<string, { readonly setup: Setup; readonly jobs: HostJob[] }>();
  for (const job of jobs) {
    const setup = setupOf(job);
    const key = JSON.stringify(setup);
    const group = groups.get(key) ?? { setup, jobs: [] };
    groups.set(key, group);
    group.jobs.push(job);
  }
  return [...groups.values()].map((group, index) => groupNamed(`group-${String(index)}`, group.setup, group.jobs));
}

/** A test file is loaded under a name of its own, so that its tests are defined as ever when its own turn comes. */
async function collectRuleCases(): Promise<readonly HostJob[]> {
  const files = readdirSync(RULE_TESTS).filter((name) => name.endsWith(".test.ts"));
  return await collectCases(async () => {
    for (const file of files) await import(/* @vite-ignore */ `${path.join(RULE_TESTS, file)}?cases`);
  });
}

function collectTableEntries(): readonly HostJob[] {
  const keys = [shapes, normalization, recomputed, stores, texts, json, identities, readings, caches, memoizers].flat();
  const codes = [...keys.flatMap(({ broken, repaired }) => [broken, repaired]), ...pairs.flatMap(({ leaking, clean }) => [leaking, clean])];
  return codes.map((code) => ({ code, options: { filename: "src/example.ts" } }));
}

function setupOf({ name, options: { confidence = "likely", options, settings = {} } }: HostJob): Setup {
  const own = Object.keys(rules).map((rule) => [`leakproof/${rule}`, ["error", { confidence: "likely", ...(rule === name && { ...options, confidence }) }]] as const);
  return { rules: Object.fromEntries(own), settings };
}

function groupNamed(folder: string, setup: Setup, jobs: readonly HostJob[]): ProgramGroup {
  const programs = jobs.map(({ code, options }, index) => ({ code, file: path.posix.join(folder, String(index), path.relative(root, pathOfCase(options)).replaceAll("\\", "/")) }));
  return { ...setup, folder, programs };
}
