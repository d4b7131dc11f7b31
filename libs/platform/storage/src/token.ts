/** Injection token of the office's object store. */
export const OBJECT_STORE = Symbol('ObjectStore');
