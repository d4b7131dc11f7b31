// With a star: `libs/office/operations` adds to `RefusalCodes`, which the compiler then finds here.
export * from './refusal';
export { fieldCodeOf } from './field-code';
export { invalidInput } from './invalid-input';
export { eachRefusal, type Refusals } from './refusals-of-several';
