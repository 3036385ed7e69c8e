/** The tokens and comments around a place. */

/** The last token that ends at or before an offset. */
export function tokenBefore({ ast }, offset) {
  return ast.tokens[firstIndex(ast.tokens, (token) => token.range[1] > offset) - 1];
}

/** The first token that starts at or after an offset. */
export function tokenAfter({ ast }, offset) {
  return ast.tokens[firstIndex(ast.tokens, (token) => token.range[0] >= offset)];
}

/** The comments of a stretch. */
export function commentsIn({ ast }, from, to) {
  const first = firstIndex(ast.comments, (comment) => comment.range[0] >= from);
  const end = firstIndex(ast.comments, (comment) => comment.range[1] > to);
  return ast.comments.slice(first, Math.max(first, end));
}

/** The first index of a list for which a question holds that holds for all after it. */
function firstIndex(list, isBehind) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
