import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { useApi } from '../../support/http/api';
import { aNote, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { WORDS } from '../../support/office/words';

describe('what is refused of files together', () => {
  const api = useApi();
  let clerks: Clerks;
  let file: string;
  let other: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });
  beforeEach(async () => {
    [file, other] = [await openAFile(api(), clerks.clerk), await openAFile(api(), clerks.clerk)];
  });

  const act = (by: keyof Clerks, path: string, body: object = {}, language = 'en') =>
    api().as(clerks[by], 'post', `/files/${path}`, { body, headers: { 'accept-language': language } });
  const refused = async (by: keyof Clerks, path: string, body: object, code: string, [english, hindi]: string[]) => {
    for (const [language, sentence] of [['en', english] as const, ['hi', hindi] as const]) {
      const answer = await act(by, path, body, language);
      expect(answer.body).toMatchObject({ code, detail: expect.stringContaining(sentence ?? '?') as string });
    }
  };
  const into = (main: string) => ({ mainFileId: main });
  const attached = async () => {
    expect((await act('clerk', `${other}/attach`, into(file))).status).toBe(200);
  };

  it('an act on what is attached, with the way out', async () => {
    await attached();
    const onward = { toPostId: clerks.officer.postId, ...WORDS };
    await refused('clerk', `${other}/forward`, onward, 'file-attached', ['Detach it first', 'पहले इसे पृथक करें']);
    await refused('clerk', `${other}/park`, { event: 'reply_received' }, 'file-attached', ['Detach it', 'पृथक करें']);
    const third = await openAFile(api(), clerks.clerk);
    await refused('clerk', `${third}/attach`, into(other), 'file-attached', ['Detach it', 'पृथक करें']);
    expect((await act('clerk', `${other}/detach`)).status).toBe(200);
    expect((await act('clerk', `${other}/forward`, onward)).status).toBe(200);
  });

  it('attaching what cannot travel', async () => {
    await refused('clerk', `${file}/attach`, into(file), 'attached-to-itself', ['to itself', 'स्वयं में']);
    const elsewhere = await openAFile(api(), clerks.stranger);
    await refused('clerk', `${file}/attach`, into(elsewhere), 'unknown-file', ['no such file', 'ऐसी कोई पत्रावली नहीं']);
    const away = await openAFile(api(), clerks.clerk);
    await act('clerk', `${away}/forward`, { toPostId: clerks.officer.postId, ...WORDS });
    await refused('clerk', `${file}/attach`, into(away), 'files-on-two-desks', ['not on your desk', 'आपके पटल पर नहीं']);
    await act('clerk', `${file}/notes`, aNote('लिखी जा रही है।'));
    await refused('clerk', `${file}/attach`, into(other), 'note-in-the-way', ['discard it', 'हटाएँ']);
    await attached();
    await api().as(clerks.clerk, 'delete', `/files/${file}/notes/pending`);
    const third = await openAFile(api(), clerks.clerk);
    await refused('clerk', `${file}/attach`, into(third), 'attached-on-one-level', ['Detach them', 'उन्हें पृथक करें']);
  });

  it('what would open a confidential file to those who stand above, and closing over what is inside', async () => {
    const at = async (grading: 'normal' | 'confidential') =>
      (await api().office.newFile(clerks.officer, { grading })).fileId;
    const [normal, secret] = [await at('normal'), await at('confidential')];
    await refused('officer', `${secret}/attach`, into(normal), 'attached-more-graded', ['graded', 'गोपनीय']);
    const main = await at('confidential');
    await act('officer', `${secret}/attach`, into(main));
    const regrading = { body: { grading: 'normal', reason: 'गोपनीय नहीं' }, headers: { 'if-match': '"1"' } };
    const answer = await api().as(clerks.officer, 'put', `/files/${main}/grading`, regrading);
    expect(answer.body).toMatchObject({ status: 409, code: 'attached-more-graded' });
    await refused('officer', `${main}/close`, { reason: 'निस्तारित' }, 'files-attached', ['Detach them', 'पृथक करें']);
  });

  it('linking twice, to itself, to the unseen; unlinking what is not linked, or without a reason', async () => {
    const to = (otherFileId: string) => ({ otherFileId });
    await refused('clerk', `${file}/links`, to(file), 'linked-to-itself', ['to itself', 'स्वयं से']);
    await refused('clerk', `${file}/links`, to(crypto.randomUUID()), 'unknown-file', ['no such', 'ऐसी कोई']);
    expect((await act('clerk', `${file}/links`, to(other))).status).toBe(200);
    await refused('clerk', `${other}/links`, to(file), 'already-linked', ['already linked', 'पहले से सम्बद्ध']);
    expect((await act('clerk', `${file}/links/${other}/unlink`)).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/reason' }],
    });
    const reason = { reason: 'भिन्न' };
    expect((await act('clerk', `${other}/links/${file}/unlink`, reason)).status).toBe(200);
    await refused('clerk', `${file}/links/${other}/unlink`, reason, 'not-linked', ['not linked', 'सम्बद्ध नहीं']);
    expect((await act('stranger', `${file}/links`, to(other))).body).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('opening a part of what is at hand or is a part, and ending a part otherwise', async () => {
    const { officer, clerk } = clerks;
    const parts = `${file}/parts`;
    await refused('clerk', parts, {}, 'main-file-here', ['on your own desk', 'आपके ही पटल पर']);
    await act('clerk', `${file}/forward`, { toPostId: officer.postId, ...WORDS });
    const { body, status } = await act('clerk', parts);
    const part = body as { id: string; number: string };
    expect([status, part.number]).toEqual([201, expect.stringMatching(/\/Part I$/) as string]);
    expect((await act('stranger', parts)).body).toMatchObject({ status: 404 });
    await act('clerk', `${part.id}/notes`, aNote('तत्काल कार्यवाही अपेक्षित।'));
    await refused('clerk', `${part.id}/incorporate`, {}, 'files-on-two-desks', ['not on your desk', 'आपके पटल पर नहीं']);
    await refused('officer', `${file}/close`, { reason: 'x' }, 'parts-open', ['incorporate it', 'समाहित करें']);
    await act('clerk', `${part.id}/forward`, { toPostId: officer.postId, confirmNote: true });
    await refused('clerk', `${part.id}/parts`, {}, 'part-of-part', ['itself a part file', 'स्वयं भाग पत्रावली']);
    await refused('officer', `${file}/incorporate`, {}, 'no-part', ['not a part of another', 'भाग नहीं है']);
    const alone = ['cannot be closed separately', 'अलग से बन्द नहीं'];
    await refused('officer', `${part.id}/close`, { reason: 'x' }, 'part-not-closed-alone', alone);
    const regrade = async (grading: string) => {
      const { body: seen } = await api().as(officer, 'get', `/files/${part.id}`);
      const headers = { 'if-match': `"${(seen as { version: number }).version}"` };
      return await api().as(officer, 'put', `/files/${part.id}/grading`, { headers, body: { grading, reason: 'जाँच' } });
    };
    expect((await regrade('confidential')).status).toBe(200);
    await refused('officer', `${part.id}/incorporate`, {}, 'part-more-graded', ['graded higher', 'से ऊँची']);
    expect((await regrade('normal')).status).toBe(200);
    expect((await act('officer', `${part.id}/incorporate`)).status).toBe(200);
    await refused('officer', `${part.id}/reopen`, { reason: 'x' }, 'part-incorporated', [
      'Continue there',
      'आगे की कार्यवाही वहीं',
    ]);
    const { body: notes } = await api().as(officer, 'get', `/files/${file}/notes`);
    expect(notes).toMatchObject({
      items: [
        { number: 1, ofPart: null },
        { number: 2, firstParagraph: 2, author: {}, ofPart: { fileId: part.id, number: 1, firstParagraph: 1 } },
      ],
    });
    const { body: printed } = await api().as(officer, 'get', `/files/${file}/note-sheet.pdf`);
    expect(await pdfText(printed as Buffer)).toContain('Part I, N/1');
    // The address on the part leads to the same note.
    const { body: there } = await api().as(clerk, 'get', `/files/${part.id}/notes`);
    const [onMain, onPart] = [notes, there].map((sheet) =>
      (sheet as { items: { contentHash: string }[] }).items.at(-1),
    );
    expect(onPart).toMatchObject({ number: 1, contentHash: onMain?.contentHash });
  });
});
