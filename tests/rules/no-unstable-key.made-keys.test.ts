import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unstable-key", rule, ({ valid, invalid }) => {
  // Keys that are made here and used elsewhere.
  invalid("a key maker that prints an object of others", `
    export const keyForLink = (parent: string, args: null | object) => {
      return args ? \`\${parent}(\${JSON.stringify(args)})\` : parent; // error: textHasNoFixedOrder "part of a key of \`keyForLink\`"
    };
  `, { confidence: "likely" });
  valid("a key maker that sorts", `
    export const keyForLink = (parent: string, args: null | object) => {
      return args ? \`\${parent}(\${stableStringify(args)})\` : parent;
    };
  `, { confidence: "likely" });
  invalid("a resolver that counts instead of naming", `
    import memoize from "lodash/memoize";
    export const load = memoize(
      (file: string, folders: string[]) => read(file, folders),
      (file: string, folders: string[]) => \`\${file}_\${folders.length}\`, // error: textLosesParts "of \`folders\` it keeps the length only"
    );
  `, { confidence: "likely" });
  valid("a resolver that names all", `
    import memoize from "lodash/memoize";
    export const load = memoize(
      (file: string, folders: string[]) => read(file, folders),
      (file: string, folders: string[]) => \`\${file}_\${folders.join(":")}\`,
    );
  `, { confidence: "likely" });
  invalid("a memoizing decorator on a method that takes parameters as an object", `
    import { Memoize } from "typescript-memoize";
    interface Params { force: boolean }
    class Task {
      @Memoize()
      dependencies(params: Params) { return resolve(params); } // error: identityIsNew "callers build for each call"
    }
  `, { confidence: "likely" });
  valid("a memoizing decorator with a resolver, and one without arguments", `
    import { Memoize } from "typescript-memoize";
    interface Params { force: boolean }
    class Task {
      @Memoize((params: Params) => params.force)
      dependencies(params: Params) { return resolve(params); }
      @Memoize()
      name() { return compute(); }
    }
  `, { confidence: "likely" });
  invalid("a cache of unknown make", `
    import { createCache } from "./cache";
    const parseCache = createCache();
    const parser = () => ({});
    export function parse(source: string) {
      const key = source + parser; // error: textIsSource "key of \`parseCache\` on lines 7 and 9"
      const known = parseCache.get(key);
      if (known) return known;
      parseCache.set(key, parser());
    }
  `, { confidence: "likely" });

  // Ordinary keys.
  valid("a template of primitives", `
    const cache = new Map();
    export function get(region, id) {
      const key = \`\${region}:\${id}\`;
      if (!cache.has(key)) cache.set(key, load(region, id));
      return cache.get(key);
    }
  `, { confidence: "likely" });
  valid("the href of a URL", `
    const cache = new Map<string, string>();
    export function get(url: URL) {
      if (!cache.has(url.href)) cache.set(url.href, fetchText(url));
      return cache.get(url.href) ?? cache.get(String(url)) ?? cache.get(\`\${url}#\`);
    }
    declare function fetchText(url: URL): string;
  `, { typed: true, confidence: "likely" });
  valid("an error's message and an enum member", `
    enum Level { Low, High }
    const counts: Record<string, number> = {};
    export function count(error: Error, level: Level) {
      counts[\`\${level}:\${error.message}\`] = (counts[\`\${level}:\${error.message}\`] ?? 0) + 1;
    }
  `, { typed: true, confidence: "likely" });
  valid("a list of strings joined", `
    const cache = new Map<string, number>();
    export function total(parts: string[]) {
      const key = parts.join("/");
      if (!cache.has(key)) cache.set(key, parts.length);
      return cache.get(key);
    }
  `, { typed: true, confidence: "likely" });
  valid("a function as key by identity", `
    const wrapped = new Map();
    function wrap(fn) {
      if (wrapped.has(fn)) return wrapped.get(fn);
      const wrapper = () => fn();
      wrapped.set(fn, wrapper);
      return wrapper;
    }
  `, { confidence: "likely" });
  valid("headers and form data are no stores of this kind", `
    export function send(headers: Headers, request: Request) {
      headers.set(String(request), "1");
      return headers.get(String(request.url));
    }
  `, { typed: true, confidence: "likely" });
  valid("tests are not looked at", `
    const cells = new Map();
    cells.set([1, 2], "a");
    cells.get([1, 2]);
  `, { filename: "src/__tests__/cells.ts" });
});
