/** How often the program comes to the call `here()` in components, in handlers of a page and behind members that let it run once. */
import { describe, expect, it } from "vitest";

import { programRunsOf } from "../../src/subjects/program/runs.ts";
import { nodeOf } from "../support/file-facts.ts";
import type { Files } from "./memory-files.ts";
import { factsIn } from "./project-facts.ts";

function levelIn(files: Files): string {
  const facts = factsIn(files, "here()");
  return programRunsOf(facts, nodeOf(facts, "here()")).level;
}

const PANEL = "export function Panel() { useEffect(() => { here(); }, []); return <p />; }";
const CLASS = "export class Panel extends Component { componentDidMount() { here(); } render() { return <p />; } }";
const IMPORT = 'import { Panel } from "./panel";\n';
/** `main.tsx` shows a panel from another file, in whichever way. */
const panel = (main: string, component = PANEL): Files => ({ "panel.tsx": component, "main.tsx": IMPORT + main });
const app = (shown: string, before = ""): Files => panel(`function App() { ${before}return ${shown}; }\ncreateRoot(element).render(<App />);`);

const MOUNTED: readonly (readonly [of: string, level: string, files: Files])[] = [
  ["an effect of the root", "once", panel("createRoot(element).render(<Panel />);")],
  ["an effect of the root, in what is put around it", "once", panel("ReactDOM.render(<Provider store={store}><Panel /></Provider>, element);")],
  ["an effect of a root that is hydrated", "once", panel("hydrateRoot(element, <Panel />);")],
  ["an effect of a root without JSX", "once", panel("root.render(React.createElement(Panel));")],
  ["the first state of the root", "once", panel("root.render(<Panel />);", "export function Panel() { useState(() => here()); return <p />; }")],
  ["the body of a component, which renders again", "unknown", panel("root.render(<Panel />);", "export function Panel() { here(); return <p />; }")],
  ["an effect that runs again", "unknown", panel("root.render(<Panel />);", "export function Panel({ id }) { useEffect(() => { here(); }, [id]); return <p />; }")],
  ["a class that is the root", "once", panel("root.render(<Panel />);", CLASS)],
  ["a class that runs for each change", "unknown", panel("root.render(<Panel />);", CLASS.replace("componentDidMount", "componentDidUpdate"))],
  ["a component that its only parent shows all the time", "once", app("<div><Panel /></div>")],
  ["a component with an end", "once", app("<div><Panel></Panel></div>")],
  ["a component in a list", "unknown", app("<div>{list.map((each) => <Panel />)}</div>")],
  ["a component that comes and goes", "unknown", app("<div>{isOpen && <Panel />}</div>")],
  ["a component that is shown at times", "unknown", app("<div><Panel /></div>", "if (isClosed) return null; ")],
  ["a component with a key", "unknown", app("<Panel key={id} />")],
  ["a component in one that may hide it", "unknown", app("<Modal><Panel /></Modal>")],
  ["a component that two show", "once", panel("function App() { return <Panel />; }\nroot.render(<App />); other.render(<Panel />);")],
  ["a root of which each request makes one", "unknown", panel('server.on("request", () => { root.render(<Panel />); });')],
  ["a hook of the root", "once", { "panel.tsx": "export function usePanel() { useEffect(() => { here(); }, []); }", "main.tsx": 'import { usePanel } from "./panel";\nfunction App() { usePanel(); return <p />; }\nroot.render(<App />);' }],
  ["a hook of something in a list", "unknown", { "panel.tsx": "export function usePanel() { useEffect(() => { here(); }, []); }", "main.tsx": 'import { usePanel } from "./panel";\nfunction Row() { usePanel(); return <p />; }\nroot.render(<ul>{list.map(() => <Row />)}</ul>);' }],
  ["a component with others around it", "once", panel("root.render(<Panel />);", "function Inner() { useEffect(() => { here(); }, []); return <p />; }\nexport const Panel = connect(toProps)(memo(Inner));")],
  ["a component that is exported with others around it", "once", { "panel.tsx": "class Inner extends Component { componentDidMount() { here(); } render() { return <p />; } }\nexport default connect(toProps)(Inner);", "main.tsx": 'import Panel from "./panel";\nroot.render(<Panel />);' }],
  ["a component that is given to something unknown", "unknown", panel("root.render(<Panel />);", "function Inner() { useEffect(() => { here(); }, []); return <p />; }\nexport const Panel = of(several(Inner).panel);")],
  ["a component in whose place what a call makes of it is exported", "once", { "panel.tsx": "class Inner extends Component { componentDidMount() { here(); } render() { return <p />; } }\nexport default extended(Inner);", "main.tsx": 'import Panel from "./panel";\nroot.render(<Panel />);' }],
  ["a component that is given to a call under another kind of name", "unknown", panel("root.render(<Panel />);", "function Inner() { useEffect(() => { here(); }, []); return <p />; }\nexport const panels = several(Inner);\nexport const { Panel } = panels;")],
  ["a method that the constructor binds", "once", panel("root.render(<Panel />);", "export class Panel extends Component { constructor() { super(); this.start = this.start.bind(this); } componentDidMount() { this.start(); } start() { here(); } render() { return <p />; } }")],
  ["a method that is bound for somebody else", "event", panel("root.render(<Panel />);", "export class Panel extends Component { constructor(bus) { super(); bus.on('tick', this.start.bind(this)); } componentDidMount() { this.start(); } start() { here(); } render() { return <p />; } }")],
  ["a component that shows itself", "unknown", panel("", "export function Panel() { useEffect(() => { here(); }, []); return <Panel />; }")],
];

