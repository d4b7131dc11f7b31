import {
  type DraftChanged,
  type DraftIssued,
  type FileCreated,
  type IssueView,
  type NumberHead,
  type Page,
  printedIssueCode,
} from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import type { BrowserContext, Page as BrowserPage } from 'playwright-core';
import { written } from '../../../libs/platform/typesetting/test/samples';
import { Looker } from '../../support/page/axe';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { rareAct } from '../../support/page/rare-act';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const PHONE = { width: 360, height: 740 };
const office = useJourneyOffice();

describe.each(LANGUAGES)('A letter is checked by phone, in %s', (language) => {
  const words = messagesOf('genuine-page', language);
  let officer: Client;
  beforeAll(async () => {
    officer = await Client.signIn(() => office().url, 'nandita');
  }, JOURNEY_MS);

  /** A letter that the Commissioner has written and issued. */
  async function issue(subject: string) {
    const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
    const { id: fileId } = await officer.ask<FileCreated>('createFile', { body: { headId: head?.id, subject } });
    const content = {
      form: 'letter',
      language,
      subject,
      signatoryPostId: officer.postId,
      addressees: [{ name: 'राजेश कुमार वर्मा' }],
      body: written('प्रगति आख्या एक सप्ताह में उपलब्ध करायें।'),
    };
    const { id: draftId } = await officer.ask<DraftChanged>('createDraft', { params: { fileId }, body: { content } });
    await officer.ask('approveDraft', { params: { draftId }, body: { draftVersion: 1 } });
    const issued = await officer.ask<DraftIssued>('issueDraft', { params: { draftId } });
    const { code } = await officer.ask<IssueView>('getIssue', { params: { issueId: issued.issueId } });
    return { ...issued, code };
  }

  /** A phone whose browser runs no script. */
  async function phoneOf(somebody: Person): Promise<{ context: BrowserContext; page: BrowserPage }> {
    const browser = somebody.context.browser();
    if (!browser) throw new Error('the browser has gone');
    const context = await browser.newContext({
      baseURL: office().url,
      javaScriptEnabled: false,
      viewport: PHONE,
      isMobile: true,
      hasTouch: true,
      locale: language === 'hi' ? 'hi-IN' : 'en-IN',
    });
    return { context, page: await context.newPage() };
  }
  const isNoWider = async (page: BrowserPage) => {
    const box = await page.locator('main').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
  };

  it(
    'and says that it is genuine, that the PDF is the same, and at last that it no longer holds',
    async () => {
      const [letter, later] = [await issue('निर्माण कार्यों की प्रगति'), await issue('निर्माण कार्यों की प्रगति, संशोधित')];
      const nandita = await office().person({ language });
      await signIn(nandita, 'nandita');
      const { t } = nandita;
      await nandita.page.goto(`/issues/${letter.issueId}`);
      const link = nandita.page.getByRole('link', { name: printedIssueCode(letter.code) });
      expect(await link.getAttribute('href')).toBe(`/verify/${letter.code}?lang=${language}`);
      const { bytes } = await nandita.download(() =>
        nandita.page.getByRole('button', { name: t('dispatch.original'), exact: true }).click(),
      );
      await nandita.photograph(`issue-with-code-${language}`);

      const { context, page } = await phoneOf(nandita);
      const photograph = async (name: string) => {
        const folder = process.env.JOURNEY_PICTURES;
        if (folder) await page.screenshot({ path: `${folder}/${name}-${language}.png`, fullPage: true });
        await isNoWider(page);
      };
      await page.goto('/verify');
      await photograph('verify-empty');
      // Letters of Hindi are there whatever fonts the phone has: in the name of the other language too.
      expect(await page.evaluate("[...document.fonts].some(({ status }) => status === 'loaded')")).toBe(true);
      await page.getByLabel(words.code, { exact: true }).fill('00000 00000 00000');
      await page.getByRole('button', { name: words.check, exact: true }).click();
      await page.getByRole('heading', { name: words.notFound }).waitFor();
      await photograph('verify-not-found');
      await page.getByLabel(words.code, { exact: true }).fill(printedIssueCode(letter.code).toLowerCase());
      await page.getByRole('button', { name: words.check, exact: true }).click();
      await page.getByRole('heading', { name: words.inForce }).waitFor();
      await page.getByText(letter.number, { exact: true }).waitFor();
      await page.getByText('रा० कु० व०', { exact: true }).waitFor();
      await photograph('verify-genuine');

      await page.goto(`/verify/${letter.code}`);
      const compare = async (pdf: Buffer, says: string) => {
        await page
          .getByLabel(words.file, { exact: true })
          .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: pdf });
        await page.getByRole('button', { name: words.compareFile, exact: true }).click();
        await page.getByRole('heading', { name: says, exact: true }).waitFor();
      };
      await compare(bytes, words.same);
      await photograph('verify-same');
      await compare(Buffer.concat([bytes, Buffer.from('\n')]), words.notSame);
      await photograph('verify-not-same');
      await page.getByRole('link', { name: words.otherLanguage }).click();
      const other = messagesOf('genuine-page', language === 'hi' ? 'en' : 'hi');
      await page.getByRole('heading', { name: other.inForce }).waitFor();

      const button = (name: string) => nandita.page.getByRole('button', { name, exact: true });
      await rareAct(nandita, 'withdrawing.supersede');
      const superseding = nandita.page.getByRole('dialog', { name: t('withdrawing.supersedeTitle'), exact: true });
      await superseding.getByRole('textbox', { name: t('withdrawing.laterNumber') }).fill(later.number);
      await superseding.getByRole('textbox', { name: t('file.reason') }).fill('संशोधित पत्र निर्गत किया गया');
      await nandita.photograph(`superseding-${language}`);
      await nandita.sees(t('withdrawing.superseded', { letter: letter.number }), () =>
        superseding.getByRole('button', { name: t('withdrawing.supersedeAct'), exact: true }).click(),
      );
      await nandita.page.getByRole('link', { name: later.number, exact: true }).waitFor();
      expect(await button(t('page.otherActs')).count()).toBe(0);
      await nandita.photograph(`superseded-${language}`);
      await page.goto(`/verify/${letter.code}`);
      await page.getByRole('heading', { name: words.superseded }).waitFor();
      await page.getByText(later.number).first().waitFor();
      await photograph('verify-superseded');

      await nandita.page.goto(`/issues/${later.issueId}`);
      await rareAct(nandita, 'withdrawing.revoke');
      const revoking = nandita.page.getByRole('dialog', { name: t('withdrawing.revokeTitle'), exact: true });
      await revoking.getByRole('textbox', { name: t('file.reason') }).fill('भूल से निर्गत');
      await nandita.photograph(`revoking-${language}`);
      await nandita.sees(t('withdrawing.revoked', { letter: later.number }), () =>
        revoking.getByRole('button', { name: t('withdrawing.revokeAct'), exact: true }).click(),
      );
      await page.goto(`/verify/${later.code}`);
      await page.getByRole('heading', { name: words.revoked }).waitFor();
      await photograph('verify-revoked');
      await context.close();

      const reader = await nandita.otherTab(`/verify/${letter.code}`);
      const looker = await Looker.of(reader);
      await looker.look('verify');
      expect(looker.found).toEqual([]);
      expect(nandita.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
