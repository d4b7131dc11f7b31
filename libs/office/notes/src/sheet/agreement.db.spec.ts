import type { Actor } from '@patravali/authorization';
import { type Decision, type Named, NoteView, type StructuredText } from '@patravali/contract';
import { CloseFile } from '@patravali/files';
import { ForwardFile, PullBackFile, ReturnFile } from '@patravali/movement';
import { AddNote, ConfirmNote } from '@patravali/notes';
import { z } from 'zod';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { ListNotes } from './list-notes';

const office = useOffice({ holds: 'section' });
const PAGE = { limit: 50 };

const written = (...paragraphs: string[]): StructuredText => ({
  version: 1,
  paragraphs: paragraphs.map((text) => ({ children: [{ type: 'text', text }] })),
});

interface Words {
  readonly says?: string;
  readonly decision?: Decision;
}
const along = ({ says, decision }: Words) =>
  says === undefined && !decision
    ? { confirmNote: false }
    : { note: { text: written(...(says ? [says] : [])), decision: decision ?? null }, confirmNote: true };

describe('a note sheet', () => {
  let fileId: string;
  beforeEach(async () => ({ fileId } = await office().newFile(at('ASO'))));

  const at = (marking: Marking): Actor => office().at(marking);
  const send = (by: Marking, to: Marking, words: Words = {}) =>
    office()
      .get(ForwardFile)
      .execute(at(by), fileId, { toPostId: at(to).postId, ...along(words) });
  const giveBack = (by: Marking, reason: string, words: Words = {}) =>
    office()
      .get(ReturnFile)
      .execute(at(by), fileId, { reason, ...along(words) });
  const pullBack = (by: Marking) => office().get(PullBackFile).execute(at(by), fileId, {});
  const sheet = async (): Promise<string[]> => (await notesFor(at('ASO'), fileId)).flatMap(linesOf);

  it('keeps nothing of a saved note that says nothing: the file is returned, and closed, without it', async () => {
    const saveNothing = () => office().get(AddNote).execute(at('SO'), fileId, { text: written(), decision: null });
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    await saveNothing();
    await office().get(ReturnFile).execute(at('SO'), fileId, { reason: 'तथ्य', confirmNote: true });
    await send('ASO', 'SO', { says: 'पुनः प्रस्तुत।' });
    await saveNothing();
    await office().get(CloseFile).execute(at('SO'), fileId, { reason: 'निस्तारित', confirmNote: true });
    expect(await office().rows('SELECT FROM pending_note WHERE file_id = $1', [fileId])).toEqual([]);
    expect(await sheet()).toHaveLength(3);
  });

  it('begins with words: nobody puts up, approves or declines an empty sheet', async () => {
    const before = await office().counts();
    const refusal = {
      code: 'first-note-needs-words',
      errors: [{ pointer: '#/note/text', detail: 'first-note-needs-words' }],
    };
    await expect(send('ASO', 'SO')).rejects.toMatchObject(refusal);
    await expect(send('ASO', 'SO', { says: '' })).rejects.toMatchObject(refusal);
    ({ fileId } = await office().newFile(at('SO')));
    await expect(send('SO', 'US', { decision: 'approved' })).rejects.toMatchObject(refusal);
    const { file_custody: files, ...others } = await office().counts();
    expect([files, others.note, others.movement]).toEqual([
      (before.file_custody ?? 0) + 1,
      before.note,
      (before.movement ?? 0) + 1,
    ]);
  });

  it('takes a signature alone for agreement with the note of another desk', async () => {
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    await send('SO', 'US');
    expect(await sheet()).toEqual(['1 ASO', '2 SO agreement']);
  });

  it('shows a return as a line of its own with its reason, and writes no note for it', async () => {
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    await send('SO', 'US');
    await giveBack('US', 'प्राक्कलन संलग्न करें');
    expect(await sheet()).toEqual(['1 ASO', '2 SO agreement', 'US returned to SO: प्राक्कलन संलग्न करें']);
  });

  it('has the return below the words that went with it', async () => {
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    await giveBack('SO', 'अपूर्ण', { says: 'नियम का उल्लेख करें।' });
    expect(await sheet()).toEqual(['1 ASO', '2 SO', 'SO returned to ASO: अपूर्ण']);
  });

  it('wants the answer to a return in words, and then takes agreement again', async () => {
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    await giveBack('SO', 'अपूर्ण');
    await expect(send('ASO', 'SO')).rejects.toMatchObject({ code: 'returned-file-needs-words' });
    await send('ASO', 'SO', { says: 'पूर्ण कर दी गई।' });
    await send('SO', 'US');
    expect(await sheet()).toEqual(['1 ASO', 'SO returned to ASO: अपूर्ण', '2 ASO', '3 SO agreement']);
  });

  it('lets a returned file be returned further, each time with a reason', async () => {
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    await send('SO', 'US');
    await giveBack('US', 'एक');
    await expect(giveBack('SO', 'दो')).resolves.toBeDefined();
    expect((await sheet()).slice(2)).toEqual(['US returned to SO: एक', 'SO returned to US: दो']);
  });

  it('takes a return that was pulled back for none, and still shows it', async () => {
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    await giveBack('SO', 'भूल से');
    await pullBack('SO');
    await send('SO', 'US');
    expect(await sheet()).toEqual(['1 ASO', 'SO returned to ASO: भूल से (pulled back)', '2 SO agreement']);
  });

  it('takes nobody for agreeing with himself: after a pull back the movement alone tells that it was sent', async () => {
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    await pullBack('ASO');
    await send('ASO', 'SO');
    expect(await sheet()).toEqual(['1 ASO']);
  });

  it('has decisions of officers only, and says why something is not approved', async () => {
    const refused = { code: 'decision-needs-officer', params: { post: 'ASO' } };
    const decided = { text: written('प्रस्तुत।'), decision: 'approved' } as const;
    await expect(office().get(AddNote).execute(at('ASO'), fileId, decided)).rejects.toMatchObject({
      ...refused,
      errors: [{ pointer: '#/decision', detail: 'decision-needs-officer' }],
    });
    await expect(send('ASO', 'SO', { says: 'प्रस्तुत।', decision: 'approved' })).rejects.toMatchObject({
      ...refused,
      errors: [{ pointer: '#/note/decision', detail: 'decision-needs-officer' }],
    });
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    const wordless = { text: written(), decision: 'not_approved' } as const;
    await office().get(AddNote).execute(at('SO'), fileId, wordless);
    await expect(office().get(ConfirmNote).execute(at('SO'), fileId)).rejects.toMatchObject({
      code: 'not-approved-needs-words',
      errors: [{ pointer: '#/text', detail: 'not-approved-needs-words' }],
    });
    await expect(send('SO', 'ASO', { decision: 'not_approved' })).rejects.toMatchObject({
      code: 'not-approved-needs-words',
      errors: [{ pointer: '#/note/text', detail: 'not-approved-needs-words' }],
    });
    await send('SO', 'ASO', { says: 'नियम नहीं है।', decision: 'not_approved' });
    expect(await sheet()).toEqual(['1 ASO', '2 SO not_approved']);
  });

  it('keeps a decision from being sent that was saved while the post was an officer’s', async () => {
    await send('ASO', 'SO', { says: 'प्रस्तुत।' });
    await office().get(AddNote).execute(at('SO'), fileId, { text: written(), decision: 'approved' });
    const tables = ['file_custody', 'pending_note'];
    await office().rows(`${tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`).join('; ')};
      UPDATE pending_note SET author_post_id = '${at('ASO').postId}' WHERE file_id = '${fileId}';
      UPDATE file_custody SET holder_post_id = '${at('ASO').postId}' WHERE file_id = '${fileId}';
      ${tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`).join('; ')}`);
    await expect(
      office()
        .get(ForwardFile)
        .execute(at('ASO'), fileId, { toPostId: at('SO').postId, confirmNote: true }),
    ).rejects.toMatchObject({ code: 'decision-needs-officer' });
  });
});

