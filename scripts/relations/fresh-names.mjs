/** Names that say nothing. */

/** Builds a function that answers a new name each time, one that the file does not hold yet; classes and components get a capital. */
export function freshNames({ ast }) {
  const taken = new Set(ast.tokens.map(({ value }) => value));
  let count = 0;
  return (hasCapital = false) => {
    for (;;) {
      const name = `${hasCapital ? "V" : "v"}${(count++).toString(36)}q`;
      if (!taken.has(name)) return name;
    }
  };
}
