/** Which pages there are, in the order in which a reader meets them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const repository = path.resolve(import.meta.dirname, "../..");

const GUIDE = ["getting-started", "adopting", "command", "settings", "heap", "oxlint"];
const REFERENCE = ["truth", "catalogue", "evidence"];
/** The heads of a rule's page, which eslint-doc-generator writes, repeat what the site says beside it. */
const END_OF_HEAD = "<!-- end auto-generated rule header -->";

/** Reads the pages of the documentation in groups. Every page of `docs/` is in one. */
export function readContents(rules) {
  const rest = namesIn("docs").filter((name) => !GUIDE.includes(name) && !REFERENCE.includes(name));
  return [
    { title: "Guide", pages: [...GUIDE, ...rest].map((name) => readPage(`docs/${name}.md`)) },
    { title: "Rules", pages: Object.entries(rules).map(([name, rule]) => readRule(name, rule)) },
    { title: "Reference", pages: REFERENCE.map((name) => readPage(`docs/${name}.md`)) },
    { title: "How it thinks", pages: namesIn("docs/model").map((name) => readPage(`docs/model/${name}.md`)) },
  ];
}

function namesIn(folder) {
  return readdirSync(path.join(repository, folder)).filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -".md".length)).sort();
}

function readPage(file) {
  const markdown = readFileSync(path.join(repository, file), "utf8");
  const title = /^# (?<title>.*)$/mu.exec(markdown)?.groups.title ?? file;
  return { file, url: file.slice("docs/".length).replace(/\.md$/u, ".html"), title, markdown };
}

function readRule(name, { meta }) {
  const page = readPage(`docs/rules/${name}.md`);
  const body = page.markdown.split(END_OF_HEAD).at(-1).trim();
  return { ...page, title: name, markdown: `# ${name}\n\n${body}`, rule: { name, description: meta.docs.description, isRecommended: meta.docs.preset === "recommended", hasSuggestions: meta.hasSuggestions === true } };
}
