/** Names around promises and callbacks: how they are derived from each other, and what they tell of. */

/** Methods that make a promise from another one. */
export const derivingMethods: ReadonlySet<string> = new Set(["then", "catch", "finally"]);

/** Verbs of calls whose promise is fulfilled when something has been ended: if it is rejected, that is still there. */
export const endingVerbs = /^(?:unsubscribe|unregister|close|remove|delete|destroy|dispose|disconnect|detach|release|stop|terminate|kill|shutdown|teardown|end|leave|unmount)$/;

/** Words in the names of promises that tell that something ended, or that time has passed, and have no reason to be rejected. */
export const endSignalWords = /^(?:when|until|once|disposed?|closed?|closing|done|exit|exited|end|ended|finished|destroyed|cancell?ed|aborted|settled|delay|sleep|wait|timeout|tick)$/;

/** First parameters of callbacks that are told of a failure. */
export const errorNames = /^(?:e|err|error|ex)$|(?:Err|Error)$/;

/** Calls that run their callback later, whatever becomes of the work. */
export const timerCalls = /^set(?:Timeout|Interval|Immediate)$/;
