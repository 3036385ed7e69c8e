/** The shape of `settings.leakproof`, as it is written by hand. `settings-schema.ts` says what each field means. */

/** One name or several. */
export type Names = string | readonly string[];

export type CalleeSetting =
  | { readonly call: string; readonly from?: string }
  | { readonly new: string; readonly from?: string }
  | { readonly method: string; readonly of?: string; readonly from?: string; readonly madeBy?: Names };

export type HandleSetting =
  | "result"
  | "awaited"
  | "receiver"
  | "identity"
  | { readonly argument: number }
  | { readonly callback: number; readonly parameter: number };

export type ReleaseSetting =
  | string
  | { readonly method: string }
  | { readonly call: string; readonly from?: string; readonly argument?: number }
  | { readonly receiver: string; readonly argument?: number; readonly same?: readonly number[]; readonly all?: boolean };

/** How a resource is acquired, and how it is released. */
export interface PairSetting {
  readonly id: string;
  readonly noun?: string;
  readonly acquire: CalleeSetting;
  readonly handle?: HandleSetting;
  readonly release: ReleaseSetting | readonly ReleaseSetting[];
  readonly wrongReleases?: readonly { readonly method: string; readonly because: string }[];
  readonly bounds?: readonly ({ readonly option: string; readonly argument: number; readonly equals?: boolean } | { readonly callback: number })[];
  readonly heldBy?: "process" | "receiver" | "argument";
  readonly lent?: boolean;
  readonly endsByItself?: boolean;
  readonly longLived?: boolean;
  readonly confidence?: "likely";
  readonly reason?: string;
  readonly docs?: string;
}

/** A class whose methods take keys. */
export interface CacheSetting {
  readonly id: string;
  readonly class: string;
  readonly from?: string;
  readonly madeBy?: Names;
  readonly keys?: "identity" | "text" | "outside";
  readonly lookup?: Names;
  readonly insert?: Names;
  readonly delete?: Names;
  readonly clear?: Names;
  readonly bounded?: boolean;
}

/** When objects of a framework begin and end. */
export interface LifecycleSetting {
  readonly teardown: Names;
  readonly setup?: Names;
  readonly extends?: Names;
  readonly decorators?: Names;
  readonly cleanupCalls?: Names;
}

/** Which other files are looked into; `false` for none. Globs are of paths below the root. */
export type ProjectSetting = false | { readonly root?: string; readonly include?: Names; readonly exclude?: Names };

/** What the plugin is told beyond its catalogue: `settings: { leakproof: { … } }`. */
export interface LeakproofSettings {
  readonly $schema?: string;
  readonly pairs?: readonly PairSetting[];
  readonly caches?: readonly CacheSetting[];
  readonly lifecycles?: readonly LifecycleSetting[];
  readonly project?: ProjectSetting;
}
