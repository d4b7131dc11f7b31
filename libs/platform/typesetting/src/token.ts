/** By which the office's one typesetter is injected. */
export const TYPESETTER = Symbol('Typesetter');