describe('a note that was frozen without words before this was ruled', () => {
  it('is shown as the return that it was, as agreement with another desk, or as sent on and no more', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const { fileId } = await office().newFile(aso);
    // The file is put up without words, returned, put up again, then with words, and put up once more.
    const notes = [aso, so, aso, so, aso, aso].map(({ postId, userId }, index) => ({
      postId,
      userId,
      number: index + 1,
    }));
    const client = await office().owner.connect();
    try {
      await client.query('BEGIN; ALTER TABLE note DISABLE TRIGGER USER; ALTER TABLE movement DISABLE TRIGGER USER');
      for (const { postId, userId, number } of notes) {
        const [firstParagraph, paragraphs] = number === 4 ? [1, 1] : [null, 0];
        await client.query(
          `INSERT INTO note (id, organisation_id, file_id, number, first_paragraph, paragraphs, content, content_hash,
             author_user_id, author_post_id, capacity, written_at)
           VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, repeat('a', 64), $7, $8, 'regular', now())`,
          [
            office().id,
            fileId,
            number,
            firstParagraph,
            paragraphs,
            JSON.stringify(written(...(paragraphs > 0 ? ['सहमत'] : []))),
            userId,
            postId,
          ],
        );
        const [kind, to] = postId === aso.postId ? ['forwarded', so.postId] : ['returned', aso.postId];
        await client.query(
          `INSERT INTO movement (id, organisation_id, file_id, sequence, kind, from_post_id, to_post_id, by_user_id,
             by_post_id, capacity, remarks, notes)
           VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $5, 'regular', 'अपूर्ण', $8)`,
          [office().id, fileId, number + 1, number === 4 ? 'forwarded' : kind, postId, to, userId, number],
        );
      }
      await client.query('ALTER TABLE note ENABLE TRIGGER USER; ALTER TABLE movement ENABLE TRIGGER USER; COMMIT');
    } finally {
      client.release();
    }
    expect((await notesFor(aso, fileId)).flatMap(linesOf)).toEqual([
      '1 ASO sent_on',
      '2 SO return',
      'SO returned to ASO: अपूर्ण',
      '3 ASO sent_on',
      '4 SO',
      '5 ASO agreement',
      '6 ASO sent_on',
    ]);
  });
});

async function notesFor(by: Actor, fileId: string) {
  const { items } = await office().get(ListNotes).execute(by, fileId, PAGE);
  return await office().named(z.array(NoteView), Promise.resolve(items));
}

function linesOf({ number, author, decision, signatureAlone, returns }: Named<NoteView>): string[] {
  const note = [number, author.post.marking, decision, signatureAlone].filter((each) => each !== null).join(' ');
  return [
    note,
    ...returns.map(({ by, to, reason, takenBackAt }) => {
      const fate = takenBackAt === null ? '' : ' (pulled back)';
      return `${by.post.marking} returned to ${to.marking}: ${reason}${fate}`;
    }),
  ];
}
