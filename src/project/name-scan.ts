/** What a text does with a name, told by one pass over its words and marks: it says which files are worth parsing. */

const MARKS = String.raw`["';{}]|(?<![\w$])(?:import|exports?)(?![\w$])`;

/** Whether a text takes a name from elsewhere: by an import, a member, a path or a pattern; a file that loads modules as it runs may take any. */
export function takesName(text: string, word: string): boolean {
  if (/(?<![\w$])import\s*\(/.test(text)) return true;
  let isInImport = false;
  let braces: "none" | "open" | "named" = "none";
  for (const { 0: mark, index } of marksIn(text, word)) {
    if (mark === word && (isInImport || isMember(text, index))) return true;
    if (mark === "}" && braces === "named" && isAt(/\s*=/y, text, index + 1)) return true;
    if (mark === "{") braces = "open";
    else if (mark === "}") braces = "none";
    else if (mark === word && braces === "open") braces = "named";
    if (mark === "import" || mark === "export") isInImport = true;
    else if (mark === '"' || mark === "'" || mark === ";") isInImport = false;
  }
  return false;
}

/** Whether a text names a member so: `jobs.run`, `jobs["run"]`. */
export function takesMember(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (isMember(text, at)) return true;
  }
  return false;
}

/** Whether a text may take a member out of an object by a pattern: `const { run } = job`, `({ run: start }) => …`. */
export function takesByPattern(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);
  return new RegExp(`[{,]\\s*${escaped}\\s*(?:[,}=]|:\\s*[\\w$]+\\s*[,}=])`).test(text);
}

/** Whether a text exports a name, or hands on a module of that name. */
export function handsOnName(text: string, word: string): boolean {
  let list: "none" | "export" | "exports" = "none";
  for (const { 0: mark, index } of marksIn(text, word)) {
    if (mark === word && (list !== "none" || isDefault(text, index))) return true;
    if (mark === "exports") list = "exports";
    else if (mark === "export" && isAt(/\s*(?:type\s*)?\{/y, text, index + mark.length)) list = "export";
    else if (mark === ";" || (mark === "}" && list === "export")) {
      if (mark === "}" && isNamedIn(moduleAfter(text, index + 1), word)) return true;
      list = "none";
    }
  }
  return false;
}

/** Whether a text takes a module as a whole, by a path that ends in its name: then it can use all of it without naming any. */
export function takesModule(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (!/^(?:\.\w{1,4})?["']/.test(text.slice(at + name.length, at + name.length + 6)) || !/[/"']/.test(text.charAt(at - 1))) continue;
    if (/(?:\*\s{0,9}as\s{1,9}[\w$]{1,99}\s{1,9}from\s{0,9}|(?:require|import)\s{0,9}\(\s{0,9})["'][^"'\n]{0,200}$/.test(text.slice(Math.max(0, at - 300), at))) return true;
  }
  return false;
}

function marksIn(text: string, word: string): Iterable<RegExpExecArray> {
  const escaped = word.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);
  return text.matchAll(new RegExp(`(?<![\\w$])${escaped}(?![\\w$])|${MARKS}`, "g"));
}

function isAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

/** `jobs.run`, `jobs["run"]`, `"./run"`. */
function isMember(text: string, index: number): boolean {
  let at = index - 1;
  const isText = text.charAt(at) === '"' || text.charAt(at) === "'";
  if (isText) at -= 1;
  while (at >= 0 && /\s/.test(text.charAt(at))) at -= 1;
  return isText ? text.charAt(at) === "[" : text.charAt(at) === "." || text.charAt(at) === "/";
}

function isDefault(text: string, index: number): boolean {
  return /(?<![\w$])export\s{1,9}default\s{1,9}$/.test(text.slice(Math.max(0, index - 40), index));
}

/** The module that a list of exports is from. */
function moduleAfter(text: string, index: number): string {
  const from = /\s*from\s*["']([^"'\n]*)/y;
  from.lastIndex = index;
  return from.exec(text)?.[1] ?? "";
}

function isNamedIn(module: string, word: string): boolean {
  return module.split(/[^\w$.-]+/).some((step) => step === word || step.replace(/\.\w+$/, "") === word);
}

/** Whether a text can hand on what another file exports under a name; most cannot, and need not be read for it. */
export function mayHandOn(text: string, name: string): boolean {
  if (/\bexport\s*(?:type\s*)?\*/.test(text)) return true;
  if (/\bexports\b/.test(text) && (name === "" || name === "default" || text.includes("require"))) return true;
  if (name === "") return false;
  if (name === "default" && /\bexport\s+default\s+(?!(?:function|class|async|abstract|new)\b)[\w$]/.test(text)) return true;
  return text.includes(name) && /\bexport\s*(?:type\s*)?\{/.test(text);
}
