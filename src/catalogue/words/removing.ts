/** Verbs that put something on and take it off again. */

/** Verbs that put something on, in a function that gives back how to take it off. */
export const puttingOn = /^(?:add|on$|once$|push$|set|subscribe|observe|connect|listen|watch|register|unshift|request(?:AnimationFrame|IdleCallback))/;

/** Verbs that take something off, in the function that such a one gives back. */
export const takingAway = /^(?:remove|un[A-Z]|off$|clear|delete$|splice$|dispose|disconnect|unsubscribe|abort|cancel|stop|destroy|close|detach)|^filter$/;

/** Methods of an emitter that take its listeners off. */
export const takingOff = /^(?:off|un(?:[A-Z]|observe|listen|watch|bind|subscribe|register)\w*|remove(?:All)?(?:Listener|Handler|Observer|Subscription)s?|removeAll|clearListeners|detach\w*|stop[A-Z]\w*)$/;

/** Verbs in a function that make it a cleanup. */
export const releasingInCleanup = /^(?:remove\w*|un(?:[A-Z]|observe|listen|watch|bind|register|mount|subscribe)\w*|off|clear\w+|dispose|disconnect|unsubscribe|abort|cancel\w*|stop|destroy|close|detach|cleanup)$/;

/** What names a function that is a cleanup. */
export const cleanupWords = /^(?:stop|clean_?up|dispose|unsubscribe|teardown|destroy|unlisten)/i;

/** The verbs under which a subscription may offer its end, after the one that its library is known to have. */
export const endsOfSubscription: readonly string[] = ["dispose", "unsubscribe", "close", "remove", "off", "stop", "destroy", "cancel", "disconnect"];

/** What tidies up after a promise that has settled. */
export const tidyingVerbs = /^clear(?:Timeout|Interval)$|^dispose$|^remove\w*Listener$/;

/** Methods by which a whole lets go of one part that it is given. */
export const takingOut = /^(?:remove|delete|unregister|detach|discard|drop|expel)(?!\w*Listener)(?:Child|[A-Z]\w*)?$/;

/** Methods by which a whole takes in a part that it is given. */
export const takingIn = /^(?:append(?:Child)?|prepend|insert(?:Before|Adjacent\w*)?|replaceChildren|add(?:Child)?)$/;
