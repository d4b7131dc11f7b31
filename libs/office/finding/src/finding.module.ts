import { Module } from '@nestjs/common';
import { SearchOffice } from './search-office';
import { AddSynonyms, ChangeSynonyms, RemoveSynonyms } from './synonyms/keep-synonyms';
import { ListSynonyms } from './synonyms/list-synonyms';

const EXPORTED = [AddSynonyms, ChangeSynonyms, ListSynonyms, RemoveSynonyms, SearchOffice];

/** The search over everything: it owns no table, and composes what each area says of its own. Administrators say which words mean the same. */
@Module({ providers: EXPORTED, exports: EXPORTED })
export class FindingModule {}
