/** Names around promises and callbacks: how they are derived from each other, and what they tell of. */

/** Methods that make a promise from another one. */
export const derivingMethods: ReadonlySet<string> = new Set(["then", "catch", "finally"]);

/** First parameters of callbacks that are told of a failure. */
export const errorNames = /^(?:e|err|error|ex)$|(?:Err|Error)$/;
