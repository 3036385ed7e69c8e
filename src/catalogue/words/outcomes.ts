/** Names of functions that tell whether a call fails. */

/** Functions whose failure is part of their job. */
export const failingCalls = /Sync$|^(?:parse|validate|assert|check|ensure|verify|require|decode|decrypt|deserialize|compile|must|expect|throwIf)/;

/** Functions that only let time pass. */
export const waitingCalls = /^(?:sleep|delay|wait|pause|(?:next|wait(?:For)?)?(?:Tick|Frame|AnimationFrame|Timeout|Immediate))$/i;

/** Handlers that do nothing with a failure but take it in, or log it. */
export const quietHandlers = /^_?(?:noop|no_op|ignore|swallow|nothing)|log|warn|error|debug/i;
