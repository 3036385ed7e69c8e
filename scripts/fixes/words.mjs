/** The words by which a commit that mends a leak is told from others. */

/** git's own search over whole messages, case aside: a wide net, so that few commits are looked at closer. */
export const NET =
  "leak|MaxListeners|dangling|grows|growing|unbounded|never|not (being |properly )?(clos|releas|remov|dispos|clear|clean|unsub|unreg|destroy|delet|evict)|n't (clos|releas|remov|dispos|clear|clean|unsub|unreg|destroy|delet)|(clear|remov|dispos|unsubscrib|unregister|releas|destroy|clos|stop|cancel|clean|detach|unbind|abort|disconnect)";

/**
 * What kinds of subjects speak of a leak that is mended; the first that matches names the kind. Of a hundred commits drawn
 * from wider words and read, subjects that only say that something was "not closed" were of user interfaces, without
 * exception, and bodies that speak of a leak of something else.
 */
export const KINDS = [
  { kind: "leak", says: /\bleak(?:s|ed|ing|y|age)?\b|MaxListeners|dangling (?:timer|listener|socket|handle|connection|promise)|grow(?:s|ing)? (?:forever|indefinitely|unbounded|without)|unbounded (?:growth|map|cache|set|array)/i },
  {
    kind: "released-at-end",
    says: /\b(?:clear|remov|dispos|unsubscrib|unregister|releas|destroy|clos|stop|cancel|clean|detach|unbind|abort|disconnect)\w*\b.{1,60}\b(?:on|when|upon|after|before|at|during|in case of)\b.{0,20}\b(?:unmount|destr(?:oy|uct)|dispos|clos|disconnect|error|fail|exit|shut ?down|end|stop|time ?out|abort|tear ?down|remov|detach)/i,
  },
  {
    kind: "thing-released",
    says: /\b(?:clear|remov|dispos|unsubscrib|unregister|releas|destroy|clos|stop|cancel|clean|detach|unbind|abort|disconnect)\w*\b.{1,30}\b(?:listener|timer|timeout|interval|subscription|observer|watcher|socket|connection|handle|stream|worker|file descriptor|object url)s?\b/i,
  },
];

/** Leaks of another sort (of data, types, styles, globals), work on tests, features, and commits that take one back or let something live. */
export const OTHER_WORK =
  /leak-?proof|memory usage test|leaks? test|test leak|(?:data|information|type|global|test|css|style) leak|leak(?:ing|s|ed)? (?:password|secret|token|credential|info|type|abstraction|global|internal|css|style)|leakage of|flaky|\blint\b|^revert|^add\b|\b(?:do not|don't|doesn't|only|no longer|add(?:s|ed)? (?:support|option|ability|api|method)|feat|typo|refactor|rename|log|tests?|docs?|deprecat\w*)\b|\bprevent\w* .{1,40}\bfrom\b/i;

/** A line that the commit adds releases, removes or ends something. */
export const RELEASE =
  /clear(?:Timeout|Interval|Immediate)|cancel(?:AnimationFrame|IdleCallback)|removeEventListener|removeAllListeners|removeListener|\.off\(|unsubscribe|unobserve|unwatch|unregister|[dD]ispose|\.close\(|\.destroy\(|\.release\(|\.unlock|\.delete\(|\bdelete \w+\[|\.splice\(|\.abort\(|\bfinally\b|\.disconnect\(|\.cancel\(|\bWeak(?:Map|Set|Ref)\b|\.end\(|\.stop\(|\.clear\(|revokeObjectURL|\.kill\(|\.terminate\(|\.return\(|takeUntil|once: true|signal\b|\.unref\(|\.teardown|cleanup|removeHandler/;

/** Source that programs run on: no tests, examples, generated or vendored files. */
export const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
export const NO_PRODUCT =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|out|coverage|\.[^/]+|__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|fixtures?|playground|examples?|benchmarks?|bench|demos?|stories|docs?|website|scripts?|testing|test-utils)\/|(?:test|spec|stories|bench|e2e|min|bundle|generated)\.[^/]+$|\.d\.[cm]?ts$|[-_]test\./i;
