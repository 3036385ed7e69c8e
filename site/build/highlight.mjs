/** Colours the code of the pages with the editor's own grammar, so that a block looks the same before it can be edited. */
import { javascriptLanguage, jsxLanguage, tsxLanguage, typescriptLanguage } from "@codemirror/lang-javascript";
import { highlightCode } from "@lezer/highlight";

import { tokenClasses } from "../app/token-classes.mjs";
import { escapeText } from "./escape.mjs";

const LANGUAGES = { js: javascriptLanguage, mjs: javascriptLanguage, cjs: javascriptLanguage, json: javascriptLanguage, jsx: jsxLanguage, ts: typescriptLanguage, mts: typescriptLanguage, tsx: tsxLanguage };

/** Renders code as HTML; a language that has no grammar here stays plain. */
export function renderCode(code, language) {
  const grammar = LANGUAGES[language];
  if (grammar === undefined) return escapeText(code);
  let html = "";
  const put = (text, classes) => {
    html += classes === "" ? escapeText(text) : `<span class="${classes}">${escapeText(text)}</span>`;
  };
  highlightCode(code, grammar.parser.parse(code), tokenClasses, put, () => (html += "\n"));
  return html;
}
