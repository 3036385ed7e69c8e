/** The memoizers that are known by name: how each one makes the key of a call, and where the user can give another way. */
import { exported, oneOf, type ApiOrigin } from "../origin.ts";

export interface MemoizerApi {
  readonly modules: readonly string[];
  readonly origin: ApiOrigin;
  /**
   * - `wrapper`: called with the function, gives the memoized one;
   * - `decorator`: stands on a method, with or without a call;
   * - `loader`: `new` of it gives an object whose method takes the keys.
   */
  readonly form: "wrapper" | "decorator" | "loader";
  /** The arguments that a call's key is made of, as they are, where the user gives no other way. */
  readonly keyedBy: "first" | "all";
  /** The position of the user's own way, for a function, or of the options that hold it. */
  readonly resolver: number;
  /** The options that hold it. */
  readonly options: readonly string[];
  /** Those that only earlier majors of the package have. */
  readonly formerOptions?: readonly string[];
  /** The member of the memoized function under which the user can put a store of another make. */
  readonly store?: string;
  /** For loaders: the method that takes a key. */
  readonly method?: string;
}

function memoizer(modules: readonly string[], names: readonly string[], rest: Omit<MemoizerApi, "modules" | "origin">): MemoizerApi {
  return { modules, origin: oneOf(...modules.flatMap((module) => names.map((name) => exported(module, name)))), ...rest };
}

const LODASH = { form: "wrapper", keyedBy: "first", resolver: 1, options: [], store: "cache" } as const;
const COMPARING = { form: "wrapper", keyedBy: "all", resolver: 1 } as const;

/** The catalogued memoizers. */
export const MEMOIZER_APIS: readonly MemoizerApi[] = [
  memoizer(["lodash", "lodash-es"], ["memoize"], LODASH),
  memoizer(["lodash/memoize", "lodash-es/memoize", "lodash.memoize"], ["default"], LODASH),
  memoizer(["p-memoize", "memoize", "mem"], ["default"], { form: "wrapper", keyedBy: "first", resolver: 1, options: ["cacheKey"] }),
  memoizer(["memoizee"], ["default"], { ...COMPARING, options: ["normalizer", "primitive", "length", "resolvers"] }),
  memoizer(["micro-memoize"], ["default", "memoize"], { ...COMPARING, options: ["transformKey", "isKeyEqual", "isKeyItemEqual"], formerOptions: ["isEqual", "isMatchingKey"] }),
  memoizer(["moize"], ["default"], { ...COMPARING, options: ["isDeepEqual", "isShallowEqual", "isSerialized", "isReact", "matchesArg", "matchesKey", "transformArgs", "maxArgs", "serializer"] }),
  memoizer(["memoize-one"], ["default"], { ...COMPARING, options: [] }),
  memoizer(["typescript-memoize"], ["Memoize"], { form: "decorator", keyedBy: "first", resolver: 0, options: ["hashFunction", "tags"] }),
  memoizer(["typescript-memoize"], ["MemoizeExpiring"], { form: "decorator", keyedBy: "first", resolver: 1, options: [] }),
  memoizer(["p-memoize"], ["pMemoizeDecorator"], { form: "decorator", keyedBy: "first", resolver: 0, options: ["cacheKey"] }),
  memoizer(["mem"], ["memDecorator"], { form: "decorator", keyedBy: "first", resolver: 0, options: ["cacheKey"] }),
  memoizer(["memoize"], ["memoizeDecorator"], { form: "decorator", keyedBy: "first", resolver: 0, options: ["cacheKey"] }),
  memoizer(["lodash-decorators", "lodash-decorators/memoize"], ["Memoize", "memoize", "default"], { form: "decorator", keyedBy: "first", resolver: 0, options: ["resolver"] }),
  memoizer(["dataloader"], ["default"], { form: "loader", keyedBy: "first", resolver: 1, options: ["cacheKeyFn", "cache", "cacheMap"], method: "load" }),
];
