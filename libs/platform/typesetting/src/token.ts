/** By which the office's one press is injected. */
export const PRESS = Symbol('Press');
