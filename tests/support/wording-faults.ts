/** Collects what is wrong with a report as the user reads it, its placeholders filled. */
export function collectWordingFaults(message: string): readonly string[] {
  const prose = message.replace(/`[^`]*`/g, "``");
  const [placeholder] = /\{\{\s*\w+\s*\}\}/.exec(message) ?? [];
  return [
    ...(placeholder === undefined ? [] : [`gives no data for ${placeholder}`]),
    ...(/^(?:[A-Z]|``)/.test(prose) && /[^.]\.$/.test(prose) ? [] : ["is no sentence with a capital and one full stop"]),
    ...(/\b(?:undefined|NaN)\b|\[object |\n| {2}/.test(prose) ? ["has text in it that nobody wrote"] : []),
    ...(prose.replaceAll("``", "").includes("`") ? ["leaves a backtick open"] : []),
  ];
}
