import { operation, typed } from '@patravali/contract-base';
import { z } from 'zod';

/** For one person, whatever the post, for all who work in a unit, or for the whole office. */
export const PHRASE_OWNERS = ['person', 'unit', 'office'] as const;
export type PhraseOwner = (typeof PHRASE_OWNERS)[number];

/** So many a person keeps, and so many a unit and the office. */
export const MOST_PHRASES = 50;

/** Plain text in which lines may break, in one language of the office or in both. */
const PhraseText = z
  .strictObject({ hi: typed(500).nullable(), en: typed(500).nullable() })
  .refine(({ hi, en }) => hi !== null || en !== null, { error: 'phrase-needs-words', path: ['hi'] });

export const SaveQuickPhrase = z
  .strictObject({ of: z.enum(PHRASE_OWNERS), text: PhraseText })
  .meta({ id: 'SaveQuickPhrase' });
export type SaveQuickPhrase = z.infer<typeof SaveQuickPhrase>;

export const ChangeQuickPhrase = z
  .strictObject({ text: PhraseText, place: z.int().min(1).max(MOST_PHRASES) })
  .meta({ id: 'ChangeQuickPhrase' });
export type ChangeQuickPhrase = z.infer<typeof ChangeQuickPhrase>;

/** A sentence that is put into a note or a letter with a key. */
export const QuickPhrase = z
  .object({
    id: z.uuid(),
    of: z.enum(PHRASE_OWNERS),
    text: z.object({ hi: z.string().nullable(), en: z.string().nullable() }),
    /** Among those of its owner, from 1. */
    place: z.int(),
    version: z.int(),
  })
  .meta({ id: 'QuickPhrase' });
export type QuickPhrase = z.infer<typeof QuickPhrase>;

export const QuickPhrases = z
  .object({
    /** One’s own, then those of the unit of one’s acting post, then those of the office. */
    items: z.array(QuickPhrase),
    /** Whether one may keep those of the unit. */
    keepsUnit: z.boolean(),
    keepsOffice: z.boolean(),
  })
  .meta({ id: 'QuickPhrases' });
export type QuickPhrases = z.infer<typeof QuickPhrases>;

export const QuickPhraseChanged = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'QuickPhraseChanged' });
export type QuickPhraseChanged = z.infer<typeof QuickPhraseChanged>;

export const quickPhraseOperations = {
  listQuickPhrases: operation('GET', '/quick-phrases', {
    summary: 'List the phrases kept for notes',
    answer: QuickPhrases,
    shows: ['quick-phrases'],
  }),
  saveQuickPhrase: operation('POST', '/quick-phrases', {
    summary: 'Keep a phrase for notes',
    body: SaveQuickPhrase,
    answer: QuickPhraseChanged,
    status: 201,
    changes: ['quick-phrases'],
    event: ['user.phrase_saved', 'organisation.phrase_saved'],
    refuses: ['too-many-phrases'],
  }),
  changeQuickPhrase: operation('PUT', '/quick-phrases/:phraseId', {
    summary: 'Change a kept phrase',
    body: ChangeQuickPhrase,
    answer: QuickPhraseChanged,
    ifMatch: 'required',
    changes: ['quick-phrases'],
    event: ['user.phrase_changed', 'organisation.phrase_changed'],
  }),
  deleteQuickPhrase: operation('DELETE', '/quick-phrases/:phraseId', {
    summary: 'Delete a kept phrase',
    answer: QuickPhraseChanged,
    ifMatch: 'optional',
    changes: ['quick-phrases'],
    event: ['user.phrase_deleted', 'organisation.phrase_deleted'],
  }),
};
