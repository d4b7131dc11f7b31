export { type FieldError, Refusal, type RefusalOptions } from './refusal';
export { type RefusalCode, type RefusalKind, REFUSALS } from './refusals';
