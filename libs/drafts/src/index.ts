export { Draft, DraftVersion } from './draft.entities';
