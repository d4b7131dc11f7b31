export type { BlackArea, PageToBlacken } from './blackened-page';
export { blackenDocument } from './blacken-document';
