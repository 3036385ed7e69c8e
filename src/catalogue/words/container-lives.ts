/** Names of classes, factories and what they hold, which tell whether a container lives long. */

/** What a class or factory starts that goes on. */
export const lastingCalls = new Set(["setInterval", "createServer", "WebSocket", "WebSocketServer", "BroadcastChannel", "MutationObserver", "createConnection"]);
/** Decorators of classes of which the program makes one. */
export const singletonDecorators = new Set(["Injectable", "injectable", "Service", "Controller", "Singleton", "singleton", "Global", "Provider", "WebSocketGateway", "Resolver"]);
/** Classes made for one piece of work, even where a container makes them. */
export const piecesOfWork = /(?:Session|Request|Transaction|Task|Job|Query|Operation|Command)$/;
/** Contracts whose classes are made for one piece of work. */
export const workContracts = /(?:Request|Response|Transaction|Query|Task|Job|Operation)$/;
/** Factories of what lives as long as the program. */
export const lastingFactories = /(?:Server|Client|Store|Plugin|Exchange|Router|Pool|Cache|Manager|Registry|Service|Bus|Hub|Middleware|Middlewares|Worker|Scheduler|Limiter|Transport|Tracker|Monitor|Proxy|Host|App)$/;
/** Objects that are the global scope. */
export const globalObjects = new Set(["globalThis", "global", "window", "self"]);
/** Hooks, which each render calls. */
export const hooks = /^use[A-Z]/;
/** Hooks of components that a renderer runs again and again, each time from the start. */
export const drawingHooks: ReadonlySet<string> = new Set(["useState", "useReducer", "useEffect", "useLayoutEffect", "useInsertionEffect", "useCallback", "useMemo", "useRef"]);
/** Those that run what they are given after the component was drawn. */
export const effectHooks: ReadonlySet<string> = new Set(["useEffect", "useLayoutEffect", "useInsertionEffect"]);
/** Classes that usually live as long as the program. */
const LONG_LIVED = /(?:Service|Services|Manager|Client|Server|Pool|Registry|Store|Cache|Controller|Provider|Router|Dispatcher|Broker|Hub|Bus|Gateway|Daemon|Worker|Scheduler|Monitor|Tracker|Watcher|Engine|App|Application|Plugin|Shell|Host|Agent|Proxy|Transport|Repository|Animator|Cluster|Transit|Database|Platform|Runtime|Backend|Main|Extension|Impl)$/;
/** Classes that usually end with one piece of work. */
const SHORT_LIVED = /(?:Request|Response|Parser|Builder|Visitor|Context|Transaction|Query|Command|Task|Job|Compilation|Compiler|Chunk|Node|Scanner|Lexer|Tokenizer|Printer|Writer|Reader|Event|Error|Test|Result|Iterator|Cursor|Analyzer|Formatter|Generator|Converter|Transformer|Serializer|Encoder|Decoder|Runner|Migration|Statement|Expression|Document|Walker|Resolver|Planner|Renderer|Graph|Scope|Buffer|Stream|Message|Packet|Options|Config|Rule|Linter|Reporter|Frame|Dialog|Modal|Element|Component|Widget|View|Tree|List|Map|Set|Loader|Bundle|Matcher|Checker|Program|Metadata|Schema|Table|Model|Template|Factory|Util|Utils|Helper|Collection|Batch|Executor|Operation|Session|Span|Info)$/;

/** Whether instances of a class so named usually live as long as the program, or end with one piece of work. */
export function lifeOfClassName(name: string): "long" | "short" | undefined {
  if (SHORT_LIVED.test(name.replace(/Impl$/, ""))) return "short";
  return LONG_LIVED.test(name) ? "long" : undefined;
}
