/** Calls that end something. */

/** Methods that end the object they are called on, and all its parts: nothing is called back any more. */
export const endingMethods: ReadonlySet<string> = new Set(["destroy", "close", "dispose", "terminate", "shutdown", "shutDown", "kill", "quit", "[dispose]", "[asyncDispose]"]);

/** Methods that end their object, whose failure while everything ends is none that anybody plans for. */
export const endingInFinalizer = /^(?:close|destroy|dispose|release|disconnect|shutdown|stop|end|terminate)$/;

/** Calls that begin the end of the process, or of what keeps it alive. */
export const endingProcess = /^(?:terminate|shut_?down|exit|quit|kill)/i;

/** Functions that do so, or are called when it ends. */
export const endsOfProcess = /^_?(?:terminat|shut_?down|exit|quit|kill|on_?exit|on_?quit)/i;
