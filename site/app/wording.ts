/** "Nothing to report", "1 finding", "2 findings". */
export function describeCount(findings: number): string {
  if (findings === 0) return "Nothing to report";
  return findings === 1 ? "1 finding" : `${findings} findings`;
}
