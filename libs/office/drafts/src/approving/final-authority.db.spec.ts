import type { Actor } from '@patravali/authorization';
import {
  type Decision,
  DraftContent,
  DraftView,
  EMPTY_TEXT,
  FileView,
  InboxQuery,
  type NoteContent,
  NotesQuery,
} from '@patravali/contract';
import { ListMovements } from '@patravali/custody';
import { FileBoxes } from '@patravali/desk';
import { ApproveDraft, CreateDraft, DraftViewQuery, IssueDraft } from '@patravali/drafts';
import { CloseFile, CorrectCover, CreateFile, FileViewQuery, OpenVolume } from '@patravali/files';
import { ForwardFile, PullBackFile, ReturnFile } from '@patravali/movement';
import { AddNote, ConfirmNote, ListNotes, notesPart } from '@patravali/notes';
import { KeepCaseCategory } from '@patravali/organisation';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const office = useOffice({ holds: 'section' });
const at = (marking: Marking): Actor => office().at(marking);

/** ASO (4) below SO (3) below US (2) below DS (1), who decides on grants. */
describe('what is decided on a file', () => {
  let administrator: Actor;
  let grants: string;
  beforeAll(async () => {
    administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
    grants = await keep('GRANT', [3, 2, 1]);
  });

  async function keep(code: string, levels: number[], fromOn = '2020-01-01'): Promise<string> {
    const name = { hi: 'अनुदान', en: 'Grant' };
    const powers = [{ fromOn, levels, finalPostId: null }];
    return (await office().get(KeepCaseCategory).execute(administrator, { code, name, unitId: null, powers })).id;
  }
  /** Put up by ASO, and on the desk of SO. */
  const putUp = async (categoryId: string | null = grants) => {
    const cover = { headId: office().headId, subject: 'अनुदान', grading: 'normal', urgency: 'ordinary' } as const;
    const { id } = await office()
      .get(CreateFile)
      .execute(at('ASO'), { ...cover, categoryId });
    await send('ASO', id, 'SO');
    return id;
  };
  const noteWith = (decision: Decision | null, isWordless = false): NoteContent => ({
    text: isWordless ? EMPTY_TEXT : WORDS.note.text,
    decision,
  });
  const send = (
    by: Marking,
    fileId: string,
    to: Marking,
    note: NoteContent | null = noteWith(null),
    remarks?: string,
  ) =>
    office()
      .get(ForwardFile)
      .execute(at(by), fileId, { toPostId: at(to).postId, confirmNote: true, note: note ?? undefined, remarks });
  const decide = (by: Marking, fileId: string, to: Marking, decision: Decision, isWordless = false) =>
    send(by, fileId, to, noteWith(decision, isWordless));
  const view = (by: Marking, fileId: string) =>
    office().named(FileView, office().get(FileViewQuery).execute(at(by), fileId));
  const inbox = async (by: Marking, query: object = {}) =>
    (await office().get(FileBoxes).inbox(at(by), InboxQuery.parse(query))).items;
  const sheet = async (fileId: string) =>
    (await office().get(ListNotes).execute(at('DS'), fileId, NotesQuery.parse({}))).items;
  const close = (by: Marking, fileId: string) =>
    office().get(CloseFile).execute(at(by), fileId, { reason: 'निस्तारित', confirmNote: true });
  const undecided = { code: 'case-not-decided', params: { post: 'DS' } };

  it('is a recommendation below the final authority, and says so on row, head and sheet, whatever the ladder is later', async () => {
    const fileId = await putUp();
    expect((await view('SO', fileId)).decides).toMatchObject({ marking: 'DS' });
    await decide('SO', fileId, 'ASO', 'approved');
    const told = { decision: 'approved', recommendedTo: at('DS').postId };
    expect((await inbox('ASO', { decision: 'recommended' })).find(({ id }) => id === fileId)).toMatchObject(told);
    expect((await inbox('ASO', { decision: 'approved' })).map(({ id }) => id)).not.toContain(fileId);
    expect((await sheet(fileId)).at(-1)).toMatchObject(told);
    const { items } = await office().get(ListMovements).execute(at('ASO'), fileId, { limit: 50 });
    expect(items.at(-1)).toMatchObject(told);
    await keep('GRANT', [3], '2020-01-02');
    expect(await view('ASO', fileId)).toMatchObject({
      decided: { note: 2, decision: 'approved', recommendedTo: { marking: 'DS' }, by: { post: { marking: 'SO' } } },
    });
    await keep('GRANT', [3, 2, 1], '2020-01-03');
    const scope = { organisationId: office().id, subjectKind: 'file' as const, subjectIds: [fileId] };
    expect((await notesPart.check(office().manager, scope)).wrong).toEqual([]);
  });

  it('carries no letter and closes no file while it is a recommendation, but for the post that decides', async () => {
    const fileId = await putUp();
    const content = DraftContent.parse({
      form: 'letter',
      language: 'hi',
      subject: 'अनुदान',
      addressees: [{ name: 'निरीक्षक' }],
      body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'स्वीकृत।' }] }] },
      signatoryPostId: at('SO').postId,
    });
    const { id } = await office().get(CreateDraft).execute(at('SO'), fileId, { content, replyToReceiptId: null });
    const approve = (by: Marking) =>
      office().get(ApproveDraft).execute(at(by), id, { draftVersion: 1, namedPostId: null });
    const draft = (by: Marking) => office().named(DraftView, office().get(DraftViewQuery).execute(at(by), id));
    await decide('SO', fileId, 'US', 'approved');
    await office().get(ReturnFile).execute(at('US'), fileId, { reason: 'पत्र दें', confirmNote: false });
    await expect(approve('SO')).rejects.toMatchObject(undecided);
    expect(await draft('SO')).toMatchObject({
      undecided: { note: 2, post: { marking: 'DS' } },
      allowedMoves: ['change', 'cancel'],
    });
    await send('SO', fileId, 'US');
    // A level on the way approves, which is not final; nor is the letter issued on that.
    await approve('US');
    await send('US', fileId, 'SO');
    await expect(office().get(IssueDraft).execute(at('SO'), id)).rejects.toMatchObject(undecided);
    await send('SO', fileId, 'DS', noteWith(null), 'अत्यावश्यक');
    await approve('DS');
    await send('DS', fileId, 'US');
    await send('US', fileId, 'SO');
    expect((await draft('SO')).undecided).toBeNull();
    await approve('SO');
    await office().get(IssueDraft).execute(at('SO'), id);

    const other = await putUp();
    await office().get(AddNote).execute(at('SO'), other, noteWith('approved'));
    await expect(close('SO', other)).rejects.toMatchObject(undecided);
    await send('SO', other, 'US', null);
    await send('US', other, 'SO');
    await expect(close('SO', other)).rejects.toMatchObject(undecided);
    await expect(office().get(OpenVolume).execute(at('SO'), other, {})).rejects.toMatchObject(undecided);
    await send('SO', other, 'US');
    await send('US', other, 'DS');
    await decide('DS', other, 'SO', 'approved');
    await close('SO', other);
    // Who decides may close at once.
    const third = await putUp();
    await decide('SO', third, 'US', 'not_approved');
    await send('US', third, 'DS');
    await close('DS', third);
  });

  it('is reversed by its level or a higher one alone, with words', async () => {
    const fileId = await putUp(null);
    await decide('SO', fileId, 'US', 'approved');
    await decide('US', fileId, 'SO', 'not_approved');
    const refusal = { code: 'decided-above', params: { post: 'US', note: 3 } };
    await expect(decide('SO', fileId, 'ASO', 'approved')).rejects.toMatchObject({
      ...refusal,
      errors: [{ pointer: '#/note/decision', detail: 'decided-above' }],
    });
    await office().get(AddNote).execute(at('SO'), fileId, noteWith('approved'));
    await expect(office().get(ConfirmNote).execute(at('SO'), fileId)).rejects.toMatchObject(refusal);
    await send('SO', fileId, 'US', noteWith('not_approved'));
    await expect(decide('US', fileId, 'SO', 'approved', true)).rejects.toMatchObject({ code: 'reversal-needs-words' });
    await decide('US', fileId, 'SO', 'approved');
    await send('SO', fileId, 'US');
    await send('US', fileId, 'DS');
    await decide('DS', fileId, 'SO', 'not_approved');
    expect((await view('SO', fileId)).decided).toMatchObject({ decision: 'not_approved', recommendedTo: null });
  });

  it('does not count once it was taken back before it was opened, and the sheet says so for ever', async () => {
    const fileId = await putUp(null);
    await decide('SO', fileId, 'US', 'approved');
    await office().get(PullBackFile).execute(at('SO'), fileId, {});
    expect(await view('SO', fileId)).toMatchObject({ decision: null, decided: null });
    expect((await sheet(fileId)).at(-1)?.takenBack).toMatchObject({ by: { post: at('SO').postId } });
    await expect(send('SO', fileId, 'US', null)).rejects.toMatchObject({ code: 'taken-back-needs-words' });
    await decide('SO', fileId, 'US', 'not_approved');
    expect((await view('US', fileId)).decided).toMatchObject({ note: 3, decision: 'not_approved' });

    const agreed = await putUp(null);
    await send('SO', agreed, 'US', null);
    await office().get(PullBackFile).execute(at('SO'), agreed, {});
    await send('SO', agreed, 'US', null);
    const lines = (await sheet(agreed)).map(({ signatureAlone, takenBack }) => [signatureAlone, takenBack !== null]);
    expect(lines).toEqual([
      [null, false],
      ['agreement', true],
      ['agreement', false],
    ]);
  });

  it('is not brought to a lower authority by another kind of case, once a note stands on the sheet', async () => {
    const [fileId, section] = [await putUp(), await keep('SECTION', [3])];
    const correct = (by: Marking, categoryId: string | null, ifMatch: number) =>
      office()
        .get(CorrectCover)
        .execute(at(by), fileId, { subject: 'अनुदान', remarks: null, reason: 'भूल', categoryId }, ifMatch);
    const { version } = await view('SO', fileId);
    for (const lower of [section, null])
      await expect(correct('SO', lower, version)).rejects.toMatchObject({
        code: 'category-lowers-authority',
        params: { post: 'DS' },
      });
    await correct('SO', await keep('ALIKE', [3, 1]), version);
    await send('SO', fileId, 'DS');
    await correct('DS', section, (await view('DS', fileId)).version);
  });
});
