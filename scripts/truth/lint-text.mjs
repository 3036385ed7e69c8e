/** Lints one text with every engine that is measured. */
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";

const BASE = {
  files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
  languageOptions: { parser, sourceType: "module", parserOptions: { ecmaVersion: "latest", ecmaFeatures: { jsx: true } } },
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
};
const FOLDER = "/measured";

/**
 * Builds the function that lints a text as the file of that name: it answers the reports of every engine by its name
 * (`rule`, `messageId`, `message`, `line`, `endLine`), or undefined where the text cannot be parsed. It is parsed once.
 */
export function createLint(engines) {
  const linter = new Linter({ cwd: FOLDER });
  return (text, file) => {
    let code = text;
    const reports = {};
    for (const { name, config } of engines) {
      const messages = verify(linter, code, config, file);
      if (messages.some(({ fatal }) => fatal)) return undefined;
      code = linter.getSourceCode();
      reports[name] = messages.filter(({ ruleId }) => ruleId !== null).map(({ ruleId, messageId, message, line, endLine = line }) => ({ rule: ruleId, messageId, message, line, endLine }));
    }
    return reports;
  };
}

/** What a rule throws on code that it does not expect counts as silence, as long as the code itself can be parsed. */
function verify(linter, code, config, file) {
  const options = { filename: `${FOLDER}/${file}` };
  try {
    return linter.verify(code, [...config, BASE], options);
  } catch {
    return linter.verify(code, [BASE], options);
  }
}

/** The reports of `after` that have no equal in `before`. Two are equal if they say the same, wherever they stand. */
export function newReports(before, after) {
  const known = before.map(identityOf);
  return after.filter((report) => {
    const at = known.indexOf(identityOf(report));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

function identityOf({ rule, messageId, message }) {
  return `${rule} ${messageId} ${message.replace(/lines? \d+(?:(?:, | and )\d+)*/g, "")}`;
}
