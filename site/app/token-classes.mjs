/** The colours of code: which class each kind of token has, in the pages and in the editor. */
import { tagHighlighter, tags } from "@lezer/highlight";

export const tokenClasses = tagHighlighter([
  { tag: [tags.comment, tags.meta], class: "t-comment" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue], class: "t-string" },
  { tag: [tags.number], class: "t-number" },
  { tag: [tags.keyword, tags.self, tags.bool, tags.null, tags.typeName, tags.modifier], class: "t-keyword" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.function(tags.definition(tags.variableName)), tags.className, tags.definition(tags.className), tags.tagName], class: "t-name" },
]);
