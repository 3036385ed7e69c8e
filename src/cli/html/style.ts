/** The look of the page. Colours are named once, for light and dark together. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#faf9f7, #121417); --sheet: light-dark(#ffffff, #1a1d21); --code: light-dark(#fcfbfa, #15181b);
  --ink: light-dark(#1d2125, #e4e7ea); --soft: light-dark(#5b646d, #9aa4ae); --line: light-dark(#e3e0da, #2e3338);
  --link: light-dark(#0b5cad, #7fb8f5); --focus: light-dark(#0b6bcb, #6db3ff);
  --start: light-dark(#0b62b8, #74b6ff); --start-ground: light-dark(#dcecfd, #17324f);
  --way: light-dark(#8a5a00, #e3b341); --way-ground: light-dark(#fdefcf, #3d3013);
  --exit: light-dark(#b42318, #ff8b80); --exit-ground: light-dark(#fde2df, #4f211e);
  --release: light-dark(#18703c, #66cc8e); --release-ground: light-dark(#dcf3e4, #163a26);
  --t-keyword: light-dark(#7a3e9d, #d2a8ff); --t-string: light-dark(#2d6a30, #a5d6a7); --t-number: light-dark(#8a4b08, #f0b27a); --t-name: light-dark(#21568b, #9ecbff);
  --mono: ui-monospace, SFMono-Regular, "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 68rem; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
a { color: var(--link); }
code, kbd { font-family: var(--mono); font-size: .88em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 4px; }
[hidden] { display: none !important; }
ul { list-style: none; margin: 0; padding: 0; }
button, input { font: inherit; color: inherit; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; z-index: 3; }
.skip:focus { top: .5rem; }
.top { display: flex; align-items: baseline; gap: .25rem 1rem; flex-wrap: wrap; padding: 2rem 0 1rem; }
.top h1 { margin: 0; font-size: 1.6rem; letter-spacing: -.02em; }
.top p { margin: 0; color: var(--soft); flex: 1; }
#theme { border: 1px solid var(--line); background: var(--sheet); border-radius: 99px; padding: .2rem .9rem; cursor: pointer; }
.numbers { display: flex; flex-wrap: wrap; gap: .25rem 2.5rem; margin-bottom: 1.25rem; color: var(--soft); }
.numbers b { font-size: 2rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; margin-right: .2rem; }
.rules { display: grid; gap: .4rem; }
.rules li { display: flex; align-items: center; gap: .75rem; }
.rules button { flex: 1; display: grid; grid-template-columns: 2.5rem 14rem 1fr; gap: .75rem; align-items: baseline; text-align: left; padding: .45rem .8rem; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; background: linear-gradient(var(--start), var(--start)) left bottom / var(--share) 3px no-repeat var(--sheet); overflow: hidden; }
.rules button:hover { border-color: var(--start); }
.rules button[aria-pressed="true"] { border-color: var(--start); box-shadow: inset 0 0 0 1px var(--start); }
.rules b { text-align: right; font-variant-numeric: tabular-nums; }
.rules .name { font-weight: 600; }
.rules .what { color: var(--soft); font-size: .9rem; }
.rules a { font-size: .9rem; }
.silent { color: var(--soft); font-size: .9rem; }
.clean { font-size: 1.25rem; color: var(--release); }
.troubles { margin-top: 1.5rem; padding: .75rem 1rem; border: 1px solid var(--exit); border-radius: 8px; background: var(--sheet); }
.troubles h2 { margin: 0 0 .25rem; font-size: 1rem; color: var(--exit); }
#findings:focus { outline: none; }
.tools { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin-top: 1.5rem; padding: .75rem 0; background: var(--ground); border-bottom: 1px solid var(--line); }
.tools input { flex: 1; min-width: 12rem; padding: .35rem .8rem; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); }
.tools output, .keys { color: var(--soft); font-size: .9rem; font-variant-numeric: tabular-nums; }
.keys { margin: 0; }
kbd { padding: 0 .4em; border: 1px solid var(--line); border-radius: 4px; background: var(--sheet); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 0; font-size: .85rem; color: var(--soft); }
.legend span::before { content: ""; display: inline-block; width: .7em; height: .7em; margin-right: .4em; border-radius: 50%; background: currentColor; }
.legend .start::before { color: var(--start); } .legend .way::before { color: var(--way); } .legend .exit::before { color: var(--exit); } .legend .release::before { color: var(--release); }
.file > h2 { margin: 2rem 0 .75rem; font-size: 1.05rem; font-family: var(--mono); font-weight: 600; overflow-wrap: anywhere; }
.file > h2 span { color: var(--soft); font-weight: 400; }
.finding { margin: 0 0 1.25rem; padding: 1rem 1.1rem 1.1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet); scroll-margin-top: 5rem; content-visibility: auto; contain-intrinsic-size: auto 22rem; }
.finding header { display: flex; flex-wrap: wrap; gap: .25rem .8rem; align-items: baseline; font-size: .9rem; }
.severity { padding: 0 .55em; border-radius: 99px; font-size: .8rem; font-weight: 600; }
.severity.error { background: var(--exit-ground); color: var(--exit); } .severity.warning { background: var(--way-ground); color: var(--way); }
.severity.confirmed { background: var(--exit-ground); color: var(--exit); } .severity.refuted { background: var(--release-ground); color: var(--release); }
.rule { font-weight: 600; }
.place { color: var(--soft); font-family: var(--mono); font-size: .8rem; margin-left: auto; overflow-wrap: anywhere; }
.finding h3 { margin: .5rem 0 .9rem; font-size: 1rem; font-weight: 500; max-width: 58rem; }
.finding h3 code { padding: .05em .3em; border-radius: 4px; background: var(--code); border: 1px solid var(--line); overflow-wrap: anywhere; }
.excerpt, .difference { padding: .5rem 0; border: 1px solid var(--line); border-radius: 8px; background: var(--code); font: 13px/1.55 var(--mono); overflow: hidden; }
.row { display: grid; grid-template-columns: 3.4rem 1.4rem 1fr; }
.row > code { font-size: inherit; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; padding-right: .75rem; min-height: 1.55em; }
.line-number { color: var(--soft); text-align: right; padding-right: .6rem; user-select: none; font-variant-numeric: tabular-nums; }
.gutter { position: relative; }
.rail > .gutter::before { content: ""; position: absolute; left: calc(50% - 1px); top: 0; bottom: 0; width: 2px; background: var(--soft); opacity: .55; }
.rail.first > .gutter::before { top: .75em; } .rail.last > .gutter::before { bottom: calc(100% - .75em); }
.fold.rail > .gutter::before { background: none; border-left: 2px dashed var(--soft); }
.dot { position: absolute; left: calc(50% - .35em); top: .42em; width: .7em; height: .7em; border-radius: 50%; background: var(--role); box-shadow: 0 0 0 2px var(--code); }
.start { --role: var(--start); --role-ground: var(--start-ground); } .way { --role: var(--way); --role-ground: var(--way-ground); }
.exit { --role: var(--exit); --role-ground: var(--exit-ground); } .release { --role: var(--release); --role-ground: var(--release-ground); }
mark { color: inherit; background: var(--role-ground); border-bottom: 2px solid var(--role); border-radius: 2px 2px 0 0; }
.note p { margin: .1rem .75rem .25rem 0; color: var(--role); }
.note p > span { font: 600 .82rem/1.4 system-ui, "DejaVu Sans", sans-serif; }
.note b, .side h4 b { display: inline-block; min-width: 1.5em; margin-right: .5em; border-radius: 99px; text-align: center; background: var(--role); color: var(--sheet); font-size: .9em; }
.note code { font-weight: 500; }
.fold { color: var(--soft); font-size: .85em; padding: .1rem 0; }
.t-comment { color: var(--soft); font-style: italic; } .t-keyword { color: var(--t-keyword); } .t-string { color: var(--t-string); } .t-number { color: var(--t-number); } .t-name { color: var(--t-name); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: .9rem; }
.side { min-width: 0; }
.side h4 { margin: 0 0 .35rem; font-size: .9rem; color: var(--role); } .side h4 span { color: var(--soft); font-weight: 400; }
.side .excerpt { border-top: 3px solid var(--role); }
.suggestion { margin-top: .75rem; } .suggestion summary { cursor: pointer; font-size: .92rem; } .suggestion .difference { margin-top: .5rem; }
.why { margin-top: .75rem; font-size: .92rem; } .why summary { cursor: pointer; } .why p { margin: .5rem 0; max-width: 58rem; }
.why dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; } .why dt { grid-column: 1; color: var(--soft); } .why dd { grid-column: 2; margin: 0; padding-left: 1.3em; }
.why dd i { display: inline-block; width: 1.3em; margin-left: -1.3em; font-style: normal; font-weight: 700; } .why .for i { color: var(--exit); } .why .against i { color: var(--release); } .why .open, .why .unknown { color: var(--soft); }
.told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.change { display: grid; grid-template-columns: 2rem 1fr; } .change > code { font-size: inherit; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; min-height: 1.55em; }
.sign { text-align: center; color: var(--soft); user-select: none; } .gap { padding-left: .6rem; color: var(--soft); }
.change.in { background: var(--release-ground); } .change.out { background: var(--exit-ground); }
.change.in .sign { color: var(--release); } .change.out .sign { color: var(--exit); }
@media (max-width: 44rem) { .rules button { grid-template-columns: 2rem 1fr; } .rules .what { grid-column: 2; } .row { grid-template-columns: 2.4rem 1.1rem 1fr; } .why dl { display: block; } .place { margin-left: 0; } }
@media print {
  :root, :root[data-theme] { color-scheme: light; }
  body { max-width: none; padding: 0; background: none; font-size: 10.5pt; }
  .skip, #theme, .tools { display: none; }
  .finding { break-inside: avoid; content-visibility: visible; }
  mark, .note b, .side h4 b, .dot, .change, .severity, .rules button { print-color-adjust: exact; }
  .excerpt, .difference { font-size: 8.5pt; }
}
`;
