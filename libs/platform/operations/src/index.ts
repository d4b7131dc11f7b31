export type { Arguments, OperationInput } from './arguments';
export type { Refused, Served } from './served';
export { type ServableId, Serves, type Serving, servingsOf } from './serves';
