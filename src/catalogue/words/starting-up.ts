/** Names of functions that run while a program or a long-lived part of it starts. */

/** What a file calls to begin. */
export const starting = /^(?:_?main|start\w*|run|boot\w*|bootstrap\w*|listen|serve|launch\w*|activate\w*|register\w*|install\w*|setup\w*|set[A-Z]\w*Up|init\w*|configure\w*|load|enable\w*|begin\w*|cli|default|apply|attach\w*|bind\w*|create(?:App|Server|Plugin)|plugin)$/i;
/** What declares a thing to a program: a plugin, a route, a type. */
const DECLARING = /^(?:register|define|use|install|configure|extend|declare|provide(?![A-Z])|bootstrap|boot|init|initialize|initialise|setup|startup|add(?:Plugin|Middleware|Route|Command|Rule|Type|Preset|Provider|Extension|Module|Component|Service|Format|Locale|Language|Alias|Helper|Filter|Directive|Mapping|Option|Schema|Migration|Entity)s?|load(?:Config|Plugin|Module|Locale|Extension|Option|Setting)s?|setOptions?|setConfig|mock|stub|decorate|mixin|implement|enable|activate|preload|prime|warm)(?![a-z])/;
/** Methods that call their callback once for each time they are called themselves. */
export const onceCalling = /^(?:then|catch|finally|listen|ready|whenReady|connect|nextTick|once|setTimeout|setImmediate|queueMicrotask)$/;

/** Whether a function so named is called while the program starts. */
export function isStartupName(name: string): boolean {
  return DECLARING.test(name.replace(/^[_#]+/, ""));
}

/** Begin something for what they are given: `initializeForRoom(room)`; what is registered, defined or configured is declared. */
const BEGINNING = /^(?:init|initiali[sz]e|set[uU]p|set[A-Z]\w*Up|start|startup|boot|bootstrap|enable|activate|attach|prime|warm|preload)(?![a-z])/;

/** Whether a function so named begins something. */
export function beginsThing(name: string): boolean {
  return BEGINNING.test(name.replace(/^[_#]+/, ""));
}

/** Events that come once in the life of what tells them, or of the program. */
const BEGINNING_EVENT = /^(?:on)?(?:load|loaded|dom_?content_?loaded|ready|open|opened|listening|start(?:up|ed)?|install(?:ed)?|activated?|init(?:ialized?)?|boot|mounted?|online|will-finish-launching)$/i;

/** Whether an event so named tells that something begins. */
export function isStartupEvent(name: string): boolean {
  return BEGINNING_EVENT.test(name);
}
