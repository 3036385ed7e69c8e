/**
 * Writes the three files of a rule: `node scripts/new-rule.mjs no-unreleased-resource`.
 * They pass the checks of form; what the rule reports, and the words of its page, are still to be written.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const [name = ""] = process.argv.slice(2);

if (!/^(?:no|require|prefer)(?:-[a-z]+)+$/.test(name)) {
  fail(`"${name}" is no rule name: it starts with no-, require- or prefer-, in kebab case.`);
}

const files = {
  [`src/rules/${name}.ts`]: buildRule(),
  [`tests/rules/${name}.test.ts`]: buildTest(),
  [`docs/rules/${name}.md`]: buildPage(),
};

const existing = Object.keys(files).filter((file) => existsSync(path.join(root, file)));
if (existing.length > 0) fail(`${existing.join(", ")} already there.`);

for (const [file, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  console.log(`${file} written.`);
}
console.log("Write the rule, its cases and its page, then run `npm run generate`.");

function buildRule() {
  return `/**
 * Reports TODO: the defect, and what makes it one.
 * The engine knows the facts; this file knows only what to say.
 */
import { confidenceSchema, createRule, type ConfidenceOption } from "../report/create-rule.ts";

type MessageId = "defectSeen";

export default createRule<MessageId, [ConfidenceOption]>({
  name: "${name}",
  meta: {
    type: "problem",
    docs: { description: "Disallow TODO", preset: "strict" },
    messages: {
      defectSeen: "\`{{resource}}\` is TODO.",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    return {
      DebuggerStatement(node) {
        context.report({ node, messageId: "defectSeen", data: { resource: "debugger" } });
      },
    };
  },
});
`;
}

function buildTest() {
  return `import rule from "../../src/rules/${name}.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("${name}", rule, ({ valid, invalid }) => {
  valid("TODO: the nearest code that is right", \`
    run();
  \`);

  invalid("TODO: the defect in its plainest form", \`
    debugger; // error: defectSeen "\\\`debugger\\\` is"
  \`);
});
`;
}

function buildPage() {
  return `# TODO

<!-- end auto-generated rule header -->

TODO: what the rule reports, in one paragraph.

## Wrong

\`\`\`js
debugger;
\`\`\`

## Right

\`\`\`js
run();
\`\`\`

## When it stays silent

- TODO: what looks alike and is right, or cannot be told.

## Options

<!-- begin auto-generated rule options list -->
<!-- end auto-generated rule options list -->

## The bug behind it

TODO: the real bug that this rule would have caught, with a link.

## When it is wrong

TODO: what it cannot see, and the comment or option that settles the matter.
`;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
