import { createHash } from 'node:crypto';
import type {
  DocumentView,
  DraftChanged,
  DraftIssued,
  FileCreated,
  IssueView,
  Language,
  NumberHead,
  Page,
  ReceiptCreated,
} from '@patravali/contract';
import { fill, type MessageParams } from '@patravali/language';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { unzipSync } from 'fflate';
import { factsOfBundle, verifyBundle as verifyEvidence, zipContainer } from '@patravali/verifier';
import bundleEn from '../../../libs/office/messages/src/en/evidence-bundle.json';
import enOnPaper from '../../../libs/office/messages/src/en/redaction.json';
import en from '../../../libs/office/messages/src/en/redaction-page.json';
import bundleHi from '../../../libs/office/messages/src/hi/evidence-bundle.json';
import hiOnPaper from '../../../libs/office/messages/src/hi/redaction.json';
import hi from '../../../libs/office/messages/src/hi/redaction-page.json';
import { pageTexts } from '../../../libs/platform/typesetting/test/pdf-text';
import { actsMenu } from '../../support/page/file';
import { Looker } from '../../support/page/axe';
import { aLetter as lettersContent } from '../../support/http/clerks';
import { insideOf, waysToWrite } from '../../support/papers/inside-pdf';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { untilStill } from '../../support/page/still';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const [DRAWN, TYPED, ON_PAGE] = ['DRAWNNAME', 'TYPEDNAME', 'PAGENAME'];
const BUNDLE = { hi: bundleHi, en: bundleEn };
const ON_PAPER = { hi: hiOnPaper, en: enOnPaper };
const TITLE = 'शिकायत की प्रति';
const MADE_WITHIN_MS = 120_000;
const office = useJourneyOffice();

const wordsOf =
  (language: Language) =>
  (key: keyof typeof en, params: MessageParams = {}): string =>
    fill((language === 'hi' ? hi : en)[key], params, language);

async function aLetter(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const [first, second] = [document.addPage([595, 842]), document.addPage([595, 842])];
  first.drawText('Complaint about the land of', { x: 80, y: 760, size: 16, font });
  first.drawText(DRAWN, { x: 80, y: 700, size: 16, font });
  first.drawText(`His neighbour ${TYPED} has said that ${TYPED} saw it.`, { x: 80, y: 640, size: 16, font });
  second.drawText(ON_PAGE, { x: 80, y: 700, size: 16, font });
  return await document.save();
}

