/** Words in the names of collections and values that tell for how long entries are meant to be there. */

/** Collections of things that wait: leaving one of them is not the end of an id. */
export const waitingWords = /^(?:dirty|queue|queued|changed|scheduled|timers?|timeouts?|locks?|locked|inflight|processing|loading|running|active|waiting|todo|updates?|changes|stack|buffer|visited|visiting)$/;

/** Collections that are meant to remember what is gone. */
export const rememberingWords = /^(?:seen|ever|past|previous|previously|known|history|stats|statistics|counts?|counters?|total|totals|used|loaded|registered|defined|tombstones?|banned|blocked|ignored|deleted|removed|disposed|closed|finished|completed|done)$/;

/** Collections of what is under way until an answer comes. */
export const underWayWords = /^(?:inflight|flight|pending|outstanding|awaiting|unanswered|unacked)$/;

/** What a function is given when an answer comes. */
export const answerNames = /^(?:res|result|response|reply|answer|ack)$/;
