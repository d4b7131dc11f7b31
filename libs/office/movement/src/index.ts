export * from './commands';
export { MovementModule } from './movement.module';
export { SENT, sentBy } from './sent-files';
export { suggestionsFor, type WhereTo } from './suggestions';
