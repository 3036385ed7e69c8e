/** A removal that a function does for it, in place of the statement itself. */
import type { Unit } from "./draft.ts";

interface Form {
  readonly statement: RegExp;
  readonly passed: string;
  readonly parameters: string;
  readonly body: string;
}

const FORMS: readonly Form[] = [
  { statement: /^(.+?)\.(off|removeEventListener)\((".+?"), (.+)\);$/, passed: "$1, $4", parameters: "$target, $listener", body: "$target.$2($3, $listener);" },
  { statement: /^(clearInterval|clearTimeout)\((.+)\);$/, passed: "$2", parameters: "$timer", body: "$1($timer);" },
  { statement: /^delete (.+?)\[(.+)\];$/, passed: "$1, $2", parameters: "$collection, $key", body: "delete $collection[$key];" },
  { statement: /^(.+?)\.delete\((.+)\);$/, passed: "$1, $2", parameters: "$collection, $key", body: "$collection.delete($key);" },
  { statement: /^(.+?)\.splice\(.+?\.indexOf\((.+?)\), 1\);$/, passed: "$1, $2", parameters: "$collection, $key", body: "$collection.splice($collection.indexOf($key), 1);" },
  { statement: /^(.+?)\.(\$unsubscribe|abort)\(\);$/, passed: "$1", parameters: "$subscription", body: "$subscription.$2();" },
  { statement: /^([@$\w]+)\(\);$/, passed: "$1", parameters: "$stop", body: "$stop();" },
];

/** The statement that calls `name` to do what `statement` does, and the function; undefined where there is no such form. */
export function handedTo(name: string, statement: string): { readonly call: string; readonly unit: Unit } | undefined {
  const [mark = ""] = /^‹\d+›/.exec(statement) ?? [];
  const bare = statement.slice(mark.length);
  const form = FORMS.find((candidate) => candidate.statement.test(bare));
  if (form === undefined) return undefined;
  const fill = (text: string): string => fillIn(text, form.statement.exec(bare) ?? []);
  const text = `⇑function ${name}(${form.parameters}) {\n${mark}${fill(form.body)}\n}`;
  return { call: `${mark}${name}(${fill(form.passed)});`, unit: { declares: [name], text, home: "below" } };
}

/** Puts in the groups of a match; `$target` and the like are names and stay. */
function fillIn(text: string, groups: readonly string[]): string {
  return text.replace(/\$(\d)/g, (_, index: string) => groups[Number(index)] ?? "");
}
