/** By which the office's one object store is injected. */
export const OBJECT_STORE = Symbol('ObjectStore');
