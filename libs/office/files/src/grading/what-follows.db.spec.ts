import type { Actor } from '@patravali/authorization';
import { ConsultPosts as ConsultRequest, type FileRegraded, type Grading, NoteContent } from '@patravali/contract';
import { ConsultPosts, Questions } from '@patravali/consultations';
import { AttachFile, CheckRegrading, FileHistory, FileViewQuery, FindFiles, LinkFile } from '@patravali/files';
import { OpenPart, OpenVolume, RegradeFile } from '@patravali/files';
import { ForwardFile, ParkFile } from '@patravali/movement';
import { AddNote } from '@patravali/notes';
import { ListNotices, MakeNotices } from '@patravali/notices';
import { AskForPdf, MyPdfs } from '@patravali/records';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const office = useOffice({ holds: 'section' });
const [ds, us, so, aso, auditor] = (['DS', 'US', 'SO', 'ASO', 'AUDIT'] as const).map(
  (marking) => () => office().at(marking),
) as [() => Actor, () => Actor, () => Actor, () => Actor, () => Actor];

const view = (by: Actor, id: string) => office().get(FileViewQuery).execute(by, id);
const forward = (by: Actor, id: string, to: Actor, note?: NoteContent) =>
  office()
    .get(ForwardFile)
    .execute(by, id, { toPostId: to.postId, ...WORDS, ...(note && { note }) });
const regrade = async (by: Actor, id: string, grading: Grading): Promise<FileRegraded> =>
  office()
    .get(RegradeFile)
    .execute(by, id, { grading, reason: 'जाँच का प्रकरण' }, (await view(by, id)).version);
const found = async (by: Actor) =>
  (await office().get(FindFiles).execute(by, { limit: 200 })).items.map(({ id }) => id);
const consult = async (by: Actor, fileId: string, post: Actor) => {
  const posts = [{ postId: post.postId, dueOn: '2099-12-31' }];
  const request = ConsultRequest.parse({ question: 'क्या बजट उपलब्ध है?', posts });
  const { consultedIds } = await office().get(ConsultPosts).execute(by, fileId, request, { language: 'hi' });
  return consultedIds[0] ?? '';
};
const NOTHING = { parts: 0, volumes: 0, readers: 0, questions: 0, discussions: 0, pdfs: 0, linked: 0, attached: 0 };

/** The clerk's file, which has come to the section officer; a part of it is opened by the superior meanwhile. */
async function withPart(): Promise<{ id: string; part: string }> {
  const { fileId: id } = await office().newFile(aso());
  await forward(aso(), id, so());
  const { id: part } = await office().get(OpenPart).execute(us(), id, {});
  return { id, part };
}

