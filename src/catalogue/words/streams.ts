/** Words about streams: where they come from, and how long that lives. */

/** Functions that make one stream of several. */
export const combiningStreams = /^(?:merge|combineLatest|concat|race|zip|iif)$/;

/** Methods that hand out what their object has: it lives as long as the object. */
export const accessorNames = /^_?(?:get|find|lookup|resolve|ensure|current|active|as|observe|select|watch|monitor)|^pipe$/;

/** Methods that by their name give a stream of their object. */
export const streamMembers = /\$$|Changes?$|Changed$|Scrolled$|Events?$/;

/** Decorators of fields that a framework fills with a child of the component, or that the component makes itself. */
export const childDecorators = /^(?:View|Content)Child(?:ren)?$|^Output$|^query/;

/** Decorators of fields that a framework fills by injection. */
export const injectingDecorators = /inject|autowired|service/i;

/** What a route tells of itself: it ends with the component that the route shows. */
export const routeStreams = /^(?:params|queryParams|paramMap|queryParamMap|data|fragment)$/;

/** Operators that end a subscription with its component. */
export const endingWithComponent = /UntilDestroy|untilDestroy/;

/** Classes whose objects are streams that emit what they are told. */
export const subjectClasses = /Subject$/;
