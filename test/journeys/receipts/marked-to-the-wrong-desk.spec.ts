import { diaryNumberIn } from '@patravali/contract';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { noticeWordsOf } from '../../support/language/words';
import { goTo, openRow, pickPost, rowOf } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe('A letter that the registry marks to the wrong desk', () => {
  const comes = async (username: string, marking?: string): Promise<Person> => {
    const person = await office().person({ language: 'hi' });
    await signIn(person, username, marking);
    return person;
  };
  /** Fills the reason of the dialog that is open, and does the act. */
  const giveReason = async ({ page, t }: Person, reason: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('file.reason'), exact: true }).fill(reason);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  it(
    'goes with a copy for information, is redirected, taken back, redirected again and returned; whoever marked it is told',
    async () => {
      const receipt = await desk.diarised('विद्युत देयक का भुगतान');
      const [{ id }, number] = [receipt, diaryNumberIn(receipt, 'hi')];
      const registry = await comes('ramesh');
      const { t } = registry;
      await registry.page.goto(`/receipts/${id}`);
      await registry.page.getByRole('heading', { level: 1, name: number, exact: true }).waitFor();
      await registry.page.getByRole('button', { name: t('receiptMove.forward'), exact: true }).click();
      await pickPost(registry, t('receipts.markTo'), 'HA(EST)');
      for (const marking of ['AO(EST)', 'ACCT']) await pickPost(registry, t('receiptMoves.copyTo'), marking);
      await registry.page
        .getByRole('button', { name: t('receiptMoves.removeCopy', { post: 'ACCT' }), exact: true })
        .click();
      await registry.photograph('receipt-copies');
      await registry.sees(t('receipts.forwarded', { number }), () => registry.page.keyboard.press('Control+Enter'));
      await registry.page.getByText(t('receiptMoves.unseen'), { exact: true }).waitFor();

      const officer = await comes('sunita', 'AO(EST)');
      await goTo(officer, 'copies');
      await officer.photograph('copies-box');
      await openRow(officer, number);
      await officer.page.getByRole('heading', { level: 1, name: number, exact: true }).waitFor();
      await officer.page.getByText(/को देखी गई$/).waitFor();
      for (const move of ['forward', 'put_in_file', 'return'] as const)
        expect(await officer.page.getByRole('button', { name: t(`receiptMove.${move}`) }).count()).toBe(0);
      await officer.photograph('copy-read');

      const clerk = await comes('vinod');
      await goTo(clerk, 'receipts');
      await openRow(clerk, number);
      await clerk.page.getByRole('heading', { level: 1, name: number, exact: true }).waitFor();
      const redirecting = async () => {
        await clerk.page.getByRole('button', { name: t('receiptMove.redirect') }).waitFor();
        await clerk.page.keyboard.press('t');
        await pickPost(clerk, t('receiptMoves.rightPost'), 'SA(EST)');
        await clerk.photograph('redirect');
        await giveReason(clerk, 'भुगतान से सम्बन्धित, इस पटल का विषय नहीं');
        const said = t('receiptMoves.redirectedTo', { number, post: 'SA(EST)' });
        await clerk.page.getByRole('status').filter({ hasText: said }).waitFor();
      };
      await redirecting();
      await clerk.sees(t('receiptMoves.pulledBack', { number }), () => clerk.page.keyboard.press('u'));
      await redirecting();
      await clerk.photograph('redirected');

      const colleague = await comes('pooja');
      await goTo(colleague, 'receipts');
      await rowOf(colleague, number).getByText(t('receiptMoves.redirected')).waitFor();
      await colleague.photograph('redirected-row');
      await openRow(colleague, number);
      await colleague.page.getByRole('heading', { level: 1, name: number, exact: true }).waitFor();
      await colleague.page.getByRole('button', { name: t('receiptMove.return') }).waitFor();
      await colleague.page.keyboard.press('r');
      await giveReason(colleague, 'देयक संलग्न नहीं है');

      // Whoever redirected it has said that it is not his: it comes back to who diarised it.
      await goTo(registry, 'receipts');
      await rowOf(registry, number).getByText(t('receiptMoves.returned')).waitFor();
      await registry.photograph('returned-row');

      await registry.page.getByRole('banner').locator('a[href="/notices"]').click();
      const row = registry.page.getByRole('main').getByRole('button').filter({ hasText: number });
      await row.getByText(noticeWordsOf('hi')['kind.receipt_redirected'], { exact: true }).first().waitFor();
      await registry.photograph('notice-redirected');
      expect([registry, officer, clerk, colleague].flatMap(({ troubles }) => troubles)).toEqual([]);
    },
    JOURNEY_MS,
  );
});
