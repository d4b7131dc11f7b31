/** By which the parsed configuration is injected. */
export const CONFIG = Symbol('Config');
