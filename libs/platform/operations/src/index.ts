export type { Arguments, OperationInput } from './arguments';
export { refusalsOf } from './refusals-of';
export type { Refused, Served } from './served';
export { type ServableId, Serves, type Serving, servingsOf } from './serves';
