/** Names of objects that exist to pass several parameters at once, so that callers build one for each call. */

/** Parameters that are such an object. */
export const builtInline = /^(?:params|options|opts|args|props|query|input|request)$/i;

/** The same, where the type says so as well. */
export const parameterObjects = /^(?:params|options|opts|args|props|query|input|request|arguments)$/i;

/** Types of such objects. */
export const parameterTypes = /(?:Params|Parameters|Options|Opts|Args|Arguments|Props|Query|Input|Request)$/;
