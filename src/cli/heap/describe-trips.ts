/** What grew in a test, as the message that its runner shows. */
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

interface Place {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** What grew, as the command writes it as JSON. */
export interface GrownInTest {
  /** In the words of the source: `Client.streams`. */
  readonly name: string;
  /** One for each snapshot. */
  readonly counts: readonly number[];
  /** Of a collection. */
  readonly owner?: { readonly place?: Place };
  readonly contents?: readonly { readonly name: string; readonly isFunction: boolean; readonly place: Place }[];
  /** Of functions and instances. */
  readonly place?: Place;
  /** From the root of the heap to it. */
  readonly way?: readonly string[];
  readonly standing?: "reported" | "possible" | "unreported" | "unchecked";
  readonly candidates?: readonly {
    readonly filePath: string;
    readonly message?: string;
    readonly explanation: { readonly rule: string; readonly place: { readonly line: number; readonly column: number } };
  }[];
}

/** Describes what grew in so many round trips before each snapshot. `note` says why the source was not looked at. */
export function describeTrips(grown: readonly GrownInTest[], { rounds, note }: { readonly rounds: number; readonly note: string | undefined }): string {
  const head = `${grown.length === 1 ? "1 place grows" : `${grown.length} places grow`} with each ${rounds} round trips:`;
  return [head, ...grown.map(describeGrown), ...(note === undefined ? [] : [`The source was not looked at: ${note}`])].join("\n\n");
}

function describeGrown(grown: GrownInTest): string {
  const { name, counts, owner, contents = [], way = [] } = grown;
  const place = grown.place ?? owner?.place;
  return [
    `${place === undefined ? "" : `${describePlace(place)}  `}${name}  ${counts.join(" > ")}`,
    ...describeStanding(grown),
    ...contents.map((objects) => `  holds ${objects.isFunction ? "functions" : "instances of"} ${objects.name} of ${describePlace(objects.place)}`.replaceAll("  of", " of")),
    ...(way.length > 0 ? [`  held by ${way.join(" > ")}`] : []),
  ].join("\n");
}

function describeStanding({ standing, candidates = [] }: GrownInTest): string[] {
  const [surest] = candidates;
  if (surest === undefined) return standing === "unreported" ? ["  unreported: no rule has a candidate for it"] : standing === "unchecked" ? ["  not checked: its place is in no JavaScript or TypeScript below the source"] : [];
  const { filePath, message, explanation: { rule, place } } = surest;
  const at = `${describePath(filePath)}:${place.line}:${place.column}`;
  return [standing === "reported" ? `  reported: ${at} ${rule}: ${message ?? ""}` : `  possible: ${at}, which ${rule} does not report; leakproof explain ${at} says why`];
}

function describePlace({ url, line, column }: Place): string {
  return `${describePath(url.startsWith("file:///") ? fileURLToPath(url) : url)}:${line}:${column}`;
}

function describePath(path: string): string {
  const way = relative(process.cwd(), path);
  return way.startsWith("..") || way === "" || path.includes("://") ? path : way.replaceAll(sep, "/");
}
