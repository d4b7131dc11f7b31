import { buffer } from 'node:stream/consumers';
import type { Actor } from '@patravali/authorization';
import { DraftContent, LETTER_FORM_PARTS, LETTER_FORMS, type LetterForm, PageQuery } from '@patravali/contract';
import { DraftBox } from '@patravali/desk';
import { ReadDocument } from '@patravali/documents';
import { ApproveDraft, CreateDraft, DraftViewQuery, IssueDraft, PreviewDraft } from '@patravali/drafts';
import { OrganisationQueries, SetLetterhead } from '@patravali/organisation';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { useOffice } from '../../../../../test/support/office/office';
import { pdfText } from '../../../../platform/typesetting/test/pdf-text';

const office = useOffice({ holds: 'section' });
let administrator: Actor;
beforeAll(async () => {
  administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
});

const text = (words: string) => ({ version: 1, paragraphs: [{ children: [{ type: 'text', text: words }] }] });
const content = (form: LetterForm, more: object = {}) =>
  DraftContent.parse({
    form,
    language: 'hi',
    subject: 'ग्राम पंचायतों का निरीक्षण',
    addressees: LETTER_FORM_PARTS[form].addressees === 'none' ? [] : [{ name: 'जिला पंचायत राज अधिकारी' }],
    copyTo: [{ name: 'खण्ड विकास अधिकारी' }],
    body: text('निरीक्षण की आख्या प्रस्तुत की जाए।'),
    signatoryPostId: office().at('SO').postId,
    ...more,
  });
const put = async (letter: DraftContent) => {
  const so = office().at('SO');
  const { fileId } = await office().newFile(so);
  const { id } = await office().get(CreateDraft).execute(so, fileId, { content: letter, replyToReceiptId: null });
  return { so, fileId, id };
};
const approve = (by: Actor, id: string) =>
  office().get(ApproveDraft).execute(by, id, { draftVersion: 1, namedPostId: null });
const issued = async (letter: DraftContent) => {
  const { so, id } = await put(letter);
  await approve(so, id);
  const { issueId, documentId } = await office().get(IssueDraft).execute(so, id);
  const { sha256 } = await office().get(ReadDocument).execute(so, documentId);
  const pdf = await buffer(await office().get<ObjectStore>(OBJECT_STORE).get(sha256));
  return { issueId, text: await pdfText(pdf) };
};
const setLetterhead = (by: Actor, layout: 'central' | 'uttar_pradesh') =>
  office()
    .get(SetLetterhead)
    .execute(by, { layout, place: { hi: 'आजमगढ़', en: 'Azamgarh' } });

describe('a draft of every form', () => {
  it.each(LETTER_FORMS)('%s is put up, approved and issued; whoever it names gets it', async (form) => {
    const letter = content(form);
    const { issueId, text: printed } = await issued(letter);
    expect(printed).toContain('निरीक्षण की आख्या प्रस्तुत की जाए।'.normalize('NFC'));
    const recipients = await office().rows(
      'SELECT as_copy FROM issue_recipient WHERE issue_id = $1 ORDER BY position',
      [issueId],
    );
    expect(recipients).toEqual([...letter.addressees.map(() => ({ as_copy: false })), { as_copy: true }]);
  });

  it('that names nobody is listed by the first who gets a copy', async () => {
    const { so, id } = await put(content('office_order'));
    const { items } = await office().get(DraftBox).execute(so, PageQuery.parse({}));
    expect(items.find((draft) => draft.id === id)).toMatchObject({
      form: 'office_order',
      addressee: 'खण्ड विकास अधिकारी',
    });
  });

  it('in both languages is approved when both texts are written, and says both', async () => {
    const english = (words: string) => ({
      english: { subject: 'Inspection', body: text(words) },
      language: 'bilingual',
    });
    const empty = await put(content('letter', english(' ')));
    await expect(approve(empty.so, empty.id)).rejects.toMatchObject({ code: 'draft-incomplete' });
    const { text: printed } = await issued(content('letter', english('A report may be furnished.')));
    expect(printed).toMatch(/निरीक्षण की आख्या.*A report may be furnished\..*Yours faithfully,/u);
    expect(printed).toMatch(/भवदीय(?:,| \/ Yours)/u);
  });

  it('is not approved with an annexure that says nothing', async () => {
    const annexures = [{ title: 'सूची', body: text(' ') }];
    const { so, id } = await put(content('letter', { annexures }));
    await expect(approve(so, id)).rejects.toMatchObject({ code: 'draft-incomplete' });
  });

  it('that was kept before there were others is read as it was kept', async () => {
    const { so, id } = await put(content('letter'));
    const { content: read } = await office().get(DraftViewQuery).execute(so, id);
    expect(Object.keys(read).sort()).toEqual([
      'addressees',
      'body',
      'copyTo',
      'enclosures',
      'form',
      'language',
      'reference',
      'salutation',
      'signatoryPostId',
      'subject',
    ]);
  });
});

