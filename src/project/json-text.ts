/** JSON as `package.json` and `tsconfig.json` have it. */

// What is not closed ends with its line or with the text: no text is gone over twice.
const TEXT_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/g;
const TEXT_OR_LAST_COMMA = /"(?:[^"\\\n]|\\.)*"?|,(?=\s*[\]}])/g;

/** The object that a text says, with comments and trailing commas as TypeScript allows them; an empty one where it says none. */
export function parseJson(text: string): Readonly<Record<string, unknown>> {
  const keepTexts = (part: string): string => (part.startsWith('"') ? part : "");
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, "").replace(TEXT_OR_COMMENT, keepTexts).replace(TEXT_OR_LAST_COMMA, keepTexts));
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
