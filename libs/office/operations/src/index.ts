export type { Arguments, OperationInput } from './arguments';
export { isPassing, kindOf, PASSING } from './kind-of';
export { refusalsOf } from './refusals-of';
export type { Refused, Served } from './served';
export { type ServableId, Serves, type Serving, servingsOf } from './serves';
