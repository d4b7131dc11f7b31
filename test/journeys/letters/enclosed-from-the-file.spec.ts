import { setTimeout as sleep } from 'node:timers/promises';
import {
  diaryNumberIn,
  type DocumentView,
  type DraftChanged,
  type DraftIssued,
  type DraftView,
  type FileCreated,
  type IssueView,
  type NumberHead,
  type Page,
  type ReceiptCreated,
  type ReceiptRow,
} from '@patravali/contract';
import { aPdf } from '../../../libs/platform/typesetting/test/odd-pdfs';
import { Looker } from '../../support/page/axe';
import { aLetter } from '../../support/http/clerks';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const [FIRST, SECOND, TITLE] = ['ग्राम पंचायतों की आख्या', 'स्थल का मानचित्र', 'मानचित्र, 1959 का'];
const office = useJourneyOffice();

describe.each(LANGUAGES)('What a letter encloses, in %s', (language) => {
  const officer = () => Client.signIn(() => office().url, 'sunita', 'AO(EST)');

  /** A draft on a file on which two letters lie. */
  async function aDraft(): Promise<string> {
    const [client, registry] = [await officer(), await Client.signIn(() => office().url, 'ramesh')];
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    const { id: fileId } = await client.ask<FileCreated>('createFile', { body: { headId: head?.id, subject: FIRST } });
    for (const subject of [FIRST, SECOND]) {
      const pdf = new Uint8Array(await aPdf(2, { text: subject === FIRST ? 'report' : 'map' }));
      const { id: documentId } = await registry.upload<DocumentView>('letter.pdf', pdf);
      const body = {
        documentId,
        subject,
        senderName: 'तहसीलदार',
        receivedOn: '2026-01-05',
        deliveryMode: 'post',
        language: 'hi',
        forward: { toPostId: client.postId },
      };
      const { id: receiptId } = await registry.ask<ReceiptCreated>('createReceipt', { body });
      await client.ask('putReceiptInFile', { params: { receiptId }, body: { fileId, flag: null } });
    }
    const content = aLetter(client.postId);
    return (await client.ask<DraftChanged>('createDraft', { params: { fileId }, body: { content } })).id;
  }

  /** As it stands, approved and issued. */
  async function issue(draftId: string): Promise<DraftIssued> {
    const client = await officer();
    const { draftVersion } = await client.ask<DraftView>('getDraft', { params: { draftId } });
    await client.ask('approveDraft', { params: { draftId }, body: { draftVersion } });
    return await client.ask<DraftIssued>('issueDraft', { params: { draftId } });
  }

  /** The page saves what was typed when the keys rest. */
  async function untilKept(draftId: string): Promise<void> {
    const client = await officer();
    const kept = () => client.ask<DraftView>('getDraft', { params: { draftId } });
    while ((await kept()).content.enclosedDocuments?.[0]?.title !== TITLE) await sleep(300);
  }

  const opensIt = async (person: Person, title: string, reads: string) => {
    const { page, t } = person;
    await page.getByRole('button', { name: t('enclosure.open', { title }), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: title, exact: true });
    await dialog.getByRole('document').getByText(reads).first().waitFor();
    await dialog.getByRole('button', { name: t('enclosure.download'), exact: true }).waitFor();
    return async () => {
      await dialog.getByRole('button', { name: t('page.close'), exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
  };

  it(
    'is chosen by keys among what lies on the file, named by the writer, and goes with the letter to whoever receives it',
    async () => {
      const draftId = await aDraft();
      const writer = await office().person({ language });
      const { page, t } = writer;
      const looker = await Looker.of(writer);
      await signIn(writer, 'sunita', 'AO(EST)');
      await page.goto(`/drafts/${draftId}`);
      await page.getByRole('textbox', { name: t('draft.body'), exact: true }).waitFor();
      await page.keyboard.press('Alt+i');
      const palette = page.getByRole('dialog', { name: t('enclosure.chooseTitle'), exact: true });
      await palette.getByRole('option').nth(1).waitFor();
      await palette.locator('input:focus').waitFor();
      await writer.photograph(`enclosure-chosen-${language}`);
      await looker.look('choosing an enclosure');
      await page.keyboard.insertText('मानचित्र');
      await palette.getByRole('option', { name: new RegExp(SECOND) }).waitFor();
      await page.keyboard.press('Enter');
      await palette.waitFor({ state: 'detached' });
      const title = page.getByRole('textbox', { name: t('enclosure.title', { place: '1' }), exact: true });
      expect(await title.inputValue()).toBe(SECOND);
      await title.fill(TITLE);
      await untilTheSheetReads(page, `${TITLE} (2 पृष्ठ)`);
      await untilKept(draftId);
      await writer.photograph(`enclosure-in-the-draft-${language}`);
      await looker.look('a draft with an enclosure');
      const close = await opensIt(writer, TITLE, 'map');
      await writer.photograph(`enclosure-open-${language}`);
      await looker.look('an enclosure over the draft');
      await close();

      const { issueId } = await issue(draftId);
      await page.goto(`/issues/${issueId}`);
      await page.getByRole('heading', { name: t('enclosure.enclosures'), exact: true }).waitFor();
      await untilTheSheetReads(page, `${TITLE} (2 पृष्ठ)`);
      await writer.photograph(`enclosure-of-an-issue-${language}`);
      await looker.look('an issue with an enclosure');
      await (
        await opensIt(writer, TITLE, 'map')
      )();

      const client = await officer();
      const receiver = await Client.signIn(() => office().url, 'kavita');
      const dispatches = [{ recipient: 0, mode: 'within_office', toPostId: receiver.postId }];
      await client.ask('dispatchIssue', { params: { issueId }, body: { dispatches } });
      const { sendings } = await client.ask<IssueView>('getIssue', { params: { issueId } });
      const arrived = sendings[0]?.dispatches[0]?.diaryNumber ?? '';
      const reader = await office().person({ language });
      await signIn(reader, 'kavita');
      const { items } = await receiver.ask<Page<ReceiptRow>>('listReceiptInbox');
      const [receipt] = items.filter(({ diaryNumber }) => diaryNumber === arrived);
      await reader.page.goto(`/receipts/${receipt?.id ?? ''}`);
      const heading = receipt ? diaryNumberIn(receipt, language) : '';
      await reader.page.getByRole('heading', { name: heading, exact: true }).waitFor();
      await (
        await opensIt(reader, TITLE, 'map')
      )();
      await reader.photograph(`enclosure-of-a-receipt-${language}`);
      expect(looker.found).toEqual([]);
      expect([...writer.troubles, ...reader.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
