/** What a rule's page says first: what the rule is for, and where it speaks. */
import { escapeText } from "./escape.mjs";

/** Renders the line below the title of a rule's page. */
export function renderRuleHead({ description, isRecommended, hasSuggestions }) {
  const presets = isRecommended ? ["recommended", "strict", "audit"] : ["strict", "audit"];
  const badges = presets.map((name) => `<li class="badge">${name}</li>`).join("") + (hasSuggestions ? '<li class="badge suggests">offers suggestions</li>' : "");
  return `<p class="lead">${escapeText(description).replaceAll(/`([^`]+)`/gu, "<code>$1</code>")}.</p>\n<ul class="badges" aria-label="Presets that have the rule">${badges}</ul>\n`;
}
