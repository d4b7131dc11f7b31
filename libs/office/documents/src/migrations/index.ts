import { DocumentsAndTheirStore1790000000030 } from './1790000000030-documents-and-their-store';
import { ActiveContentIsKnown1790000000041 } from './1790000000041-active-content-is-known';
import { DocumentsAreMadeHere1790000000168 } from './1790000000168-documents-are-made-here';

/** What this area has changed in the schema since the first release, in order. */
export const DOCUMENTS_MIGRATIONS = [
  DocumentsAndTheirStore1790000000030,
  ActiveContentIsKnown1790000000041,
  DocumentsAreMadeHere1790000000168,
];
