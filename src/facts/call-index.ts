/** The calls of a file by what they call and by where they stand. */
import { lazy } from "../syntax/lazy.ts";
import { bySource, calleeName, enclosingFunction, type CallNode, type FunctionNode } from "../syntax/tree.ts";

export interface CallIndex {
  /** The calls whose callee goes by this name: `f()`, `x.f()`, `new f()`. */
  named(name: string): readonly CallNode[];
  /** The calls whose name passes the test, in source order. A file has few names for its many calls, so that only names are tested. */
  whose(test: (name: string) => boolean): readonly CallNode[];
  /** The calls whose name is one of these, in source order. */
  namedOneOf(names: ReadonlySet<string>): readonly CallNode[];
  /** The calls directly in a function, not in functions inside it; `undefined` means outside of all functions. */
  directlyIn(owner: FunctionNode | undefined): readonly CallNode[];
}

const NONE: readonly CallNode[] = [];

/** Sorts the calls of a file. */
export function buildCallIndex(calls: readonly CallNode[]): CallIndex {
  const byName = new Map<string, CallNode[]>();
  for (const call of calls) {
    const name = calleeName(call);
    if (name !== undefined) add(byName, name, call);
  }
  // Few files ask for it.
  const byOwner = lazy(() => sortByOwner(calls));
  const whose = (test: (name: string) => boolean): readonly CallNode[] => {
    const lists: (readonly CallNode[])[] = [];
    byName.forEach((list, name) => {
      if (test(name)) lists.push(list);
    });
    return inSourceOrder(lists);
  };
  const namedOneOf = (names: ReadonlySet<string>): readonly CallNode[] => {
    const lists: (readonly CallNode[])[] = [];
    for (const name of names) {
      const list = byName.get(name);
      if (list !== undefined) lists.push(list);
    }
    return inSourceOrder(lists);
  };
  const inSourceOrder = (lists: readonly (readonly CallNode[])[]): readonly CallNode[] => (lists.length < 2 ? (lists[0] ?? NONE) : lists.flat().sort(bySource));
  return { named: (name) => byName.get(name) ?? NONE, whose, namedOneOf, directlyIn: (owner) => byOwner().get(owner) ?? NONE };
}

function sortByOwner(calls: readonly CallNode[]): ReadonlyMap<FunctionNode | undefined, readonly CallNode[]> {
  const byOwner = new Map<FunctionNode | undefined, CallNode[]>();
  for (const call of calls) add(byOwner, enclosingFunction(call), call);
  return byOwner;
}

function add<Key>(lists: Map<Key, CallNode[]>, key: Key, call: CallNode): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [call]);
  else list.push(call);
}
