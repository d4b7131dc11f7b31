import { DraftContent, type LetterLanguage } from '@patravali/contract';
import { ListIssues } from '@patravali/dispatch';
import { ApproveDraft, CreateDraft, IssueDraft } from '@patravali/drafts';
import { FileViewQuery, FindFiles } from '@patravali/files';
import { CheckGenuine } from '@patravali/letters';
import { pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { DocumentBytes } from '@patravali/documents';
import { toSha256 } from '@patravali/storage';
import { useOffice } from '../../../../../test/support/office/office';

describe('a number in an office that has abbreviations in Hindi', () => {
  const office = useOffice({ holds: 'section' });
  const so = () => office().at('SO');
  beforeAll(async () => {
    await office().rows(`UPDATE unit SET abbreviation_hi = 'स्था०' WHERE abbreviation = 'EST'`);
    await office().rows(`UPDATE number_head SET basic_hi = 'ए' WHERE basic = 'A'`);
  });

  const contentIn = (language: LetterLanguage) => {
    const paragraph = { children: [{ type: 'text', text: 'स्वीकृति प्रदान की जाती है।' }] };
    return DraftContent.parse({
      form: 'letter',
      language,
      subject: 'अनुदान की स्वीकृति',
      signatoryPostId: so().postId,
      addressees: [{ name: `निरीक्षक ${language}` }],
      body: { version: 1, paragraphs: [paragraph] },
      ...(language === 'bilingual' && {
        english: { subject: 'Grant', salutation: null, body: { version: 1, paragraphs: [paragraph] } },
      }),
    });
  };
  const issued = async (fileId: string, language: LetterLanguage) => {
    const { id } = await office()
      .get(CreateDraft)
      .execute(so(), fileId, { content: contentIn(language), replyToReceiptId: null });
    await office().get(ApproveDraft).execute(so(), id, { draftVersion: 1, namedPostId: null });
    const { issueId } = await office().get(IssueDraft).execute(so(), id);
    const [row] = await office().rows<{
      number: string;
      number_hi: string;
      code: string;
      sha256: string;
      size: number;
    }>(
      `SELECT i.number, i.number_hi, i.code, d.sha256, d.size::int FROM issue i JOIN document d ON d.id = i.document_id
       WHERE i.id = $1`,
      [issueId],
    );
    if (!row) throw new Error('Nothing was issued');
    const { sha256, size } = row;
    const text = await pdfText(
      await office()
        .get(DocumentBytes)
        .whole({ sha256: toSha256(sha256), size, fileName: 'letter.pdf' }),
    );
    return { ...row, text: text.normalize('NFC') };
  };

  it('is asked for by the view of a file, and posts are told by their Hindi marking', async () => {
    const { fileId } = await office().newFile(so());
    const lacks = async () => (await office().get(FileViewQuery).execute(so(), fileId)).withoutHindi;
    expect(await lacks()).toEqual([]);
    await office().rows(`UPDATE number_head SET basic_hi = NULL WHERE basic = 'A'`);
    await office().rows(`UPDATE unit SET abbreviation_hi = NULL WHERE abbreviation = 'EST'`);
    expect(await lacks()).toEqual(['unit', 'head']);
    await office().rows(`UPDATE unit SET abbreviation_hi = 'स्था०' WHERE abbreviation = 'EST'`);
    await office().rows(`UPDATE number_head SET basic_hi = 'ए' WHERE basic = 'A'`);

    await office().rows(`UPDATE post SET marking_hi = 'अनु०अधि०' WHERE id = $1`, [so().postId]);
    const { id } = await office()
      .get(CreateDraft)
      .execute(so(), fileId, { content: contentIn('hi'), replyToReceiptId: null });
    const approve = () => office().get(ApproveDraft).execute(so(), id, { draftVersion: 1, namedPostId: null });
    await approve();
    const post = { hi: 'अनु०अधि०', en: 'SO' };
    await expect(approve()).rejects.toMatchObject({ code: 'already-approved', params: { post, posts: [post] } });
    await office().rows('UPDATE post SET marking_hi = NULL WHERE id = $1', [so().postId]);
  });

  it('has one serial and one year, and is read as the language of the letter has it', async () => {
    const { fileId } = await office().newFile(so());
    const [file] = await office().rows<{ number: string; number_hi: string }>(
      'SELECT number, number_hi FROM office_file WHERE id = $1',
      [fileId],
    );
    expect(file?.number).toContain('EST');
    expect(file?.number_hi).toBe(file?.number.replace(/^A/, 'ए').replace('EST', 'स्था०'));
    const hindi = await issued(fileId, 'hi');
    expect(hindi.number_hi).toBe(hindi.number.replace('EST', 'स्था०'));
    expect(hindi.text).toContain(`संख्या: ${hindi.number_hi}`);
    expect(hindi.text).not.toContain(hindi.number);
    expect(hindi.text).toContain(file?.number_hi);
    const english = await issued(fileId, 'en');
    expect(english.text).toContain(`No.: ${english.number}`);
    expect(english.text).not.toContain('स्था०');
    const both = await issued(fileId, 'bilingual');
    expect(both.text).toContain(`संख्या: ${both.number_hi} / No.: ${both.number}`);
  });

  it('is found in either spelling, and checked as it is printed', async () => {
    const { fileId } = await office().newFile(so());
    const { number, number_hi, code } = await issued(fileId, 'hi');
    for (const typed of [number, number_hi]) {
      const { items } = await office().get(ListIssues).execute(so(), { number: typed, limit: 10 });
      expect(items.map((item) => item.number)).toEqual([number_hi]);
      const parts = await office()
        .get(ListIssues)
        .execute(so(), { numberHas: typed.slice(0, -2), limit: 10 });
      expect(parts.items.map((item) => item.number)).toContain(number_hi);
    }
    expect(await office().get(CheckGenuine).execute({ code })).toMatchObject({ number: number_hi });
    const [file] = await office().rows<{ number: string; number_hi: string }>(
      'SELECT number, number_hi FROM office_file WHERE id = $1',
      [fileId],
    );
    for (const q of [file?.number, file?.number_hi]) {
      const { items } = await office().get(FindFiles).execute(so(), { q, limit: 10 });
      expect(items.map(({ id }) => id)).toContain(fileId);
    }
  });
});