describe.each(LANGUAGES)('A copy for RTI, in %s', (language) => {
  const say = wordsOf(language);

  /** On the desk of the officer, with the letter on it. @returns both. */
  async function aFile() {
    const url = () => office().url;
    const [officer, registry] = [await Client.signIn(url, 'sunita', 'AO(EST)'), await Client.signIn(url, 'ramesh')];
    const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
    const cover = { headId: head?.id, subject: 'भूमि सम्बन्धी शिकायत' };
    const { id: fileId } = await officer.ask<FileCreated>('createFile', { body: cover });
    const document = await registry.upload<DocumentView>('letter.pdf', new Uint8Array(await aLetter()));
    const body = {
      documentId: document.id,
      subject: 'शिकायत',
      senderName: 'प्रार्थी',
      receivedOn: '2026-01-05',
      deliveryMode: 'post',
      language: 'hi',
      forward: { toPostId: officer.postId },
    };
    const { id: receiptId } = await registry.ask<ReceiptCreated>('createReceipt', { body });
    await officer.ask('putReceiptInFile', { params: { receiptId }, body: { fileId, flag: null } });
    return { fileId, document };
  }

  /** The letter on the file goes with another to a second officer, who puts that in a file of her own. */
  async function aLetterWithIt({ fileId, document }: Awaited<ReturnType<typeof aFile>>) {
    const url = () => office().url;
    const [sender, receiver] = [await Client.signIn(url, 'sunita', 'AO(EST)'), await Client.signIn(url, 'kavita')];
    const { id: documentId, sha256, pages } = document;
    const enclosedDocuments = [{ documentId, title: TITLE, pages, sha256 }];
    const content = { ...lettersContent(sender.postId), enclosedDocuments };
    const { id: draftId } = await sender.ask<DraftChanged>('createDraft', { params: { fileId }, body: { content } });
    await sender.ask('approveDraft', { params: { draftId }, body: { draftVersion: 1 } });
    const { issueId } = await sender.ask<DraftIssued>('issueDraft', { params: { draftId } });
    const dispatches = [{ recipient: 0, mode: 'within_office', toPostId: receiver.postId }];
    await sender.ask('dispatchIssue', { params: { issueId }, body: { dispatches } });
    const { sendings } = await sender.ask<IssueView>('getIssue', { params: { issueId } });
    const arrivedAs = sendings[0]?.dispatches[0]?.diaryNumber;
    const { items } = await receiver.ask<Page<{ id: string; diaryNumber: string }>>('listReceiptInbox');
    const receiptId = items.find(({ diaryNumber }) => diaryNumber === arrivedAs)?.id ?? '';
    const [head] = (await receiver.ask<Page<NumberHead>>('listNumberHeads')).items;
    const cover = { headId: head?.id, subject: 'शिकायत की जाँच' };
    const { id: arrivedIn } = await receiver.ask<FileCreated>('createFile', { body: cover });
    await receiver.ask('putReceiptInFile', { params: { receiptId }, body: { fileId: arrivedIn, flag: null } });
    return { issueId, receiptId, arrivedIn };
  }

  /** From the page of the letter, through what went with it. */
  async function toCopyOfEnclosure({ page, t }: Person, letterPage: string): Promise<void> {
    await page.goto(letterPage);
    await page.getByRole('button', { name: t('enclosure.open', { title: TITLE }), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: TITLE, exact: true });
    await dialog.getByRole('link', { name: t('enclosure.copyForRti'), exact: true }).click();
  }

  /** With the mouse, over the line with the name on the first page, once no part of the page comes that could move it. */
  async function drawOver({ page }: Person): Promise<void> {
    await untilStill(page);
    const sheet = page.locator('section[data-page="0"]');
    const seen = (await sheet.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const scale = seen.width / 595;
    const at = (x: number, y: number) => [seen.x + x * scale, seen.y + y * scale] as const;
    await page.mouse.move(...at(70, 120));
    await page.mouse.down();
    await page.mouse.move(...at(200, 140), { steps: 4 });
    await page.mouse.move(...at(260, 152), { steps: 4 });
    await page.mouse.up();
  }

  /** Has the bundle for RTI made from the page of the file, by keys, and looks at it as a stranger. */
  async function verifyBundle(officer: Person, fileId: string): Promise<string[]> {
    const { page, t } = officer;
    const words = BUNDLE[language];
    await page.goto(`/files/${fileId}`);
    await actsMenu(officer).waitFor();
    await page.keyboard.press('Shift+B');
    await page.getByRole('checkbox', { name: words.forRti }).press('Space');
    await page.getByText(words.holdsCopies, { exact: true }).waitFor();
    await officer.photograph(`rti-bundle-${language}`);
    await officer.sees(words.asked, () => page.keyboard.press('Control+Enter'));
    await page.goto('/pdfs');
    const number = await page.getByRole('main').getByRole('link').first().innerText();
    const download = button(officer, t('pdfs.downloadRtiBundle', { number }), false);
    await download.waitFor({ timeout: MADE_WITHIN_MS });
    await officer.photograph(`rti-bundle-ready-${language}`);
    const { bytes } = await officer.download(() => download.press('Enter'));
    const facts = factsOfBundle(await verifyEvidence(zipContainer(bytes), { witnesses: [] }), { witnesses: [] });
    expect(facts).toContainEqual({ code: 'documents-left-out', particulars: { count: 1, copies: 1 } });
    for (const name of [DRAWN, TYPED, ON_PAGE]) expect(bytes.includes(name)).toBe(false);
    return Object.keys(unzipSync(bytes));
  }

  const button = ({ page }: Person, name: string, exact = true) => page.getByRole('button', { name, exact });

  it(
    'is marked by mouse and keys, made, and holds nothing of what was left out',
    async () => {
      const { fileId } = await aFile();
      const officer = await office().person({ language });
      const looker = await Looker.of(officer);
      await signIn(officer, 'sunita', 'AO(EST)');
      const { page, t } = officer;
      await page.goto(`/files/${fileId}`);
      await page.getByRole('button', { name: t('viewer.more'), exact: true }).click();
      await page.getByRole('menuitem', { name: t('enclosure.copyForRti'), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: say('title', { place: 'C/1–2' }), exact: true }).waitFor();
      await page.getByRole('document').getByText('Complaint').first().waitFor();

      await drawOver(officer);
      await page.getByText(say('passageOn', { place: 'C/1' }), { exact: true }).waitFor();
      const words = page.getByRole('textbox', { name: say('words'), exact: true });
      await words.fill('NOWHERE');
      await page.keyboard.press('Enter');
      await page.getByText(say('noWords'), { exact: true }).first().waitFor();
      await words.fill(TYPED.toLowerCase());
      await page.keyboard.press('Enter');
      await page
        .getByText(say('passageOn', { place: 'C/1' }), { exact: true })
        .nth(2)
        .waitFor();
      await page.getByRole('combobox', { name: say('chooseClause'), exact: true }).selectOption('8(1)(h)');
      const number = page.getByRole('textbox', { name: say('pageNumber'), exact: true });
      await number.fill('2');
      await page.keyboard.press('Enter');
      await page.getByText(say('allOf', { place: 'C/2' }), { exact: true }).waitFor();
      // Marked twice, and taken away again.
      await button(officer, say('markPage')).click();
      await button(officer, say('removeThat', { place: 5 })).click();
      await button(officer, say('removeThat', { place: 5 })).waitFor({ state: 'detached' });
      await page.getByRole('combobox', { name: say('clauseOf', { place: 1 }), exact: true }).selectOption('8(1)(g)');
      await officer.photograph(`rti-marked-${language}`);
      await looker.look('marks for a copy');

      await button(officer, say('make')).click();
      const download = button(officer, say('download', { place: 1 }));
      await download.waitFor({ timeout: MADE_WITHIN_MS });
      await officer.photograph(`rti-made-${language}`);
      await looker.look('a copy that is made');
      const { bytes } = await officer.download(() => download.click());
      const inside = insideOf(bytes);
      for (const name of [DRAWN, TYPED, ON_PAGE]) {
        expect(waysToWrite(name).filter((written) => inside.includes(written))).toEqual([]);
      }
      const [front = '', first = '', second = ''] = await pageTexts(bytes);
      for (const clause of ['8(1)(g)', '8(1)(h)', '8(1)(j)']) expect(front).toContain(clause);
      expect([first.match(/8\(1\)\(g\)/g)?.length, first.match(/8\(1\)\(j\)/g)?.length]).toEqual([1, 2]);
      expect(second).toContain('8(1)(h)');

      const copiesOf = page.url();
      await verifyBundle(officer, fileId);

      const auditor = await office().person({ language });
      await signIn(auditor, 'sudhir');
      await auditor.page.goto(copiesOf);
      await auditor.page.getByText(say('notYours'), { exact: true }).waitFor();
      await button(auditor, say('download', { place: 1 })).waitFor();
      expect(looker.found).toEqual([]);
      expect([...officer.troubles, ...auditor.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is made of what went with a letter, from where it is shown, and lies in the bundle of the file',
    async () => {
      const { issueId, receiptId, arrivedIn } = await aLetterWithIt(await aFile());
      const sender = await office().person({ language });
      await signIn(sender, 'sunita', 'AO(EST)');
      await toCopyOfEnclosure(sender, `/issues/${issueId}`);
      const heading = ({ page }: Person, place: string) =>
        page.getByRole('heading', { level: 1, name: say('title', { place }), exact: true }).waitFor();
      await heading(sender, 'C/1–2');
      const papers = sender.page.getByRole('navigation', { name: say('papers'), exact: true });
      await papers.scrollIntoViewIfNeeded();
      await sender.photograph(`rti-papers-${language}`);
      await papers.getByRole('link', { name: 'C/3', exact: true }).click();
      await heading(sender, 'C/3');

      const officer = await office().person({ language });
      const looker = await Looker.of(officer);
      await signIn(officer, 'kavita');
      const { page } = officer;
      await toCopyOfEnclosure(officer, `/receipts/${receiptId}`);
      await heading(officer, fill(ON_PAPER[language].enclosureOf, { letter: 'C/1', place: '1' }, language));
      await page.getByRole('document').getByText('Complaint').first().waitFor();
      await drawOver(officer);
      await page.getByRole('textbox', { name: say('words'), exact: true }).fill(TYPED);
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: say('pageWithin'), exact: true }).fill('2');
      await page.keyboard.press('Enter');
      const [first, second] = [1, 2].map((place) => say('pageOfPaper', { place }));
      await page
        .getByText(say('passageOn', { place: first ?? '' }), { exact: true })
        .nth(2)
        .waitFor();
      await page.getByText(say('allOf', { place: second ?? '' }), { exact: true }).waitFor();
      await officer.photograph(`rti-enclosure-marked-${language}`);
      await looker.look('marks for a copy of an enclosure');
      await button(officer, say('make')).click();
      const download = button(officer, say('download', { place: 1 }));
      await download.waitFor({ timeout: MADE_WITHIN_MS });
      await officer.photograph(`rti-enclosure-made-${language}`);
      const { bytes } = await officer.download(() => download.click());
      const inside = insideOf(bytes);
      for (const name of [DRAWN, TYPED, ON_PAGE])
        expect(waysToWrite(name).filter((written) => inside.includes(written))).toEqual([]);
      const names = await verifyBundle(officer, arrivedIn);
      expect(names).toContain(`documents/${createHash('sha256').update(bytes).digest('hex')}.pdf`);
      expect(looker.found).toEqual([]);
      expect([...sender.troubles, ...officer.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
