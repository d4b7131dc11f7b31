import type { AwaitedReplies, DraftIssued } from '@patravali/contract';
import { DocumentBytes } from '@patravali/documents';
import { dayInIndia } from '@patravali/language';
import { toSha256 } from '@patravali/storage';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { useApi } from '../../support/http/api';
import { aLetter, aNote, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';

const DAY_MS = 24 * 60 * 60 * 1000;
const DISTRICTS = ['आज़मगढ़', 'मऊ', 'बलिया'];
/** The letter goes out so many days before today, and asks for the reports within ten. */
const BEGAN = 20;
const WITHIN = 10;

/** One letter to all District Magistrates of a division, whose reports come but for one. */
describe('a report that is called for from every district of a division', () => {
  const api = useApi();
  let clerks: Clerks;
  let fileId: string;
  beforeAll(async () => {
    await dayIs(0);
    clerks = await appointClerks(api());
    fileId = await openAFile(api(), clerks.officer);
  });

  /** From now on it is that day of the case; only the owner of a database can move its clock. */
  const dayIs = (day: number) =>
    api().office.rows(`ALTER TABLE office_clock DISABLE TRIGGER USER;
      INSERT INTO office_clock (behind) VALUES (INTERVAL '${BEGAN - day} days')
        ON CONFLICT (only_one) DO UPDATE SET behind = EXCLUDED.behind;
      ALTER TABLE office_clock ENABLE TRIGGER USER`);
  const day = (ofCase: number) => dayInIndia(new Date(Date.now() + (ofCase - BEGAN) * DAY_MS));
  const officer = (method: 'get' | 'post', path: string, body?: object) =>
    api().as(clerks.officer, method, path, body && { body });

  const issued = async (content: object) => {
    const { body: draft } = await officer('post', `/files/${fileId}/drafts`, {
      content: { ...aLetter(clerks.officer.postId), ...content },
    });
    const { id } = draft as { id: string };
    await officer('post', `/drafts/${id}/approve`, { draftVersion: 1 });
    const { status, body } = await officer('post', `/drafts/${id}/issue`);
    expect([status, body]).toMatchObject([201, {}]);
    const letter = body as DraftIssued;
    const [document] = await api().office.rows<{ sha256: string; size: number }>(
      'SELECT d.sha256, d.size::int FROM document d JOIN issue i ON i.document_id = d.id WHERE i.id = $1',
      [letter.issueId],
    );
    if (!document) throw new Error('The letter has no PDF');
    const { size } = document;
    const bytes = api().office.get(DocumentBytes);
    const pdf = await bytes.whole({ sha256: toSha256(document.sha256), size, fileName: 'letter.pdf' });
    return { ...letter, text: (await pdfText(pdf)).normalize('NFC') };
  };
  const arrives = async (district: string, answersIssueId: string, answersRecipient?: number) => {
    const entry = {
      documentId: await api().office.newDocument(clerks.clerk, { pages: 1 }),
      subject: 'आख्या',
      senderName: `जिलाधिकारी, ${district}`,
      receivedOn: day(WITHIN),
      deliveryMode: 'post',
      language: 'hi',
      forward: { toPostId: clerks.officer.postId },
    };
    const { status, body } = await api().as(clerks.clerk, 'post', '/receipts', { body: entry });
    expect([status, body]).toMatchObject([201, {}]);
    const put = await officer('post', `/receipts/${(body as { id: string }).id}/put-in-file`, {
      fileId,
      answersIssueId,
      answersRecipient,
    });
    expect([put.status, put.body]).toMatchObject([200, {}]);
  };
  const awaited = async () =>
    ((await officer('get', `/files/${fileId}/awaited-replies`)).body as AwaitedReplies).items.map(
      ({ number, overdue, addressees }) => ({
        number,
        overdue,
        silent: addressees.flatMap(({ addressee, answeredAt }) => (answeredAt === null ? [addressee.address] : [])),
      }),
    );

  it('bears one number for all, is reminded of on the eleventh day and asked for by name on the twentieth', async () => {
    const magistrates = DISTRICTS.map((address) => ({ name: 'जिलाधिकारी', address }));
    const letter = await issued({
      addressees: magistrates,
      copyTo: [{ name: 'अपर आयुक्त' }, { name: 'संयुक्त विकास आयुक्त' }],
      replyBy: day(WITHIN),
    });
    const [serial = ''] = letter.number.split('/');
    expect(letter.text.split(letter.number)).toHaveLength(2);
    for (const district of DISTRICTS) expect(letter.text).toContain(district.normalize('NFC'));
    expect(letter.text).toContain(letter.number.replace(serial, `${serial}(1)`));
    expect(await awaited()).toEqual([{ number: letter.number, overdue: false, silent: DISTRICTS }]);

    await dayIs(WITHIN);
    for (const [place, district] of DISTRICTS.slice(0, -1).entries()) await arrives(district, letter.issueId, place);
    expect(await awaited()).toEqual([{ number: letter.number, overdue: false, silent: ['बलिया'] }]);

    await dayIs(WITHIN + 1);
    expect(await awaited()).toEqual([{ number: letter.number, overdue: true, silent: ['बलिया'] }]);
    const reference = { number: letter.number, date: day(0) };
    const silent = magistrates.slice(-1);
    const reminder = await issued({ form: 'reminder', reminder: 1, reference, addressees: silent, replyBy: day(19) });
    expect(reminder.text).toContain(letter.number);
    expect(reminder.text).not.toContain(DISTRICTS[0]?.normalize('NFC'));

    await dayIs(BEGAN);
    expect(await awaited()).toEqual([
      { number: letter.number, overdue: true, silent: ['बलिया'] },
      { number: reminder.number, overdue: true, silent: ['बलिया'] },
    ]);
    const byName = { name: 'श्री महेश प्रसाद', designation: 'जिलाधिकारी', address: 'बलिया' };
    const body = aNote('कृपया आख्या तीन दिन के भीतर भेजें।').text;
    const asked = await issued({ form: 'do_letter', reference: null, addressees: [byName], body });
    expect(asked.text).toContain('प्रिय श्री महेश प्रसाद');

    await arrives('बलिया', letter.issueId, 2);
    await arrives('बलिया', reminder.issueId);
    expect(await awaited()).toEqual([]);
  });
});
