/** The shape of a catalogue entry: what this project knows of one acquire/release pair. Entries are data; `data/` holds them. */
import type { ApiOrigin } from "./origin.ts";

/** How the call that acquires is written. */
export interface Acquire {
  readonly form: "call" | "new";
  /** What is called: for `mutex.acquire()` the member `acquire` of a `Mutex`. */
  readonly callee: ApiOrigin;
  /** The call gives its receiver back (`const hook = createHook(x).enable()`), so that a handle `receiver` is its result as well. */
  readonly returnsReceiver?: true;
}

/**
 * What the release needs:
 * - `result`: what the call returns; `awaited`: what its promise resolves to; `element`: that is a tuple, and the handle
 *   is its n-th element;
 * - `argument`: the n-th argument; `receiver`: the object the method is called on;
 * - `callback`: the m-th parameter of the callback given as n-th argument (-1: the last);
 * - `identity`: nothing is handed out: the release repeats receiver and arguments.
 */
export type Handle =
  | { readonly from: "result"; readonly element?: number }
  | { readonly from: "awaited"; readonly element?: number }
  | { readonly from: "argument"; readonly index: number }
  | { readonly from: "receiver" }
  | { readonly from: "callback"; readonly index: number; readonly parameter: number }
  | { readonly from: "identity" };

/**
 * One accepted way to release:
 * - `method`: `handle.name()`; - `invoke`: `handle()`;
 * - `callee`: a call of `callee` with the handle as its n-th argument;
 * - `receiver-method`: a method of the acquisition's receiver, with the handle (`argument`) or with the same arguments (`same`)
 *   or with none of them, which releases all (`all`); `agreeing`: an option that must be given alike at both calls, as a
 *   member of the options object or as the argument itself (`capture`);
 * - `iteration`: the handle is iterated by `for of` or `for await`, which closes it at the end and on an early exit.
 * `versions`: which versions have it, where the declarations that prove the entry do not.
 */
export type Release =
  | { readonly by: "method"; readonly name: string; readonly versions?: string }
  | { readonly by: "invoke" }
  | { readonly by: "callee"; readonly callee: ApiOrigin; readonly argument: number }
  | { readonly by: "receiver-method"; readonly name: string; readonly argument: number; readonly versions?: string }
  | { readonly by: "receiver-method"; readonly name: string; readonly same: readonly number[]; readonly agreeing?: { readonly option: string; readonly argument: number }; readonly versions?: string }
  | { readonly by: "receiver-method"; readonly name: string; readonly all: true }
  | { readonly by: "iteration" };

/** A call that looks like a release and is not one. */
export interface WrongRelease {
  readonly method: string;
  readonly because: string;
  /** The method went away in some version, so that today's declarations do not have it. */
  readonly removed?: true;
}

/** Something at the acquisition that ends the resource without a release call. */
export type Bound =
  /** An option of the options object given as n-th argument; with `equals`, only if the option has that value; not for the event `unless`, which may never come. */
  | { readonly option: string; readonly argument: number; readonly equals?: boolean; readonly unless?: string }
  /** A stream as that option, or as the argument itself, which ends and takes the resource along; those of `lasting` do not end. */
  | { readonly stream: string; readonly argument: number; readonly lasting: ApiOrigin }
  /** A function as n-th argument: the callback form cleans up by itself. */
  | { readonly callback: number };

/**
 * A method of the handle whose awaited answer tells that all has been used up, and nothing is held any more: by `flag`, a
 * member that then is true, or by `value`, one that then is empty. Where the call fails, nothing is held either.
 */
export interface UsedUp {
  readonly method: string;
  readonly flag: string;
  readonly value: string;
}

/**
 * A use of the handle that tells what it is: a method that only such a thing has, with `answers` one of whose awaited answer
 * these members are taken, or being given to a constructor that takes nothing else.
 */
export type ShownUse = { readonly method: string; readonly answers?: readonly string[] } | { readonly givenTo: ApiOrigin };

/** What holds a handle without taking over the duty to release it: where the holder stays in the function, so does the handle. */
export interface Holders {
  /** Constructors that are given it, by itself or in a list; what they make is as good as the handle. */
  readonly makers: ApiOrigin;
  /** Methods of what these make that take a handle in. */
  readonly methods: readonly string[];
  /** Properties of what the function makes itself. */
  readonly properties: { readonly of: ApiOrigin; readonly names: readonly string[] };
}

/** How a resource is acquired and how it is released: all that the engine asks. */
export interface Pair {
  /** `origin/thing`. */
  readonly id: `${string}/${string}`;
  /** What it is called in a message, with its article: "an interval", "a file handle". */
  readonly noun: string;
  readonly acquire: Acquire;
  readonly handle: Handle;
  readonly releases: readonly Release[];
  readonly wrongReleases?: readonly WrongRelease[];
  /** Methods of the handle that give it back, beyond those that are so by habit. */
  readonly fluent?: readonly string[];
  readonly bounds?: readonly Bound[];
  /**
   * Who keeps it alive when its handle is dropped: the process (timers, descriptors, watchers, locks), the receiver it
   * was put on (listeners), or the first argument (what an observer observes); in the last two cases it dies with its holder.
   */
  readonly heldBy: "process" | "receiver" | "argument";
  /** Whoever is given the handle only reads it: passing it to a call or setting it as a property does not pass on the duty. */
  readonly lent?: true;
  /** Uses that tell what it is where nothing tells what the call is made on. */
  readonly shownBy?: readonly ShownUse[];
  readonly holders?: Holders;
  /** It ends by itself after a while: a leak only where something else can end first (one-shot timers). */
  readonly endsByItself?: boolean;
  /** It ends by itself only once it has been used up. */
  readonly usedUp?: UsedUp;
  /** Methods of the handle after whose failure it is closed, or which tell a failure by an event and close it then. */
  readonly closedByFailing?: readonly string[];
  /** Its other side may end it as well: a connection, a port, a worker, a process of its own. */
  readonly hasOtherSide?: true;
  /** Holding it at process level is normal: a server, a pool. Its absence of release is reported only where its owner ends. */
  readonly longLived?: boolean;
  /** All that it is for are the calls that are made on it, as with a client or a channel: without its handle, or a listener on it, nobody has anything of it. */
  readonly servesCalls?: true;
  /** The release itself may throw or reject. */
  readonly releaseMayThrow?: boolean;
  /** By its name alone it is a listener only with an event before the function: `value.on(show)` of a holder calls `show` once, with what it holds. */
  readonly needsEvent?: true;
  /** `likely`: matched by a name that other APIs share; counts in `strict` only. */
  readonly confidence?: "likely";
  /** A tool of tests: judged in test files, for releases that a failing test misses, and nowhere else. */
  readonly tier?: "tests";
}

/** A pair of the catalogue: with why it matters, where that is said, and two examples that prove it. */
export interface CataloguedPair extends Pair {
  readonly versions?: string;
  readonly reason: string;
  readonly docs: string;
  readonly leaking: string;
  readonly clean: string;
  /** Why the entry cannot be proven against the package's own declarations. */
  readonly unproven?: string;
}
