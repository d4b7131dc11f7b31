import {
  diaryNumberIn,
  type DocumentView,
  type Language,
  type Page,
  type ReceiptCreated,
  type ReceiptRow,
} from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { chooseRow } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { aTypesetLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { goTo } from '../../support/page/desk';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const RECEIPTS = 60;
const SELECTED = 20;
/** Places, in the list, of letters that the registry takes back while the clerk looks at it. */
const TAKEN_BACK = [3, 9, 14];
const office = useJourneyOffice();

describe('A clerk to whom the registry has marked sixty letters', () => {
  let clerk: Client;
  let registry: Client;
  /** As the list has them: the latest first. */
  const made: ReceiptCreated[] = [];

  beforeAll(async () => {
    clerk = await Client.signIn(() => office().url, 'vinod');
    registry = await Client.signIn(() => office().url, 'ramesh');
    const [pdf, toPostId] = [new Uint8Array(await aTypesetLetter()), clerk.postId];
    for (let n = 0; n < RECEIPTS; n++) {
      const document = await registry.upload<DocumentView>('letter.pdf', pdf);
      const body = {
        documentId: document.id,
        subject: `पेंशन प्रकरण सं० ${n + 1}`,
        senderName: 'ज़िला कोषागार अधिकारी',
        receivedOn: dayInIndia(new Date()),
        deliveryMode: 'post',
        language: 'hi',
        forward: { toPostId },
      };
      made.unshift(await registry.ask<ReceiptCreated>('createReceipt', { body }));
    }
  }, JOURNEY_MS);

  const onDesk = async () =>
    (await clerk.ask<Page<ReceiptRow>>('listReceiptInbox', { query: { limit: '200' } })).items.length;
  const numberOf = (n: number, language: Language = 'hi') => {
    const receipt = made[n];
    return receipt ? diaryNumberIn(receipt, language) : '';
  };

  it(
    'marks twenty of them at once by keyboard, is told of three before and after, and takes the others back',
    async () => {
      const person = await office().person({ language: 'hi' });
      await signIn(person, 'vinod');
      await goTo(person, 'receipts');
      const { page, t } = person;
      const press = async (key: string, times = 1) => {
        for (let time = 0; time < times; time++) await page.keyboard.press(key);
      };
      const before = await onDesk();
      await chooseRow(person, numberOf(0));
      await press('x');
      await press('Shift+J', SELECTED - 1);
      await page.getByText(t('bulk.receipts.selected', { count: SELECTED }), { exact: true }).waitFor();
      await person.photograph('receipts-selected-hi');
      await press('f');
      const sending = page.getByRole('dialog', {
        name: t('bulk.receipts.forwardTitle', { count: SELECTED }),
        exact: true,
      });
      const to = sending.getByRole('textbox', { name: t('receipts.markTo'), exact: true });
      await to.and(page.locator(':focus')).waitFor();
      // While they are being sent: a row that goes earlier is not among the chosen ones any more.
      for (const n of TAKEN_BACK)
        await registry.ask('pullBackReceipt', { params: { receiptId: made[n]?.id ?? '' }, body: {} });
      await page.keyboard.type('AO(EST)');
      await page.locator('[data-combobox-selected]').getByText('AO(EST)', { exact: true }).waitFor();
      await press('Enter');
      const done = SELECTED - TAKEN_BACK.length;
      await sending.getByText(t('bulk.receipts.possible', { count: done }), { exact: true }).waitFor();
      for (const n of TAKEN_BACK) await sending.getByText(numberOf(n), { exact: true }).waitFor();
      await person.photograph('receipts-forward-hi');
      await press('Control+Enter');
      await sending.waitFor({ state: 'detached' });
      const sent = t('bulk.receipts.sent', { count: done, post: 'AO(EST)' });
      await page.getByRole('status').getByText(sent).waitFor();
      const refused = TAKEN_BACK.map((n) => numberOf(n)).join(', ');
      await page.getByRole('alert').getByText(refused).waitFor();
      await person.photograph('receipts-refused-hi');
      expect(await onDesk()).toBe(before - SELECTED);

      const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
      const theirs = (await officer.ask<Page<ReceiptRow>>('listReceiptInbox', { query: { limit: '200' } })).items;
      expect(theirs.filter(({ id }) => made.some((receipt) => receipt.id === id))).toHaveLength(done);
      await person.sees(t('bulk.receipts.pulledBack', { count: done }), () => press('u'));
      expect(await onDesk()).toBe(before - TAKEN_BACK.length);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'marks all as opened, in English and on a telephone',
    async () => {
      const person = await office().person({ language: 'en' });
      await signIn(person, 'vinod');
      await goTo(person, 'receipts');
      const { page, t } = person;
      await chooseRow(person, numberOf(20, 'en'));
      await page.keyboard.press('x');
      await page.keyboard.press('Shift+J');
      await page.getByText(t('bulk.receipts.selected', { count: 2 }), { exact: true }).waitFor();
      await person.photograph('receipts-selected-en');
      await page.keyboard.press('f');
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: t('receipts.markTo'), exact: true })
        .and(page.locator(':focus'))
        .waitFor();
      await person.photograph('receipts-forward-en');
      await page.setViewportSize({ width: 390, height: 844 });
      await person.photograph('receipts-forward-phone-en');
      // The first closes the list of posts.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await person.photograph('receipts-selected-phone-en');
      await page.keyboard.press('o');
      await page
        .getByRole('dialog')
        .getByText(t('bulk.receipts.possible', { count: 2 }), { exact: true })
        .waitFor();
      await person.sees(t('bulk.receipts.opened', { count: 2 }), () => page.keyboard.press('Control+Enter'));
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
