export { type FieldError, Refusal, type RefusalOptions } from './refusal';
export { eachRefusal, type Refusals } from './refusals-of-several';
export { type RefusalCode, type RefusalKind, REFUSALS } from './refusals';
