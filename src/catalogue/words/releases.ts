/** Words that say that a call ends something, or takes it away. */

const RELEASE_NAMES =
  /^(?:_?(?:dispose|destroy|close|terminate|unsubscribe|disconnect|unobserve|abort|cancel|kill|end|stop|shutdown|release|unlock|free|unlisten|unwatch|quit|teardown|cleanup)(?:All|Async|Sync|[A-Z]\w*)?|clear(?:Timeout|Interval|Immediate|Timer|Timers|All)|cancelAnimationFrame|cancelIdleCallback|remove(?:All)?(?:Event)?Listeners?|off|revokeObjectURL|\[dispose\]|\[asyncDispose\])$/;

/** Whether a call of this name releases something, whatever it is. */
export function isReleaseName(name: string | undefined): boolean {
  return name !== undefined && RELEASE_NAMES.test(name);
}

/** Beginnings of the names of functions that release what they are given: `clearTimer(this.timer)`. */
export const releasingCalls = /^_?(?:clear|cancel|release|remove|stop|dispose|destroy|close|end|kill|unsubscribe|disconnect|terminate|safe|try|revoke|unobserve|off)/i;

/** Methods whose call on a field tells that the field is owned. */
export const owningVerbs: ReadonlySet<string> = new Set(["dispose", "unsubscribe", "disconnect", "destroy", "close", "terminate", "unlisten", "[dispose]"]);

/** Verbs that end what they are called on for good, whatever it is. */
export const finalVerbs = /^(?:dispose|destroy|close|disconnect|unsubscribe|terminate)$/;

/** Methods that quiet a resource down without ending it. */
export const quietingVerbs = /^(?:pause|suspend|removeAllListeners|unref|detach|hide|mute)$/;

/** Calls that clear a timer. */
export const timerClears = /^clear(?:Timeout|Interval)$/;

/** Calls that take a function away: the function given to them does not run. */
export const removingCalls = /^(?:remove\w*|off|un\w+|delete|clear\w*|cancel\w*|disconnect)$/;

/** Parts of the names of calls that end all that an object has: `disposeAll(this)`, `each(this)`. */
export const endingAll = /dispos|clean|destroy|clear|release|values|entries|keys|each|tear|stop/i;

/** Methods of what is good for nothing but to be ended: a lease, a lock, a subscription. */
export const endingMethods: ReadonlySet<string> = new Set([...owningVerbs, "[asyncDispose]", "disposeAsync", "release", "unlock", "cancel", "stop", "remove", "off", "abort", "end"]);

/**
 * Verbs of one object of which the one hands out a thing and the others take it back: `openTape()` and `closeTape(tape)`.
 * What may be meant to stay when the work is done (what is created, added, registered, saved) is not among them.
 */
const HANDING_OUT: ReadonlyMap<string, readonly string[]> = new Map([
  ["open", ["close"]],
  ["acquire", ["release", "return", "giveBack", "free"]],
  ["checkout", ["checkin", "release", "return"]],
  ["checkOut", ["checkIn", "release", "return"]],
  ["borrow", ["return", "giveBack", "release", "handBack"]],
  ["rent", ["return", "giveBack", "release"]],
  ["lend", ["takeBack", "return"]],
  ["lease", ["release", "return", "free"]],
  ["obtain", ["release", "return", "free", "recycle"]],
  ["claim", ["release", "unclaim"]],
  ["take", ["release", "return", "giveBack", "putBack"]],
  ["reserve", ["release", "free", "unreserve"]],
  ["allocate", ["free", "deallocate", "release"]],
  ["alloc", ["free", "dealloc", "release"]],
  ["lock", ["unlock", "release"]],
  ["get", ["release", "giveBack"]],
  ["pin", ["unpin"]],
  ["attach", ["detach"]],
  ["mount", ["unmount"]],
]);

/** What a name that hands out begins with. Asked first: names of other calls, nearly all of them, need not be taken apart. */
const HANDS_OUT = new RegExp(`^(?:${[...HANDING_OUT.keys()].join("|")})(?![a-z])`);
const NONE: readonly string[] = [];
const VERB_AND_NOUN = /^(checkOut|[a-z]+)((?:[A-Z]\w*)?)$/;

/** The names under which the object that hands out by this name takes back; none where it hands nothing out. */
export function takingBack(name: string): readonly string[] {
  if (!HANDS_OUT.test(name)) return NONE;
  const [, verb = "", noun = ""] = VERB_AND_NOUN.exec(name) ?? [];
  const verbs = HANDING_OUT.get(verb) ?? [];
  // `get` alone, and `getX` whose X is not named again, are the reading of a value.
  if (verb === "get") return noun === "" ? [] : verbs.map((back) => back + noun);
  return verbs.flatMap((back) => (noun === "" ? [back] : [back + noun, back]));
}
