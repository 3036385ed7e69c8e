/** The shape of a keyed cache that is known by name: which class, factory or global it is, and which method takes a key for what. */
import type { ApiOrigin } from "./origin.ts";

export type KeyOperation = "insert" | "lookup" | "delete";

export type KeyMethods = Readonly<Record<string, KeyOperation>>;

/**
 * What a cache does with its keys:
 * - `identity`: it keeps them as they are, as a Map does;
 * - `text`: it turns them into text, in this process;
 * - `outside`: it turns them into text and keeps the entries where other programs and other runs fill them as well;
 * - `requests`: it does so, and reads the address of a request that it is given as a key.
 */
export type KeyPolicy = "identity" | "text" | "outside" | "requests";

export interface CacheApi {
  /** The modules one of which must be imported for the entry to be asked at all; none for globals. */
  readonly modules: readonly string[];
  readonly origin: ApiOrigin;
  readonly policy: KeyPolicy;
  readonly methods: KeyMethods;
  /** The ways to it that only earlier majors of the package have. */
  readonly formerly?: readonly ApiOrigin[];
  /** Methods that not all versions of the package have. */
  readonly versions?: readonly string[];
  /** Methods that remove every entry, where they are not called `clear`. */
  readonly clear?: readonly string[];
  /** It keeps what it is given until it is told to let go. */
  readonly unbounded?: true;
}
