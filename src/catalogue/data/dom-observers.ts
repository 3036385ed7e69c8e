/** Observers of elements and of the page. An observer alone holds nothing: what counts is `observe`. */
import type { CataloguedPair } from "../entry.ts";
import { exported, globalNamed, instanceOf, memberOf, oneOf, typed, type ApiOrigin } from "../origin.ts";
import { call, methods, receiver } from "../vocabulary.ts";

const observeOf = (observer: string, ...made: readonly ApiOrigin[]): ApiOrigin =>
  memberOf(typed("lib", observer, [instanceOf(globalNamed(observer)), ...made]), "observe");

export const domObservers: readonly CataloguedPair[] = [
  {
    id: "dom/resize-observer",
    noun: "a resize observer",
    acquire: call(observeOf("ResizeObserver", instanceOf(exported("resize-observer-polyfill", "default")), instanceOf(exported("@juggle/resize-observer", "ResizeObserver")))),
    handle: receiver,
    releases: methods("disconnect", "unobserve"),
    heldBy: "argument",
    reason: "The page keeps the observer and its callback for as long as an observed element lives.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/ResizeObserver/disconnect",
    leaking: `
import { useEffect } from "react";

export function useFit(element: Element, fit: (width: number) => void): void {
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => fit(entry?.contentRect.width ?? 0));
    observer.observe(element);
  }, [element, fit]);
}
`,
    clean: `
import { useEffect } from "react";

export function useFit(element: Element, fit: (width: number) => void): void {
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => fit(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, fit]);
}
`,
  },
  {
    id: "dom/intersection-observer",
    noun: "an intersection observer",
    acquire: call(observeOf("IntersectionObserver")),
    handle: receiver,
    releases: methods("disconnect", "unobserve"),
    heldBy: "argument",
    reason: "The page keeps the observer and its callback for as long as an observed element lives.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/IntersectionObserver/disconnect",
    leaking: `
import { useEffect } from "react";

export function useSight(element: Element, load: () => void): void {
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) load();
    });
    observer.observe(element);
  }, [element, load]);
}
`,
    clean: `
export function loadWhenSeen(element: Element, load: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    load();
  });
  observer.observe(element);
}
`,
  },
  {
    id: "dom/mutation-observer",
    noun: "a mutation observer",
    acquire: call(observeOf("MutationObserver")),
    handle: receiver,
    releases: methods("disconnect"),
    heldBy: "argument",
    reason: "The observed node keeps the observer; on document.body that is the life of the page.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/MutationObserver/disconnect",
    leaking: `
import { useEffect } from "react";

export function usePage(changed: () => void): void {
  useEffect(() => {
    const observer = new MutationObserver(changed);
    observer.observe(document.body, { childList: true, subtree: true });
  }, [changed]);
}
`,
    clean: `
import { useEffect } from "react";

export function usePage(changed: () => void): void {
  useEffect(() => {
    const observer = new MutationObserver(changed);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [changed]);
}
`,
  },
  {
    id: "dom/performance-observer",
    noun: "a performance observer",
    acquire: call(
      oneOf(
        observeOf("PerformanceObserver"),
        memberOf(typed("node:perf_hooks", "PerformanceObserver", [instanceOf(exported("node:perf_hooks", "PerformanceObserver"))]), "observe"),
      ),
    ),
    handle: receiver,
    releases: methods("disconnect"),
    heldBy: "process",
    longLived: true,
    reason: "The page, or the process, reports to the observer until it is disconnected.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/PerformanceObserver/disconnect",
    leaking: `
export function countLongTasks(count: (tasks: number) => void): void {
  const observer = new PerformanceObserver((list) => count(list.getEntries().length));
  observer.observe({ entryTypes: ["longtask"] });
}
`,
    clean: `
export function countLongTasks(count: (tasks: number) => void): () => void {
  const observer = new PerformanceObserver((list) => count(list.getEntries().length));
  observer.observe({ entryTypes: ["longtask"] });
  return () => observer.disconnect();
}
`,
  },
  {
    id: "dom/reporting-observer",
    noun: "a reporting observer",
    acquire: call(observeOf("ReportingObserver")),
    handle: receiver,
    releases: methods("disconnect"),
    heldBy: "process",
    reason: "The page reports to the observer until it is disconnected.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/ReportingObserver/disconnect",
    leaking: `
export function collectReports(send: (reports: number) => void): void {
  const observer = new ReportingObserver((reports) => send(reports.length));
  observer.observe();
}
`,
    clean: `
export function collectReports(send: (reports: number) => void): () => void {
  const observer = new ReportingObserver((reports) => send(reports.length));
  observer.observe();
  return () => observer.disconnect();
}
`,
  },
];