const BEGUN: typeof MOUNTED = [
  ["the page when it is loaded", "once", { "main.js": "window.onload = () => { here(); };" }],
  ["an image when it is loaded", "unknown", { "main.js": "export function show(image) { image.onload = () => { here(); }; }" }],
  ["the page whenever its size changes", "unknown", { "main.js": "window.onresize = () => { here(); };" }],
  ["a store that is put together", "once", { "store.js": "const log = (store) => { here(); return (next) => next; };\nexport const store = createStore(reducer, applyMiddleware(log));" }],
  ["each action of a store", "unknown", { "store.js": "const log = (store) => (next) => { here(); };\nexport const store = createStore(reducer, applyMiddleware(log));" }],
];

const pool = (body: string, main = "handle(() => Pool.get());"): Files => ({ "pool.ts": `export class Pool { ${body} }`, "main.ts": `import { Pool } from "./pool";\n${main}` });
const MADE = "constructor() { here(); } ";

const LATCHED: typeof MOUNTED = [
  ["a class that keeps its one object", "once", pool(`${MADE}static one; static get() { if (!Pool.one) Pool.one = new Pool(); return Pool.one; }`)],
  ["a class that keeps its one object by an operator", "once", pool(`${MADE}static one; static get() { return (this.one ??= new Pool()); }`)],
  ["a class that returns its one object at first", "once", pool(`${MADE}static one; static get() { if (Pool.one) return Pool.one; Pool.one = new Pool(); return Pool.one; }`)],
  ["a class that lets go of its one object", "often", pool(`${MADE}static one; static get() { if (!Pool.one) Pool.one = new Pool(); return Pool.one; } static end() { Pool.one = undefined; }`)],
  ["a class that makes itself by no name", "unknown", pool(`${MADE}static one; static get() { if (!Pool.one) Pool.one = new this(); return Pool.one; }`)],
  ["a class that is asked about as well", "once", pool(MADE, "const one = new Pool();\nhandle((each) => each instanceof Pool);")],
  ["a class that is made by what it is known by elsewhere", "unknown", pool(MADE, "const one = new Pool();\nhandle(() => make(Pool));")],
  ["a class that makes another each time", "often", pool(`${MADE}static get() { return new Pool(); }`)],
  ["an object that begins once, of which there is one", "once", pool("constructor() { this.begun = false; } begin() { if (this.begun) return; this.begun = true; here(); }", "const one = new Pool();\nhandle(() => one.begin());")],
  ["an object that begins once, of which there are many", "often", pool("begin() { if (this.begun) return; this.begun = true; here(); }", "handle(() => new Pool().begin());")],
  ["an object that begins again", "often", pool("begin() { if (this.begun) return; this.begun = true; here(); } end() { this.begun = false; }", "const one = new Pool();\nhandle(() => one.begin());")],
  ["a literal that begins once", "once", { "mode.ts": "export const mode = { state: null, begin() { if (this.state === null) { this.state = here(); } } };", "main.ts": 'import { mode } from "./mode";\nhandle(() => mode.begin());' }],
];

describe("how often the program comes to a place", () => {
  it.each(MOUNTED)("in a component: %s", (_of, level, files) => expect(levelIn(files)).toBe(level));
  it.each(BEGUN)("by what comes once: %s", (_of, level, files) => expect(levelIn(files)).toBe(level));
  it.each(LATCHED)("behind a member: %s", (_of, level, files) => expect(levelIn(files)).toBe(level));
});
