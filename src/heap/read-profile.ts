/**
 * Reads a sampling profile of the heap (`.heapprofile`): a tree of calls, and at each how many bytes were allocated there and still alive at
 * the end. Node and Chrome write the same.
 */
import { UnreadableHeapFile } from "./unreadable.ts";

/** A call in the tree. Lines and columns are those of the function's beginning, from 0; -1 for what is not of a file. */
export interface ProfileNode {
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number; readonly columnNumber: number };
  /** In bytes, an estimate from samples. */
  readonly selfSize: number;
  readonly children: readonly ProfileNode[];
}

const FOREIGN = "is no sampling heap profile; take one with node --heap-prof, or the Memory panel of Chrome: \"Allocation sampling\"";

/** Reads the text of a profile and answers the root of its tree; throws an `UnreadableHeapFile` for what is none. */
export function readProfile(text: string): ProfileNode {
  if (text.trim() === "") throw new UnreadableHeapFile("is empty; Node writes a profile when the process ends by itself, take it again");
  const head = (parse(text) as { readonly head?: unknown } | null)?.head;
  const open: unknown[] = [head];
  while (open.length > 0) {
    const node = open.pop();
    if (!isNode(node)) throw new UnreadableHeapFile(FOREIGN);
    open.push(...node.children);
  }
  return head as ProfileNode;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableHeapFile(text.trimStart().startsWith("{\"head\"") ? "ends before its end: it was cut off while it was written or copied; take it again" : FOREIGN);
  }
}

function isNode(value: unknown): value is ProfileNode {
  const { callFrame, selfSize, children } = (value ?? {}) as { readonly [Field in keyof ProfileNode]?: unknown };
  const { functionName, url, lineNumber, columnNumber } = (callFrame ?? {}) as { readonly [Field in keyof ProfileNode["callFrame"]]?: unknown };
  const isFrame = typeof functionName === "string" && typeof url === "string" && Number.isInteger(lineNumber) && Number.isInteger(columnNumber);
  return isFrame && typeof selfSize === "number" && Array.isArray(children);
}
