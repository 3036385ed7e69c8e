/** Computes a value when it is first asked for, and once. */
export function lazy<Value>(compute: () => Value): () => Value {
  let state: { readonly value: Value } | undefined;
  return () => (state ??= { value: compute() }).value;
}
