/** Spreads the units of a draft over files: who imports what, and what is exported because somebody imports it. */
import type { Draft, Home, Unit } from "./draft.ts";
import type { SourceText } from "./link.ts";

const ORDER: readonly Home[] = ["below", "owner", "above", "entry"];
const FILES: Readonly<Record<Home, string>> = { below: "src/$belowFile.js", owner: "src/$ownerFile.js", entry: "src/$entryFile.js", above: "src/$aboveFile.js" };

const PACKAGES: readonly (readonly [string, string])[] = [
  ["EventEmitter", "node:events"],
  ["useEffect", "react"],
  ["$load", "./$workFile.js"],
];

/** The files of an application, in the order in which they import each other. */
export function assemble({ plan, units }: Draft): readonly SourceText[] {
  const homes = ORDER.filter((home) => [...units.values()].some((unit) => unit.home === home));
  const placed = new Map(homes.map((home) => [home, fileOf(home, homes, plan.files)] as const));
  const byFile = new Map<Home, readonly Unit[]>();
  for (const [home, file] of placed) byFile.set(file, [...(byFile.get(file) ?? []), ...[...units.values()].filter((unit) => unit.home === home)]);
  return [...byFile].map(([home, inside]) => ({ path: FILES[home], text: fileText(home, inside, byFile) }));
}

/** The file that a home is a part of: with two files what is below goes with the owner, and what is above with the entry. */
function fileOf(home: Home, homes: readonly Home[], files: number): Home {
  if (files === 1) return homes.includes("entry") ? "entry" : "owner";
  const apart = files === 2 ? undefined : homes.includes("below") ? "below" : "above";
  if (home === apart) return home;
  return home === "below" || home === "owner" || !homes.includes("entry") ? "owner" : "entry";
}

function fileText(home: Home, units: readonly Unit[], byFile: ReadonlyMap<Home, readonly Unit[]>): string {
  const text = units.map((unit) => unit.text).join("\n\n");
  const others = [...byFile].filter(([other]) => other !== home);
  const imports = [
    ...PACKAGES.filter(([name]) => isFreeName(name, text)).map(([name, path]) => `import { ${name} } from "${path}";`),
    ...others.flatMap(([other, theirs]) => {
      const names = theirs.flatMap(({ declares }) => declares).filter((name) => isFreeName(name, text));
      return names.length === 0 ? [] : [`import { ${names.join(", ")} } from "${FILES[other].replace("src/", "./")}";`];
    }),
  ];
  const rest = others.flatMap(([, theirs]) => theirs.map((unit) => unit.text)).join("\n");
  const exported = text.replace(/⇑(export )?((?:async )?(?:function|class|const) (\$\w+))/g, (_, forced: string | undefined, declaration: string, name: string) => `${forced !== undefined || name === "$Widget" || isFreeName(name, rest) ? "export " : ""}${declaration}`);
  return `${[...imports, ...(imports.length === 0 ? [] : [""]), indented(exported)].join("\n")}\n`;
}

/** Whether a text names something other than as a member. */
function isFreeName(name: string, text: string): boolean {
  return new RegExp(`(?<![.\\w$])${name.replace("$", "\\$")}(?!\\w)`).test(text);
}

function indented(text: string): string {
  let depth = 0;
  return text
    .split("\n")
    .map((written) => {
      const line = written.trim();
      const [opening, closing] = [line.match(/[{[(]/g)?.length ?? 0, line.match(/[}\])]/g)?.length ?? 0];
      const isClosing = /^[}\])]/.test(line);
      const shown = line === "" ? "" : `${"  ".repeat(Math.max(0, depth - (isClosing ? 1 : 0)))}${line}`;
      depth = Math.max(0, depth + Math.sign(opening - closing));
      return shown;
    })
    .join("\n");
}
