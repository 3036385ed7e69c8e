/** Declared types of keys, by what they are called: how many values a program has of each. */

/** Pieces of the program. */
export const codeTypes = /^(?:Function|Type|Constructor|Class|ClassType|Newable|ComponentType|InjectionToken|Ctor|AbstractType)$|(?:Constructor|Class|Type|Kind|Schema|Ctor|Metadata)$/;
/** Written down in a configuration. */
export const configurationTypes = /(?:Identifier|Declaration|Options|Config|Plugin|Rule|Definition)$/;
/** Objects that come and go. */
export const passingTypes = /^(?:EventTarget|Element|Node|(?:HTML|SVG)\w*|\w*Socket|\w*Request|IncomingMessage|\w*Response|\w*Connection|AbortSignal|AbortController|MessagePort|Worker|ChildProcess|Promise|Buffer|URL|Uri|URI|Date|Window|Document)$/;
