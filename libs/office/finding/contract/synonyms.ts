import { oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { Kept } from '../../establishment/contract/establishment';

/** So many words stand in a group, and so many groups an office keeps: a question asks for each of them. */
export const MOST_SYNONYMS = 24;
export const MOST_SYNONYM_GROUPS = 500;

/** Words, phrases and abbreviations, each as it is written: जि०अ०, डी०एम०, जिलाधिकारी. */
export const Synonyms = z
  .strictObject({
    words: z.array(oneLine(60)).min(2, 'synonyms-too-few').max(MOST_SYNONYMS),
  })
  .meta({ id: 'Synonyms' });
export type Synonyms = z.infer<typeof Synonyms>;

/** Whoever searches for one of them finds the others. */
export const SynonymGroup = z
  .object({ id: z.uuid(), words: z.array(z.string()), version: z.int() })
  .meta({ id: 'SynonymGroup' });
export type SynonymGroup = z.infer<typeof SynonymGroup>;

export const SynonymGroups = z
  .object({
    /** The newest first. */
    items: z.array(SynonymGroup),
  })
  .meta({ id: 'SynonymGroups' });
export type SynonymGroups = z.infer<typeof SynonymGroups>;

export const synonymOperations = {
  listSynonyms: operation('GET', '/synonyms', {
    summary: 'List the words that mean the same in this office',
    description: 'These stand beside the words that mean the same in every office.',
    answer: SynonymGroups,
    shows: ['synonyms'],
    refuses: ['not-allowed'],
  }),
  addSynonyms: operation('POST', '/synonyms', {
    summary: 'Add words that mean the same',
    description: 'Whoever searches for one of them finds the others from then on, in what was written before as well.',
    body: Synonyms,
    answer: Kept,
    status: 201,
    changes: ['synonyms'],
    event: 'organisation.synonyms_added',
    refuses: ['synonym-taken', 'too-many-synonyms'],
  }),
  changeSynonyms: operation('PUT', '/synonyms/:groupId', {
    summary: 'Change words that mean the same',
    body: Synonyms,
    answer: Kept,
    ifMatch: 'required',
    changes: ['synonyms'],
    event: 'organisation.synonyms_changed',
    refuses: ['synonym-taken'],
  }),
  removeSynonyms: operation('DELETE', '/synonyms/:groupId', {
    summary: 'Take away words that mean the same',
    answer: Kept,
    ifMatch: 'optional',
    changes: ['synonyms'],
    event: 'organisation.synonyms_removed',
  }),
};
