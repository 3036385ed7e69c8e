/** The clear lines: whatever stops a run is told to the user in one sentence that says what to do. */
import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";

import { LEFT_OUT } from "./linted-files.ts";
import { PROJECT_PAGE } from "../report/project-page.ts";

/** A run that cannot go on, worded for the user. */
export class Failure extends Error {}

/** Describes any error that ends a run as one line, without a stack trace. */
export function describeFailure(error: unknown, cwd: string): string {
  if (error instanceof Failure) return error.message;
  if (isOfSettings(error)) return error.message.split("\n")[0] as string;
  const known = error instanceof Error ? (describeUnmatchedPath(error, cwd) ?? describeUnreadableFile(error, cwd)) : undefined;
  return known ?? describeCrash(error);
}

/** Whether an error says nothing of one file alone: the run cannot go on. */
export function isForAllFiles(error: unknown): boolean {
  return error instanceof Failure || isOfSettings(error);
}

/** Describes why the check of one file broke down, to stand behind the name of the file. */
export function describeBreakdown(error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== undefined && path !== undefined) return `it cannot be read (${code}).`;
  return `the check broke down (${sentenceOf(error)}). Please report this at ${PROJECT_PAGE}/issues.`;
}

function isOfSettings(error: unknown): error is Error {
  return error instanceof Error && error.name === "LeakproofSettingsError";
}

/** ESLint rejects a path it finds no file for. */
function describeUnmatchedPath(error: Error, cwd: string): string | undefined {
  const { messageTemplate, messageData } = error as { messageTemplate?: unknown; messageData?: { pattern?: string } };
  if (messageTemplate !== "all-matched-files-ignored" && messageTemplate !== "file-not-found") return undefined;
  const pattern = messageData?.pattern ?? "";
  const exists = existsSync(resolve(cwd, pattern));
  if (exists || messageTemplate !== "file-not-found") return `"${pattern}" holds no JavaScript or TypeScript to check. Left out are ${LEFT_OUT}.`;
  return `There is nothing at "${pattern}"; check the path, which is taken from ${cwd}.`;
}

/** A dangling link, a file without permission: one of them ends ESLint's whole run. */
function describeUnreadableFile(error: NodeJS.ErrnoException, cwd: string): string | undefined {
  if (error.code === undefined || error.path === undefined) return undefined;
  return `${relative(cwd, error.path)} cannot be read (${error.code}); make it readable, remove it, or let git ignore it.`;
}

function describeCrash(error: unknown): string {
  return `The check broke down: ${sentenceOf(error)}. Please report this at ${PROJECT_PAGE}/issues.`;
}

function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n").filter((line) => line.trim() !== "").slice(0, 3).join("; ");
}