describe('a file that is graded higher', () => {
  it('takes its open part along: nobody reads that who has not held it, by whichever list', async () => {
    const { id, part } = await withPart();
    const assistant = await office().assistantOf(us());
    const others = [ds(), auditor(), assistant];
    for (const by of others)
      expect([(await view(by, part)).grading, await found(by)]).toEqual(['normal', expect.arrayContaining([part])]);
    const { touched } = await regrade(so(), id, 'secret');
    expect(touched).toMatchObject({ parts: 1, volumes: 0, readers: 2 });
    for (const by of others) {
      await expect(view(by, part)).rejects.toMatchObject({ code: 'not-found' });
      expect(await found(by)).not.toContain(part);
    }
    expect(await view(us(), part)).toMatchObject({ grading: 'secret', version: 1 });
    const { items } = await office().get(FileHistory).execute(so(), id, { limit: 50 });
    expect(items.at(-1)?.data).toMatchObject({ parts: [(await view(us(), part)).number] });
  });

  it('has no part below it: one that is opened is graded alike, and none is regraded below', async () => {
    const { id, part } = await withPart();
    await regrade(so(), id, 'secret');
    const { version } = await view(us(), part);
    const before = await office().counts();
    const lower = { grading: 'confidential', reason: 'जाँच का प्रकरण' } as const;
    await expect(office().get(RegradeFile).execute(us(), part, lower, version)).rejects.toMatchObject({
      code: 'part-below-main',
    });
    expect(await office().counts()).toEqual(before);
    await regrade(us(), part, 'top_secret');
    // Lowering spreads to nothing.
    await regrade(so(), id, 'confidential');
    expect((await view(us(), part)).grading).toBe('top_secret');
    await regrade(us(), part, 'confidential');
    await forward(so(), id, us());
    const { id: another } = await office().get(OpenPart).execute(so(), id, {});
    expect((await view(so(), another)).grading).toBe('confidential');
  });

  it('is not, while a part of it travels inside a file that is graded lower', async () => {
    const { id, part } = await withPart();
    const { fileId: outside } = await office().newFile(us());
    await office().get(AttachFile).execute(us(), part, { mainFileId: outside });
    const { number } = await view(us(), part);
    await expect(regrade(so(), id, 'secret')).rejects.toMatchObject({
      code: 'part-inside-lower',
      params: { part: number },
    });
    expect([(await view(so(), id)).grading, (await view(us(), part)).grading]).toEqual(['normal', 'normal']);
  });

  it('takes its other volumes along, which have the same subject', async () => {
    const { fileId: first } = await office().newFile(aso());
    await forward(aso(), first, so());
    const { id: second } = await office().get(OpenVolume).execute(so(), first, {});
    const { touched } = await regrade(so(), second, 'secret');
    expect(touched).toMatchObject({ volumes: 1, parts: 0 });
    for (const by of [ds(), us(), auditor()])
      for (const id of [first, second]) await expect(view(by, id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await view(aso(), first)).grading).toBe('secret');
    await regrade(so(), second, 'normal');
    expect((await view(so(), first)).grading).toBe('secret');
  });

  it('asks nobody any longer who was asked before, and takes up a part that was parked for the answer', async () => {
    const { id, part } = await withPart();
    const [one, other] = [await office().actor(), await office().actor()];
    const asked = await consult(so(), id, one);
    await office()
      .get(AddNote)
      .execute(us(), part, NoteContent.parse({ text: WORDS.note.text }));
    const ofPart = await consult(us(), part, other);
    await office()
      .get(ParkFile)
      .execute(us(), part, { until: null, event: 'consultation_answered', remarks: undefined });
    const { touched } = await regrade(so(), id, 'secret');
    expect(touched).toMatchObject({ questions: 2 });
    for (const [by, question] of [
      [one, asked],
      [other, ofPart],
    ] as const) {
      await expect(office().get(Questions).one(by, question)).rejects.toMatchObject({ code: 'not-found' });
      expect((await office().get(Questions).list(by, { limit: 50 })).items).toEqual([]);
    }
    expect(await view(us(), part)).toMatchObject({ state: 'on_desk', opinionsAwaited: 0 });
    const { items } = await office().get(FileHistory).execute(so(), id, { limit: 50 });
    expect(items.at(-1)?.data).toMatchObject({ askedNoLonger: [one.post.marking, other.post.marking] });
    // Whoever shall know of it nevertheless is asked again.
    const again = await consult(so(), id, one);
    expect(await office().get(Questions).one(one, again)).toMatchObject({ grading: 'secret' });
  });

  it('keeps saved PDFs, discussions and notices from who reads it no longer', async () => {
    const { fileId: id } = await office().newFile(aso());
    const discussed = NoteContent.parse({ text: WORDS.note.text, kind: 'discussion', discussedWith: [ds().postId] });
    await forward(aso(), id, so(), discussed);
    await office().get(MakeNotices).execute();
    const { id: asked } = await office().get(AskForPdf).execute(us(), id, { language: 'hi', selection: null });
    const mine = async () => (await office().get(MyPdfs).list(us(), 'hi')).map((pdf) => pdf.id);
    const told = async () =>
      (await office().get(ListNotices).execute([ds()], { limit: 200 })).items.filter(({ thing }) => thing.id === id);
    expect([await mine(), (await told()).length]).toEqual([[asked], 1]);
    const { touched } = await regrade(so(), id, 'secret');
    expect(touched).toMatchObject({ pdfs: 1, discussions: 1, readers: 2 });
    expect([await mine(), await told()]).toEqual([[], []]);
    await expect(office().get(MyPdfs).ready(us(), asked)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('whoever is about to regrade a file', () => {
  it('is told what it touches, and then that it has', async () => {
    const { id, part } = await withPart();
    const { fileId: beside } = await office().newFile(so());
    const { fileId: inside } = await office().newFile(so());
    await office().get(LinkFile).execute(so(), id, { otherFileId: beside });
    await office().get(AttachFile).execute(so(), inside, { mainFileId: id });
    const check = (by: Actor, grading: Grading, of = id) => office().get(CheckRegrading).execute(by, of, { grading });
    const expected = { ...NOTHING, parts: 1, readers: 2, linked: 1, attached: 1 };
    expect(await check(so(), 'secret')).toEqual(expected);
    expect(await check(so(), 'normal')).toEqual(NOTHING);
    expect((await regrade(so(), id, 'secret')).touched).toEqual(expected);
    expect(await check(so(), 'confidential')).toEqual(NOTHING);
    expect((await regrade(so(), id, 'normal')).touched).toEqual(NOTHING);
    // A part takes nothing along.
    expect(await check(us(), 'top_secret', part)).toEqual({ ...NOTHING, readers: 0 });
    await expect(check(aso(), 'secret')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(check(office().at('CLERK'), 'secret')).rejects.toMatchObject({ code: 'not-found' });
  });
});
