export { FindingModule } from './finding.module';
export { SearchOffice } from './search-office';
export { AddSynonyms, ChangeSynonyms, RemoveSynonyms } from './synonyms/keep-synonyms';
export { ListSynonyms } from './synonyms/list-synonyms';
