export { CheckForward } from './check-forward';
export { CheckOpening } from './check-opening';
export * from './commands';
export { MovementModule } from './movement.module';
export type { Refusals } from './refusals-of-files';
export { SENT, sentBy } from './sent-files';
export { suggestionsFor } from './suggestions';
