/** Widgets that put listeners on the document: players, sliders, tooltips. */
import type { CataloguedPair } from "../entry.ts";
import { exported, oneOf } from "../origin.ts";
import { call, construct, methods, result } from "../vocabulary.ts";

const sortable = oneOf(exported("sortablejs", "default.create"), exported("sortablejs", "create"));

export const pageWidgets: readonly CataloguedPair[] = [
  {
    id: "video.js/player",
    noun: "a player",
    acquire: call(exported("video.js", "default")),
    handle: result,
    releases: methods("dispose"),
    wrongReleases: [{ method: "pause", because: "`pause` stops the film; the player and its listeners stay" }],
    heldBy: "process",
    reason: "It is kept in a list of all players, with its listeners on the document.",
    docs: "https://videojs.com/guides/player-workflows/#dispose",
    leaking: `
import videojs from "video.js";

export async function playDuring(element: HTMLVideoElement, work: () => Promise<void>): Promise<void> {
  const player = videojs(element);
  await work();
  player.dispose();
}
`,
    clean: `
import videojs from "video.js";

export async function playDuring(element: HTMLVideoElement, work: () => Promise<void>): Promise<void> {
  const player = videojs(element);
  try {
    await work();
  } finally {
    player.dispose();
  }
}
`,
  },
  {
    id: "wavesurfer/player",
    noun: "a player",
    acquire: call(oneOf(exported("wavesurfer.js", "default.create"), exported("wavesurfer.js", "create"))),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "It holds the decoded sound and a media element, and listens on the window.",
    docs: "https://wavesurfer.xyz/docs/classes/default.default#destroy",
    leaking: `
import WaveSurfer from "wavesurfer.js";

export async function playDuring(container: HTMLElement, url: string, work: () => Promise<void>): Promise<void> {
  const player = WaveSurfer.create({ container, url });
  await work();
  player.destroy();
}
`,
    clean: `
import WaveSurfer from "wavesurfer.js";

export async function playDuring(container: HTMLElement, url: string, work: () => Promise<void>): Promise<void> {
  const player = WaveSurfer.create({ container, url });
  try {
    await work();
  } finally {
    player.destroy();
  }
}
`,
  },
  {
    id: "howler/sound",
    noun: "a sound",
    acquire: construct(exported("howler", "Howl")),
    handle: result,
    releases: methods("unload"),
    wrongReleases: [{ method: "stop", because: "`stop` ends the play; the sound stays in the list of all sounds" }],
    heldBy: "process",
    longLived: true,
    reason: "Every sound is kept, decoded, in a list of all sounds until it is unloaded.",
    docs: "https://github.com/goldfire/howler.js#unload",
    leaking: `
import { Howl } from "howler";

export async function playDuring(src: string, work: () => Promise<void>): Promise<void> {
  const sound = new Howl({ src });
  sound.play();
  await work();
  sound.unload();
}
`,
    clean: `
import { Howl } from "howler";

export async function playDuring(src: string, work: () => Promise<void>): Promise<void> {
  const sound = new Howl({ src });
  try {
    sound.play();
    await work();
  } finally {
    sound.unload();
  }
}
`,
  },
  {
    id: "swiper/slider",
    noun: "a slider",
    acquire: construct(oneOf(exported("swiper", "default"), exported("swiper", "Swiper"), exported("swiper/bundle", "default"))),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "It listens on the window, observes its element and may play by a timer.",
    docs: "https://swiperjs.com/swiper-api#methods-and-properties",
    leaking: `
import Swiper from "swiper";

export async function slideDuring(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const slider = new Swiper(element);
  await work();
  slider.destroy();
}
`,
    clean: `
import Swiper from "swiper";

export async function slideDuring(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const slider = new Swiper(element);
  try {
    await work();
  } finally {
    slider.destroy();
  }
}
`,
  },
  {
    id: "sortablejs/list",
    noun: "a sortable list",
    acquire: call(sortable),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "It is kept in a list of all sortables, with its element and its listeners.",
    docs: "https://github.com/SortableJS/Sortable#methods",
    leaking: `
import Sortable from "sortablejs";

export async function sortDuring(list: HTMLElement, work: () => Promise<void>): Promise<void> {
  const sortable = Sortable.create(list);
  await work();
  sortable.destroy();
}
`,
    clean: `
import Sortable from "sortablejs";

export async function sortDuring(list: HTMLElement, work: () => Promise<void>): Promise<void> {
  const sortable = Sortable.create(list);
  try {
    await work();
  } finally {
    sortable.destroy();
  }
}
`,
  },
  {
    id: "konva/stage",
    noun: "a stage",
    acquire: construct(oneOf(exported("konva", "default.Stage"), exported("konva/lib/Stage.js", "Stage"))),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "It is kept in a list of all stages, with its canvases.",
    docs: "https://konvajs.org/api/Konva.Stage.html#destroy",
    leaking: `
import Konva from "konva";

export async function drawDuring(container: HTMLDivElement, work: () => Promise<void>): Promise<void> {
  const stage = new Konva.Stage({ container, width: 300, height: 200 });
  await work();
  stage.destroy();
}
`,
    clean: `
import Konva from "konva";

export async function drawDuring(container: HTMLDivElement, work: () => Promise<void>): Promise<void> {
  const stage = new Konva.Stage({ container, width: 300, height: 200 });
  try {
    await work();
  } finally {
    stage.destroy();
  }
}
`,
  },
  {
    id: "tippy/tooltip",
    noun: "a tooltip",
    acquire: call(exported("tippy.js", "default")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "argument",
    reason: "Its listeners stay on the element, and a shown tooltip stays on the page.",
    docs: "https://atomiks.github.io/tippyjs/v6/methods/#destroy",
    leaking: `
import tippy from "tippy.js";

export async function explainDuring(element: HTMLElement, content: string, work: () => Promise<void>): Promise<void> {
  const tooltip = tippy(element, { content });
  await work();
  tooltip.destroy();
}
`,
    clean: `
import tippy from "tippy.js";

export async function explainDuring(element: HTMLElement, content: string, work: () => Promise<void>): Promise<void> {
  const tooltip = tippy(element, { content });
  try {
    await work();
  } finally {
    tooltip.destroy();
  }
}
`,
  },
  {
    id: "popper/instance",
    noun: "a positioned popup",
    acquire: call(exported("@popperjs/core", "createPopper")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "It listens on the window and on every element that scrolls above its own.",
    docs: "https://popper.js.org/docs/v2/constructors/#instance",
    leaking: `
import { createPopper } from "@popperjs/core";

export async function showDuring(button: HTMLElement, menu: HTMLElement, work: () => Promise<void>): Promise<void> {
  const popper = createPopper(button, menu);
  await work();
  popper.destroy();
}
`,
    clean: `
import { createPopper } from "@popperjs/core";

export async function showDuring(button: HTMLElement, menu: HTMLElement, work: () => Promise<void>): Promise<void> {
  const popper = createPopper(button, menu);
  try {
    await work();
  } finally {
    popper.destroy();
  }
}
`,
  },
];
