/** What Electron keeps for the life of the application. */
import type { CataloguedPair } from "../entry.ts";
import { exported, memberOf, oneOf } from "../origin.ts";
import { argument, call, identity, passingTo, receiverClearing, receiverRepeating, result } from "../vocabulary.ts";

const ipc = [exported("electron", "ipcMain"), exported("electron", "ipcRenderer")] as const;
const shortcut = (name: string) => exported("electron", `globalShortcut.${name}`);

export const electron: readonly CataloguedPair[] = [
  {
    id: "electron/ipc-listener",
    noun: "a channel listener",
    acquire: call(oneOf(...ipc.flatMap((end) => [memberOf(end, "on"), memberOf(end, "addListener")]))),
    handle: identity,
    releases: [receiverRepeating("off", 0, 1), receiverRepeating("removeListener", 0, 1), receiverClearing("removeAllListeners")],
    heldBy: "process",
    reason: "The channel keeps the listener for the life of the application: one more for each window or component.",
    docs: "https://www.electronjs.org/docs/latest/api/ipc-main#ipcmainremovelistenerchannel-listener",
    leaking: `
import { ipcRenderer } from "electron";

export function askForFolder(): Promise<string> {
  return new Promise((resolve) => {
    ipcRenderer.on("folder-chosen", (_event, folder: string) => resolve(folder));
    ipcRenderer.send("choose-folder");
  });
}
`,
    clean: `
import { ipcRenderer } from "electron";
import type { IpcRendererEvent } from "electron";

export function askForFolder(): Promise<string> {
  return new Promise((resolve) => {
    const onChosen = (_event: IpcRendererEvent, folder: string): void => {
      ipcRenderer.removeListener("folder-chosen", onChosen);
      resolve(folder);
    };
    ipcRenderer.on("folder-chosen", onChosen);
    ipcRenderer.send("choose-folder");
  });
}
`,
  },
  {
    id: "electron/global-shortcut",
    noun: "a global shortcut",
    acquire: call(shortcut("register")),
    handle: argument(0),
    releases: [passingTo(shortcut("unregister")), receiverClearing("unregisterAll")],
    heldBy: "process",
    longLived: true,
    reason: "The whole desktop loses the key until it is unregistered.",
    docs: "https://www.electronjs.org/docs/latest/api/global-shortcut#globalshortcutunregisteraccelerator",
    leaking: `
import { globalShortcut } from "electron";

export async function withEscape(key: string, cancel: () => void, work: () => Promise<void>): Promise<void> {
  globalShortcut.register(key, cancel);
  await work();
  globalShortcut.unregister(key);
}
`,
    clean: `
import { globalShortcut } from "electron";

export async function withEscape(key: string, cancel: () => void, work: () => Promise<void>): Promise<void> {
  globalShortcut.register(key, cancel);
  try {
    await work();
  } finally {
    globalShortcut.unregister(key);
  }
}
`,
  },
  {
    id: "electron/power-save-blocker",
    noun: "a power save blocker",
    acquire: call(exported("electron", "powerSaveBlocker.start")),
    handle: result,
    releases: [passingTo(exported("electron", "powerSaveBlocker.stop"))],
    heldBy: "process",
    reason: "The machine does not sleep until it is stopped.",
    docs: "https://www.electronjs.org/docs/latest/api/power-save-blocker#powersaveblockerstopid",
    leaking: `
import { powerSaveBlocker } from "electron";

export async function awake(work: () => Promise<void>): Promise<void> {
  const blocker = powerSaveBlocker.start("prevent-app-suspension");
  await work();
  powerSaveBlocker.stop(blocker);
}
`,
    clean: `
import { powerSaveBlocker } from "electron";

export async function awake(work: () => Promise<void>): Promise<void> {
  const blocker = powerSaveBlocker.start("prevent-app-suspension");
  try {
    await work();
  } finally {
    powerSaveBlocker.stop(blocker);
  }
}
`,
  },
];
