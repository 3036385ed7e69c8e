/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  configEmoji: [
    ["recommended", "✅"],
    ["strict", "🔒"],
    ["audit", "🔎"],
  ],
  ruleDocTitleFormat: "desc-parens-prefix-name",
  ruleDocNotices: ["deprecated", "configs", "hasSuggestions"],
  ruleDocSectionInclude: ["Wrong", "Right", "When it stays silent", "Options", "The bug behind it", "When it is wrong"],
  ruleListColumns: ["name", "description", "configsError", "hasSuggestions", "deprecated"],
};
