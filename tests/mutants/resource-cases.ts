/** What each operator on resources breaks, and a look-alike that it leaves alone. */
import type { Case } from "./cases.ts";

const STOPS = "class A { start() { this.t = setInterval(work, 9); } stop() { BODY } }";
const LATER = "class A { start() { this.t = setTimeout(work, 9); } stop() { BODY } }";
const LISTENS = "class A { start() { window.addEventListener('resize', this.h); } stop() { BODY } }";
const WATCHES = "class A { constructor(bus) { this.bus = bus; bus.on('error', this.h); this.bus.on('error', this.h); } stop() { BODY } }";
const OPENS = "async function f() { const file = await openFile(); BODY }";
const put = (frame: string, body: string): string => frame.replace("BODY", body);

export const resourceCases: readonly Case[] = [
  {
    id: "interval-not-cleared",
    source: put(STOPS, "clearInterval(this.t); this.t = null;"),
    fragment: "stop() { this.t = null; }",
    leaves: [put(STOPS, "clearInterval(this.other);"), `${put(STOPS, "")} class B { stop() { clearInterval(this.t); } }`, put(STOPS, "clearInterval(this.t); clearInterval(this.t);"), put(STOPS, "clearInterval(this.t); end(this.t);")],
  },
  {
    id: "timeout-not-cleared",
    source: put(LATER, "if (this.t) { clearTimeout(this.t); }"),
    fragment: "stop() { }",
    leaves: ["class A { poke() { clearTimeout(this.t); this.t = setTimeout(work, 9); } }", "let t; function run() { clearTimeout(t); } t = setTimeout(run, 9);", "const clearTimeout = own(); let t; t = setTimeout(run, 9); clearTimeout(t);"],
  },
  {
    id: "frame-not-cancelled",
    source: "let id; function start() { id = requestAnimationFrame(draw); } function stop() { cancelAnimationFrame(id); }",
    fragment: "function stop() { }",
    leaves: ["let id; function start() { id = requestAnimationFrame(draw); } function stop() { return cancelAnimationFrame(id); }"],
  },
  {
    id: "dom-listener-not-removed",
    source: put(LISTENS, "window.removeEventListener('resize', this.h);"),
    fragment: "stop() { }",
    leaves: [put(LISTENS, "window.removeEventListener('scroll', this.h);"), "function f() { const box = document.createElement('p'); box.addEventListener('x', h); return () => { box.removeEventListener('x', h); }; }", "function f() { window.removeEventListener('x', h); window.addEventListener('x', h); }", put(LISTENS, "window.removeEventListener('resize', this.h);").replaceAll("resize", "load"), put(LISTENS, "this.node.removeEventListener('resize', this.h);").replace("window", "this.node")],
  },
  {
    id: "emitter-listener-not-removed",
    source: put(WATCHES, "this.bus.off('error', this.h);"),
    fragment: "stop() { }",
    leaves: [put(WATCHES, "this.bus.off('error', this.h); this.bus.removeAllListeners();"), "class A { constructor() { this.bus = new Bus(); this.bus.on('error', this.h); } stop() { this.bus.off('error', this.h); } }"],
  },
  {
    id: "handle-not-released",
    source: put(OPENS, "await read(); await file.close();"),
    fragment: "await read(); }",
    leaves: [put(OPENS, "file.close(); return file;"), put(OPENS, "file.close(); file.destroy();"), "function f(file) { file.close(); }", "class A { e = new Emitter(); dispose() { this.e.dispose(); } }"],
  },
  {
    id: "effect-cleanup-gone",
    source: "useEffect(() => { const t = setInterval(work, 9); return () => clearInterval(t); }, []);",
    fragment: "useEffect(() => { const t = setInterval(work, 9); }, []);",
    leaves: ["useMemo(() => { const t = setInterval(work, 9); return () => clearInterval(t); }, []);", "useEffect(() => { return () => clearInterval(t); }, []);"],
  },
  {
    id: "release-out-of-finally",
    source: put(OPENS, "try { return await read(); } finally { file.close(); }"),
    fragment: "{ const result = await read(); file.close(); return result; }",
    leaves: [put(OPENS, "try { read(); } catch { no(); } finally { file.close(); }"), put(OPENS, "try { done = true; } finally { file.close(); }"), "function f(file) { try { read(); } finally { file.close(); } }"],
  },
  {
    id: "finally-block-into-then",
    source: put(OPENS, "try { await read(); } finally { file.close(); }"),
    fragment: "await (async () => { await read(); })().then(() => { file.close(); });",
    leaves: [put(OPENS, "try { if (x) return; await read(); } finally { file.close(); }"), "function f() { const file = openFile(); try { read(); } finally { file.close(); } }", put(OPENS, "try { var x = await read(); } finally { file.close(); }")],
  },
  {
    id: "promise-finally-into-then",
    source: "function f() { const file = openFile(); return read().finally(() => file.close()); }",
    fragment: "read().then((value) => { file.close(); return value; });",
    leaves: ["function f(file) { return read().finally(() => file.close()); }"],
  },
  {
    id: "release-under-success-flag",
    source: put(OPENS, "try { await read(); } finally { file.close(); }"),
    fragment: "{ let isDone = false; try { await read(); isDone = true; } finally { if (isDone) { file.close(); } } }",
    leaves: [put(OPENS, "try { if (x) return; await read(); } finally { file.close(); }")],
  },
  {
    id: "release-in-helper-on-one-way",
    source: put(OPENS, "try { await read(); } finally { await file.close(); }"),
    fragment: "const finishUp = async () => { await file.close(); }; try { await read(); await finishUp(); } catch (error) { throw error; }",
    leaves: [put(OPENS, "for (;;) { try { if (x) break; await read(); } finally { file.close(); } }")],
  },
  {
    id: "release-behind-await",
    source: "class A { start() { this.t = setInterval(work, 9); } async stop() { clearInterval(this.t); await flush(); } }",
    fragment: "async stop() { await flush(); clearInterval(this.t); }",
    leaves: [
      "class A { start() { this.t = setInterval(work, 9); } async stop() { clearInterval(this.t); try { await flush(); } catch {} } }",
      "class A { start() { this.t = setInterval(work, 9); } async stop() { clearInterval(this.t); await flush(this.t); } }",
      "async function f() { const out = openFile(); out.end(); await written; }",
      "class A { start() { this.t = setInterval(work, 9); } async stop() { clearInterval(this.t); return await flush(); } }",
    ],
  },
  {
    id: "release-behind-early-return",
    source: put(STOPS, "clearInterval(this.t); if (this.isIdle) return; flush();"),
    fragment: "stop() { if (this.isIdle) return; clearInterval(this.t); flush(); }",
    leaves: [put(STOPS, "clearInterval(this.t); if (!this.t) return;"), put(STOPS, "clearInterval(this.t); if (x) { work(); return; }"), put(STOPS, "clearInterval(this.t); if (x) return; else work();")],
  },
  {
    id: "release-under-parameter",
    source: put(STOPS, "clearInterval(this.t);"),
    fragment: "stop(isForced = false) { if (isForced) { clearInterval(this.t); } }",
    leaves: [`${put(STOPS, "clearInterval(this.t);")} onEnd(a.stop);`, `${put(STOPS, "clearInterval(this.t);")} a.stop(1);`, "class A { start() { this.t = setInterval(work, 9); } set state(x) { clearInterval(this.t); } }", "class A { start() { this.t = setInterval(work, 9); } stop(...all) { clearInterval(this.t); } }"],
  },
  {
    id: "ended-on-one-event-only",
    source: "function f(socket) { const t = setInterval(ping, 9); const end = () => { clearInterval(t); }; socket.on('end', end); socket.on('error', end); socket.on('close', end); }",
    fragment: "socket.on('end', end); socket.on('error', end); }",
    leaves: ["function f(socket) { const t = setInterval(ping, 9); const end = () => { clearInterval(t); }; socket.on('end', end); }", "function f(child) { const t = setInterval(ping, 9); const end = () => { clearInterval(t); }; child.on('exit', end); child.on('close', end); }"],
  },
  {
    id: "emptied-before-release",
    source: put(STOPS, "clearInterval(this.t); this.t = undefined;"),
    fragment: "stop() { this.t = undefined; clearInterval(this.t); }",
    leaves: ["class A { start() { this.s = openFile(); } stop() { this.s.close(); this.s = null; } }", put(STOPS, "clearInterval(this.t); this.u = undefined;")],
  },
  {
    id: "wrong-timer-verb",
    source: `import fs from "node:fs"; ${put(STOPS, "clearInterval(this.t);")}`,
    fragment: "clearImmediate(this.t);",
    leaves: [put(STOPS, "clearInterval(this.t);"), `import fs from "fs"; window.x = 1; ${put(STOPS, "clearInterval(this.t);")}`],
  },
  {
    id: "wrong-handle-verb",
    source: `import net from "net"; class A { s = net.createServer(); stop() { this.s.close(); } }`,
    fragment: "this.s.unref();",
    leaves: [`import net from "./net"; class A { s = net.createServer(); stop() { this.s.close(); } }`],
  },
  {
    id: "once-for-removal",
    source: put(WATCHES, "this.bus.off('error', this.h);").replace("bus.on('error', this.h); ", ""),
    fragment: "this.bus.once('error', this.h); } stop() { }",
    leaves: [put(LISTENS, "window.removeEventListener('resize', this.h);"), "function f(bus) { bus.on('error', h); bus.emit('error'); bus.off('error', h); }"],
  },
  {
    id: "dead-signal-for-removal",
    source: put(LISTENS, "window.removeEventListener('resize', this.h);").replace("this.h);", "this.h, { passive: true });"),
    fragment: "window.addEventListener('resize', this.h, { signal: new AbortController().signal, passive: true }); } stop() { }",
    leaves: [put(LISTENS, "window.removeEventListener('resize', this.h);").replace("this.h);", "this.h, options);")],
  },
  {
    id: "abort-listener-left",
    source: "function f({ signal }) { signal.addEventListener('abort', h); return work().then(() => { signal.removeEventListener('abort', h); }); }",
    fragment: "signal.addEventListener('abort', h, { once: true }); return work().then(() => { });",
    leaves: ["const { signal } = new AbortController(); function f() { signal.addEventListener('abort', h); return () => { signal.removeEventListener('abort', h); }; }"],
  },
  {
    id: "removal-of-another-function",
    source: put(LISTENS, "window.removeEventListener('resize', this.h);"),
    fragment: "window.removeEventListener('resize', this.h.bind(this));",
    leaves: [put(LISTENS, "window.removeEventListener('resize', this.h.bind(this));")],
  },
  {
    id: "removal-of-wrapped-handler",
    source: put(LISTENS, "window.removeEventListener('resize', this.h);"),
    fragment: "window.removeEventListener('resize', (...args) => this.h(...args));",
    leaves: [put(LISTENS, "window.removeEventListener('resize', h);")],
  },
  {
    id: "removal-with-other-capture",
    source: put(LISTENS, "window.removeEventListener('resize', this.h);"),
    fragment: "window.removeEventListener('resize', this.h, true);",
    leaves: [put(LISTENS, "window.removeEventListener('resize', this.h, false);")],
  },
  {
    id: "removal-of-other-event",
    source: put(LISTENS, "window.removeEventListener('resize', this.h);").replace("window.add", "window.addEventListener('scroll', this.g); window.add"),
    fragment: "window.removeEventListener('scroll', this.h);",
    leaves: [put(LISTENS, "window.removeEventListener('resize', this.h);"), put(LISTENS, "window.removeEventListener('resize', this.h);").replace("window.add", "window.addEventListener('scroll', this.h); window.add")],
  },
];
