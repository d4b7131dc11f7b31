import { setTimeout as sleep } from 'node:timers/promises';
import type { DraftChanged } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { aLetter } from '../../support/http/clerks';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { Looker } from '../../support/page/axe';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const LATE_MS = 7_000;
const [WORDS, COMMENT] = ['कृपया आख्या उपलब्ध करायें।', 'सात दिन का समय दें।'];
const [SUBJECT, TYPED] = ['ऋण सत्यापन', 'सत्यापन की आख्या'];
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('The letter first, in %s', (language) => {
  const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });
  const body = ({ page, t }: Person) => page.getByRole('textbox', { name: t('draft.body'), exact: true });
  const hasFocus = ({ page }: Person, place: Locator) => place.and(page.locator(':focus')).waitFor();
  const comes = async (username: string, marking?: string): Promise<Person> => {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  };

  /** A letter of the officer that his clerk wrote, on a file that lies with the officer. */
  async function putUp(comment?: string): Promise<string> {
    const [clerk, officer] = [await desk.clerk(), await Client.signIn(() => office().url, 'sunita', 'AO(EST)')];
    const [file] = await desk.files('सड़क की मरम्मत');
    const params = { fileId: file?.id ?? '' };
    const content = aLetter(officer.postId);
    const { id } = await clerk.ask<DraftChanged>('createDraft', { params, body: { content } });
    if (comment !== undefined) await clerk.ask('commentDraft', { params: { draftId: id }, body: { words: comment } });
    const note = { text: content.body, decision: null };
    await clerk.ask('forwardFile', { params, body: { toPostId: officer.postId, note, confirmNote: true } });
    return id;
  }

  /** Down to the last line of the page, which is below the signature. */
  async function seesAllThatIsWritten({ page, t }: Person): Promise<void> {
    const sheet = page.getByRole('document', { name: t('draft.preview'), exact: true });
    const [seen, last] = [await sheet.boundingBox(), await sheet.locator('[data-page] span').last().boundingBox()];
    if (!seen || !last) throw new Error('nothing is drawn');
    expect(seen.y + seen.height).toBeLessThanOrEqual(768);
    expect(last.y + last.height).toBeLessThanOrEqual(seen.y + seen.height);
  }

  it(
    'is seen whole by who approves it; its form is a step aside; four keys approve and issue it',
    async () => {
      const draftId = await putUp();
      const officer = await comes('sunita', 'AO(EST)');
      const { page, t } = officer;
      const looker = await Looker.of(officer);
      await page.goto(`/drafts/${draftId}`);
      await untilTheSheetReads(page, WORDS, t('draft.preview'));
      await page.getByText(t('comments.none'), { exact: true }).waitFor();
      await seesAllThatIsWritten(officer);
      expect(await body(officer).count()).toBe(0);
      await officer.photograph(`letter-${language}`);
      await looker.look('a letter to be approved');

      await page.keyboard.press('e');
      await hasFocus(officer, body(officer));
      await officer.photograph(`letter-edited-${language}`);
      await page.keyboard.press('Alt+e');
      await body(officer).waitFor({ state: 'detached' });
      await hasFocus(officer, button(officer, t('draftMove.approve')));

      await page.keyboard.press('a');
      const approve = page.getByRole('dialog').getByRole('button', { name: t('draftMove.approve'), exact: true });
      await hasFocus(officer, approve);
      await page.keyboard.press('Enter');
      await hasFocus(officer, button(officer, t('draftMove.issue')));
      await officer.photograph(`letter-approved-${language}`);
      await looker.look('a letter to be issued');
      await page.keyboard.press('i');
      await hasFocus(officer, button(officer, t('draft.signAndIssue')));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/issues\//);
      await hasFocus(officer, button(officer, t('dispatch.actCount', { count: 1 })));
      const later = page.getByText(t('outward.trackingLater', { act: t('dispatch.follow') }), { exact: true });
      expect(await later.count()).toBe(0);
      await page.getByLabel(t('dispatch.mode'), { exact: true }).selectOption('speed_post');
      await later.waitFor();
      await officer.photograph(`letter-to-dispatch-${language}`);
      await looker.look('a letter to be dispatched');

      await page.goto(`/drafts/${draftId}`);
      await button(officer, t('draft.toDispatch')).waitFor();
      await page.keyboard.press('d');
      await hasFocus(officer, button(officer, t('dispatch.actCount', { count: 1 })));
      expect(looker.found).toEqual([]);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'tells what is still open before it is approved, which then takes one more step',
    async () => {
      const draftId = await putUp(COMMENT);
      const officer = await comes('sunita', 'AO(EST)');
      const { page, t } = officer;
      const looker = await Looker.of(officer);
      await page.goto(`/drafts/${draftId}`);
      await page.getByText(COMMENT, { exact: true }).waitFor();
      await page.keyboard.press('a');
      const dialog = page.getByRole('dialog', { name: t('draft.approveTitle'), exact: true });
      await dialog.getByText(COMMENT, { exact: true }).waitFor();
      const approve = dialog.getByRole('button', { name: t('draftMove.approve'), exact: true });
      const knowingly = dialog.getByRole('checkbox', { name: t('comments.leaveOpen'), exact: true });
      await hasFocus(officer, knowingly);
      expect(await approve.isDisabled()).toBe(true);
      await officer.photograph(`approved-with-comment-${language}`);
      await looker.look('an open comment');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await hasFocus(officer, button(officer, t('draftMove.approve')));

      await page.keyboard.press('a');
      await hasFocus(officer, knowingly);
      await page.keyboard.press('Space');
      await hasFocus(officer, approve);
      await officer.sees(t('draft.approved', { version: 1 }), () => page.keyboard.press('Enter'));
      await hasFocus(officer, button(officer, t('draftMove.issue')));
      await page.keyboard.press('i');
      await page.getByRole('dialog').getByText(COMMENT, { exact: true }).waitFor();
      expect(looker.found).toEqual([]);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'keeps what is typed while a reply is still being filled in, and then leads to the sending of its file',
    async () => {
      const [file] = await desk.files(SUBJECT);
      const { id: receiptId } = await desk.receipt(SUBJECT);
      const params = { receiptId };
      await (await desk.clerk()).ask('putReceiptInFile', { params, body: { fileId: file?.id } });
      const clerk = await comes('vinod');
      const { page, t } = clerk;
      let isLate = true;
      await page.route(`**/api/v1/receipts/${receiptId}`, async (route) => {
        if (isLate) await sleep(LATE_MS);
        await route.continue();
      });
      await page.goto(`/files/${file?.id ?? ''}/drafts/new`);
      const coming = page.getByText(t('draftForm.takingOver'), { exact: true });
      await coming.waitFor();
      const subject = page.getByRole('textbox', { name: t('draft.subject'), exact: true });
      await subject.click();
      await page.keyboard.insertText(TYPED);
      await clerk.photograph(`filled-in-later-${language}`);
      await body(clerk).click();
      await page.keyboard.insertText('आख्या ');
      await coming.waitFor({ state: 'detached' });
      isLate = false;
      await page.keyboard.insertText('संलग्न है।');
      const addressees = page.getByRole('group', { name: t('draft.addressees'), exact: true });
      expect(await addressees.getByLabel(t('draft.addressee.name'), { exact: true }).inputValue()).toBe(
        'अग्रणी बैंक प्रबन्धक',
      );
      expect(await subject.inputValue()).toBe(TYPED);
      expect(await body(clerk).innerText()).toBe('आख्या संलग्न है।');
      await clerk.photograph(`filled-in-${language}`);

      await page.keyboard.press('Control+S');
      await page.waitForURL(/\/drafts\/[0-9a-f-]{36}/);
      await hasFocus(clerk, button(clerk, t('draftForm.sendFile')));
      await clerk.photograph(`put-up-${language}`);
      await body(clerk).click();
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/\/files\//);
      await hasFocus(clerk, page.getByRole('textbox', { name: t('note.composer'), exact: true }));
      await page.getByRole('region', { name: t('file.sendBar'), exact: true }).waitFor();
      expect(clerk.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
