/**
 * The leak rules of six published plugins that match names, as a configuration: what leakproof is measured beside.
 * `npm run truth -- --mirror DIR --config scripts/truth/peers/config.mjs` takes them; install them first: `npm ci --prefix scripts/truth/peers`.
 */
import cleanTimer from "eslint-plugin-clean-timer";
import listeners from "eslint-plugin-listeners";
import observers from "eslint-plugin-observers";
import webApi from "eslint-plugin-react-web-api";
import webComponents from "eslint-plugin-wc";
import reactDoctor from "oxlint-plugin-react-doctor";

/** The rules that look for leaks: all of those plugins that have no others, and of the others these. */
const LEAK_RULES = {
  "clean-timer": Object.keys(cleanTimer.rules),
  listeners: Object.keys(listeners.rules),
  observers: Object.keys(observers.rules),
  "web-api": Object.keys(webApi.rules),
  "web-components": ["require-listener-teardown"],
  "react-doctor": Object.keys(reactDoctor.rules).filter((rule) => /cleanup|disconnect|raf-loop-needs-cancel|disposer-discarded|effect-remove-listener-inline-handler|no-stale-timer-ref/.test(rule)),
};

export default [
  {
    plugins: { "clean-timer": cleanTimer, listeners, observers, "web-api": webApi, "web-components": webComponents, "react-doctor": reactDoctor },
    rules: Object.fromEntries(Object.entries(LEAK_RULES).flatMap(([plugin, rules]) => rules.map((rule) => [`${plugin}/${rule}`, "warn"]))),
  },
];
