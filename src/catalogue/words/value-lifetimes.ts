/** Names that tell how long a value lives. */

/** Global objects that are there as long as the page or process. */
export const lastingGlobals = /^(?:window|document|globalThis|self|process|navigator|screen|history|visualViewport|speechSynthesis|chrome|browser|cluster|caches|matchMedia)(?:\.(?:body|documentElement|head|connection|mediaDevices|serviceWorker|clipboard|geolocation|visualViewport|scrollingElement|fonts|orientation|runtime|tabs|defaultView|top|parent|document|window))*$/;
/** Members that lead from an element up to its page. */
export const aboveElement = /^(?:ownerDocument|defaultView)$/;
/** Functions that make what they give. */
export const making = /^(?:create|make|build|new|clone|fork|spawn|open|connect|start|request|get$|fetch|duplicate)/;
/** Functions that find what is there already. */
export const finding = /^(?:getElement|querySelector|closest|elementFromPoint)/;

/** Calls of frameworks that give what somebody else has provided, each with the modules that export it. */
export const injectingCalls: ReadonlyMap<string, readonly string[]> = new Map([
  ["inject", ["@angular/core", "vue"]],
  ["getContext", ["svelte"]],
  ["useContext", ["react", "preact/hooks", "solid-js"]],
]);
