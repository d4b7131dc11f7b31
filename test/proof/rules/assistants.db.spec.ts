import type { Actor } from '@patravali/authorization';
import { DraftContent, ForwardFile as ForwardFileRequest, NoteContent, PageQuery } from '@patravali/contract';
import { DeskCountsQuery, FileBoxes } from '@patravali/desk';
import { ApproveDraft, ChangeDraft, CreateDraft, DraftViewQuery } from '@patravali/drafts';
import { CloseFile, CreateFile, FileViewQuery, RegradeFile } from '@patravali/files';
import { ForwardFile, OpenFile, PullBackFile } from '@patravali/movement';
import { AddNote, ChangeNote, ConfirmNote, DiscardNote, TakeBackNote } from '@patravali/notes';
import { useOffice } from '../../support/office/office';

describe('a personal assistant', () => {
  const office = useOffice({ holds: 'section' });
  let officer: Actor;
  let assistant: Actor;
  beforeAll(async () => {
    officer = office().at('US');
    assistant = await office().assistantOf(officer);
  });

  const words = (text: string, decision: 'approved' | null = null) =>
    NoteContent.parse({ text: { version: 1, paragraphs: [{ children: [{ type: 'text', text }] }] }, decision });
  const add = (by: Actor, fileId: string, content = words('प्रस्ताव उचित है।')) =>
    office().get(AddNote).execute(by, fileId, content);
  const view = (by: Actor, fileId: string) => office().get(FileViewQuery).execute(by, fileId);
  const forward = (by: Actor, fileId: string) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, ForwardFileRequest.parse({ toPostId: office().at('DS').postId, confirmNote: true }));
  const notForAssistants = { code: 'not-for-assistants' };
  const draftContent = (subject = 'मरम्मत') =>
    DraftContent.parse({
      form: 'letter',
      language: 'hi',
      subject,
      addressees: [{ name: 'निरीक्षक' }],
      body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'स्वीकृत।' }] }] },
      signatoryPostId: officer.postId,
    });

  it('prepares the note, which becomes the note of the officer who confirms it', async () => {
    const { fileId } = await office().newFile(officer);
    const { version } = await add(assistant, fileId);
    expect((await view(officer, fileId)).pendingNote).toMatchObject({ preparedBy: assistant.name, colour: 'yellow' });
    await office().get(ChangeNote).execute(officer, fileId, words('प्रस्ताव उचित है; स्वीकृत।', 'approved'), version);
    expect((await view(assistant, fileId)).pendingNote).toMatchObject({
      preparedBy: assistant.name,
      savedBy: officer.name,
    });
    await forward(officer, fileId);
    expect(await office().rows('SELECT author_user_id, capacity FROM note WHERE file_id = $1', [fileId])).toEqual([
      { author_user_id: officer.userId, capacity: 'regular' },
    ]);
  });

  it('is not the author of what the officer confirms and sends as it stands', async () => {
    const { fileId } = await office().newFile(officer);
    await add(assistant, fileId);
    await office().get(ConfirmNote).execute(officer, fileId);
    await forward(officer, fileId);
    expect(await office().rows('SELECT author_user_id, capacity FROM note WHERE file_id = $1', [fileId])).toEqual([
      { author_user_id: officer.userId, capacity: 'regular' },
    ]);
  });

  it('confirms, decides, sends, closes, regrades and opens files not at all', async () => {
    const { fileId } = await office().newFile(officer);
    const { version } = await add(assistant, fileId);
    const acts: (() => Promise<unknown>)[] = [
      () => office().get(ConfirmNote).execute(assistant, fileId),
      () => office().get(TakeBackNote).execute(assistant, fileId),
      () => office().get(ChangeNote).execute(assistant, fileId, words('स्वीकृत।', 'approved'), version),
      () => forward(assistant, fileId),
      () => office().get(CloseFile).execute(assistant, fileId, { reason: 'पूर्ण', confirmNote: true }),
      () => office().get(RegradeFile).execute(assistant, fileId, { reason: 'पूर्ण', grading: 'secret' }, 1),
      () => office().newFile(assistant),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject(notForAssistants);
    expect((await view(assistant, fileId)).allowedMoves).toEqual(['note', 'put_up_draft']);
    await office().get(ConfirmNote).execute(officer, fileId);
    await expect(office().get(DiscardNote).execute(assistant, fileId)).rejects.toMatchObject(notForAssistants);
    await forward(officer, fileId);
    await expect(office().get(PullBackFile).execute(assistant, fileId, {})).rejects.toMatchObject(notForAssistants);
  });

  it('leaves the decision of the officer as it is', async () => {
    const { fileId } = await office().newFile(officer);
    const { version } = await add(officer, fileId, words('स्वीकृत।', 'approved'));
    const change = office().get(ChangeNote);
    await expect(change.execute(assistant, fileId, words('स्वीकृत।'), version)).rejects.toMatchObject(notForAssistants);
    await change.execute(assistant, fileId, words('प्रस्ताव स्वीकृत।', 'approved'), version);
    expect((await view(officer, fileId)).pendingNote).toMatchObject({ decision: 'approved', savedBy: assistant.name });
  });

  it('writes a version of the draft of its own, and ends no approval', async () => {
    const { fileId } = await office().newFile(officer);
    const { id } = await office().get(CreateDraft).execute(officer, fileId, {
      content: draftContent(),
      replyToReceiptId: null,
    });
    const changed = await office()
      .get(ChangeDraft)
      .execute(assistant, id, { content: draftContent('भवन') }, 1);
    expect(changed.draftVersion).toBe(2);
    expect(await office().get(DraftViewQuery).execute(officer, id)).toMatchObject({
      versions: [{ by: { capacity: 'regular' } }, { by: { capacity: 'assistant', name: assistant.name } }],
    });
    const approve = office().get(ApproveDraft);
    const approval = { draftVersion: 2, namedPostId: null };
    await expect(approve.execute(assistant, id, approval)).rejects.toMatchObject(notForAssistants);
    const { version } = await approve.execute(officer, id, approval);
    const again = office()
      .get(ChangeDraft)
      .execute(assistant, id, { content: draftContent('नया') }, version);
    await expect(again).rejects.toMatchObject(notForAssistants);
  });

  it('sees nothing above normal, in no list and by no count', async () => {
    const counted = await office().get(DeskCountsQuery).execute(assistant);
    const { fileId } = await office().newFile(officer, { grading: 'confidential' });
    await expect(view(assistant, fileId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(add(assistant, fileId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(office().get(OpenFile).execute(assistant, fileId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await office().get(DeskCountsQuery).execute(assistant)).toEqual(counted);
    const boxes = office().get(FileBoxes);
    const query = PageQuery.parse({});
    const holds = async (by: Actor) => {
      const lists = [await boxes.inbox(by, { ...query, order: 'newest' }), await boxes.created(by, query)];
      return lists.map(({ items }) => items.some((file) => file.id === fileId));
    };
    expect([await holds(officer), await holds(assistant)]).toEqual([
      [true, true],
      [false, false],
    ]);
    const beside = { toPostId: office().at('DS').postId, note: words('गोपनीय।'), confirmNote: true };
    await office().get(ForwardFile).execute(officer, fileId, ForwardFileRequest.parse(beside));
    const sent = async (by: Actor) => (await boxes.sent(by, query)).items.some((file) => file.id === fileId);
    expect([await sent(officer), await sent(assistant)]).toEqual([true, false]);
  });

  it('opens no file of its own', async () => {
    const request = { headId: office().headId, subject: 'नई', grading: 'normal', urgency: 'ordinary' } as const;
    await expect(office().get(CreateFile).execute(assistant, request)).rejects.toMatchObject(notForAssistants);
  });
});
