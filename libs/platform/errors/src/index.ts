// With a star: `libs/office/operations` adds to `RefusalCodes`, which the compiler then finds here.
export * from './refusal';
export { eachRefusal, type Refusals } from './refusals-of-several';