describe('the layout of the letters of an office', () => {
  it('is chosen by the administrator alone, and is on the record', async () => {
    await expect(setLetterhead(office().at('SO'), 'uttar_pradesh')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await office().get(OrganisationQueries).letterhead(office().at('ASO'))).toMatchObject({
      layout: 'central',
      place: null,
      languages: 'bilingual',
      colour: null,
      emblem: null,
    });
    expect(await setLetterhead(administrator, 'uttar_pradesh')).toMatchObject({
      layout: 'uttar_pradesh',
      place: { hi: 'आजमगढ़', en: 'Azamgarh' },
      languages: 'bilingual',
      colour: null,
      emblem: null,
    });
    expect(await office().rows(`SELECT data FROM event WHERE name = 'organisation.letterhead_set'`)).toEqual([
      { data: { layout: 'uttar_pradesh', place: 'आजमगढ़ / Azamgarh' } },
    ]);
  });

  it('is that of the next preview and the next letter; what was issued keeps its own', async () => {
    await setLetterhead(administrator, 'central');
    const before = await issued(content('letter'));
    expect(before.text).not.toContain('प्रेषक');
    await setLetterhead(administrator, 'uttar_pradesh');
    const { so, fileId } = await put(content('letter'));
    const preview = await office().get(PreviewDraft).execute(so, fileId, content('letter'));
    expect(await pdfText(preview)).toMatch(/प्रेषक,.*सेवा में,/u);
    const after = await issued(content('letter'));
    expect(after.text).toMatch(/प्रेषक,.*सेवा में,.*आजमगढ़ : दिनांक/u);
  });

  it('says where the office sits; what is left out stays, and what was issued keeps its head', async () => {
    const head = { layout: 'central', place: null } as const;
    const address = { hi: 'नया भवन, सिविल लाइन्स', en: 'New Building, Civil Lines' };
    const before = await issued(content('letter'));
    const reached = { phone: '05462-000111', email: 'head@office.example.org' };
    expect(
      await office()
        .get(SetLetterhead)
        .execute(administrator, { ...head, address, ...reached }),
    ).toMatchObject({
      address,
      ...reached,
    });
    const after = await issued(content('letter'));
    expect([before.text, after.text].map((each) => each.includes('New Building, Civil Lines'))).toEqual([false, true]);
    expect(after.text).toMatch(/नया भवन, सिविल लाइन्स.*05462-000111.*head@office\.example\.org/u);
    const kept = await office()
      .get(SetLetterhead)
      .execute(administrator, { ...head, phone: null });
    expect(kept).toMatchObject({ address, phone: null, email: reached.email });
    expect(
      await office().rows(
        `SELECT data FROM event WHERE name = 'organisation.letterhead_set' ORDER BY sequence DESC LIMIT 2`,
      ),
    ).toEqual([
      { data: { layout: 'central', place: null, phone: null } },
      {
        data: {
          layout: 'central',
          place: null,
          ...reached,
          officeAddress: 'नया भवन, सिविल लाइन्स / New Building, Civil Lines',
        },
      },
    ]);
  });
});
