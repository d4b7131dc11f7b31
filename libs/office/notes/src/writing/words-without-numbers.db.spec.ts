import type { Actor } from '@patravali/authorization';
import { type Block, type Decision, NoteView, type StructuredText } from '@patravali/contract';
import { ForwardFile, ReturnFile } from '@patravali/movement';
import { ListNotes } from '@patravali/notes';
import { z } from 'zod';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { AddNote } from './add-note';
import { ConfirmNote } from './confirm-note';

const office = useOffice({ holds: 'section' });

const words = (text: string) => ({ children: [{ type: 'text' as const, text }] });
const numbered = (text: string): Block => ({ type: 'paragraph', ...words(text) });
const unnumbered = (text: string): Block => ({ type: 'paragraph', numbered: false, ...words(text) });
const TABLE: Block = { type: 'table', rows: [{ cells: [words('वर्ष'), words('2026')] }] };

describe('A note whose paragraphs its author did not number', () => {
  let fileId: string;
  beforeEach(async () => ({ fileId } = await office().newFile(at('ASO'))));

  const at = (marking: Marking): Actor => office().at(marking);
  const along = (blocks: Block[] | null, decision: Decision | null = null) =>
    blocks || decision
      ? { note: { text: { version: 2, blocks: blocks ?? [] } satisfies StructuredText, decision }, confirmNote: true }
      : { confirmNote: false };
  const send = (by: Marking, to: Marking, ...note: Parameters<typeof along>) =>
    office()
      .get(ForwardFile)
      .execute(at(by), fileId, { toPostId: at(to).postId, ...along(...note) });
  const sheet = async () => {
    const { items } = await office().get(ListNotes).execute(at('ASO'), fileId, { limit: 50 });
    return (await office().named(z.array(NoteView), Promise.resolve(items))).map(
      ({ firstParagraph, signatureAlone, text }) => ({ firstParagraph, signatureAlone, version: text.version }),
    );
  };

  it('is a note with words: it opens a sheet, is agreed with, and takes no number of the series', async () => {
    await send('ASO', 'SO', [unnumbered('प्रस्तुत।'), TABLE]);
    await send('SO', 'US', null);
    await send('US', 'SO', [numbered('स्वीकृत।'), unnumbered('शीघ्र।'), numbered('आलेख प्रस्तुत करें।')]);
    await send('SO', 'ASO', [TABLE]);
    await send('ASO', 'SO', [numbered('आलेख प्रस्तुत।')]);
    expect(await sheet()).toEqual([
      { firstParagraph: null, signatureAlone: null, version: 2 },
      { firstParagraph: null, signatureAlone: 'agreement', version: 2 },
      { firstParagraph: 1, signatureAlone: null, version: 2 },
      { firstParagraph: null, signatureAlone: null, version: 2 },
      { firstParagraph: 3, signatureAlone: null, version: 2 },
    ]);
  });

  it('may say why something is not approved, and what a return asks for', async () => {
    await send('ASO', 'SO', [unnumbered('प्रस्तुत।')]);
    await send('SO', 'US', [TABLE], 'not_approved');
    const { note, confirmNote } = { note: undefined, ...along([unnumbered('पुनः देखें।')]) };
    await office().get(ReturnFile).execute(at('US'), fileId, { reason: 'अपूर्ण', note, confirmNote });
    expect((await sheet()).map(({ signatureAlone }) => signatureAlone)).toEqual([null, null, null]);
  });

  it('lets an officer approve without words below it', async () => {
    await send('ASO', 'SO', [unnumbered('प्रस्तुत।')]);
    const approval = { text: { version: 2 as const, blocks: [] }, decision: 'approved' as const };
    await office().get(AddNote).execute(at('SO'), fileId, approval);
    await office().get(ConfirmNote).execute(at('SO'), fileId);
    await send('SO', 'US', null);
    expect(await sheet()).toHaveLength(2);
  });

  it('is none when all that stands in it is empty', async () => {
    const empty: Block[] = [unnumbered(' '), { type: 'table', rows: [{ cells: [{ children: [] }] }] }];
    await expect(send('ASO', 'SO', empty)).rejects.toMatchObject({ code: 'first-note-needs-words' });
  });
});
