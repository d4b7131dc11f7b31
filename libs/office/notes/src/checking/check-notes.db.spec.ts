import { ForwardFile } from '@patravali/movement';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { notesPart } from './check-notes';

const office = useOffice({ holds: 'section' });

const written = (text: string) => ({
  version: 1 as const,
  paragraphs: [{ children: [{ type: 'text' as const, text }] }],
});

describe('the notes held against their events', () => {
  let fileId: string;
  const check = () =>
    notesPart.check(office().manager, { organisationId: office().id, subjectKind: 'file', subjectIds: [fileId] });
  const wrongNote = (place: number, fault: string) => ({ subjectKind: 'file', subjectId: fileId, place, fault });
  const send = (by: Marking, to: Marking, text: string) =>
    office()
      .get(ForwardFile)
      .execute(office().at(by), fileId, {
        toPostId: office().at(to).postId,
        note: { text: written(text), decision: null },
        confirmNote: true,
      });
  /** As somebody would who may do everything. */
  const tamper = (sql: string) =>
    office().rows(`ALTER TABLE note DISABLE TRIGGER USER; ${sql}; ALTER TABLE note ENABLE TRIGGER USER`);

  beforeEach(async () => {
    ({ fileId } = await office().newFile(office().at('ASO')));
    await send('ASO', 'SO', 'प्रस्तुत।');
    await send('SO', 'ASO', 'परीक्षण करें।');
    await send('ASO', 'SO', 'परीक्षण कर लिया गया।');
  });

  it('are all as they were recorded', async () => {
    const { count, wrong } = await check();
    expect(count).toBeGreaterThanOrEqual(3);
    expect(wrong).toEqual([]);
  });

  const CHANGED = `replace(content::text, 'परीक्षण', 'स्वीकार')::jsonb`;
  const NOTE = () => `file_id = '${fileId}' AND number = 2`;
  it.each([
    ['its text', `content = ${CHANGED}`],
    ['its text and its hash', `content = ${CHANGED}, content_hash = repeat('a', 64)`],
    ['its decision', `decision = 'approved'`],
    ['its paragraph', 'first_paragraph = first_paragraph + 100'],
  ])('are named where somebody changed %s', async (_, change) => {
    const [before] = await office().rows<{ was: string }>(
      `SELECT to_jsonb(note)::text AS was FROM note WHERE ${NOTE()}`,
    );
    await tamper(`UPDATE note SET ${change} WHERE ${NOTE()}`);
    const { wrong } = await check();
    expect(wrong).toEqual([wrongNote(2, 'note_changed')]);
    await tamper(`UPDATE note SET (content, content_hash, decision, first_paragraph) = (SELECT was.content, was.content_hash, was.decision,
      was.first_paragraph FROM jsonb_populate_record(NULL::note, '${(before?.was ?? '').replaceAll("'", "''")}') was) WHERE ${NOTE()}`);
    expect((await check()).wrong).toEqual([]);
  });

  it('are named where one was taken out, or put in without an event', async () => {
    await tamper(`UPDATE note SET number = 7 WHERE file_id = '${fileId}' AND number = 3`);
    const { wrong } = await check();
    expect(wrong).toEqual([wrongNote(3, 'note_missing'), wrongNote(7, 'note_unrecorded')]);
    await tamper(`UPDATE note SET number = 3 WHERE file_id = '${fileId}' AND number = 7`);
  });
});
