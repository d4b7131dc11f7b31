import type { FileCreated, NumberHead, Page } from '@patravali/contract';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const SUBJECT = 'सड़क की मरम्मत';
const DAY = '15/12/2099';

describe.each(LANGUAGES)('A letter that begins from a template, in %s', (language) => {
  const office = useJourneyOffice();

  async function newFile(): Promise<string> {
    const client = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    return (await client.ask<FileCreated>('createFile', { body: { headId: head?.id, subject: SUBJECT } })).id;
  }

  it(
    'has its words at once, what is known filled in when it is put up, and what is not marked until it is written',
    async () => {
      const fileId = await newFile();
      const officer = await office().person({ language });
      const { page, t } = officer;
      await signIn(officer, 'sunita', 'AO(EST)');
      await page.goto(`/files/${fileId}/drafts/new`);
      const addressees = page.getByRole('group', { name: t('draft.addressees'), exact: true });
      await addressees.getByLabel(t('draft.addressee.name'), { exact: true }).fill('जिलाधिकारी');
      await page
        .getByRole('radiogroup', { name: t('draft.signatory'), exact: true })
        .getByText('AO(EST)')
        .click();
      const templates = page.getByRole('combobox', { name: t('draftForm.template'), exact: true });
      await templates.selectOption({ label: language === 'hi' ? 'आख्या हेतु पत्र' : 'Calling for a report' });
      const subject = page.getByRole('textbox', { name: t('draft.subject'), exact: true });
      const body = page.getByRole('textbox', { name: t('draft.body'), exact: true });
      await body.getByText('{उत्तर की तिथि}').waitFor();
      await untilTheSheetReads(page, 'निदेश हुआ है');
      await officer.photograph(`template-chosen-${language}`);

      await page.keyboard.press('Control+S');
      await page.waitForURL(/\/drafts\/[0-9a-f-]{36}/);
      await page.getByText(t('letterCheck.blanks', { fields: '{उत्तर की तिथि}' }), { exact: true }).waitFor();
      expect(await subject.inputValue()).toBe(`${SUBJECT} के सम्बन्ध में आख्या`);
      await untilTheSheetReads(page, '{उत्तर की तिथि}');
      await officer.photograph(`template-blank-${language}`);

      await body.getByText('{उत्तर की तिथि}').click({ clickCount: 3 });
      await page.keyboard.press('Alt+q');
      const phrases = page.getByRole('dialog', { name: t('note.keyPhrases'), exact: true });
      await phrases.getByRole('option', { name: /मुझे यह कहने का निदेश हुआ है कि/ }).waitFor();
      await phrases.locator('input:focus').waitFor();
      await officer.photograph(`letter-phrases-${language}`);
      await page.keyboard.insertText('मुझे यह');
      await page.keyboard.press('Enter');
      await phrases.waitFor({ state: 'detached' });
      await body.and(page.locator(':focus')).waitFor();
      await page.keyboard.insertText(`आख्या ${DAY} तक भेजें।`);
      await body.getByText(`मुझे यह कहने का निदेश हुआ है कि आख्या ${DAY} तक भेजें।`).waitFor();
      await page.getByText(t('letterCheck.none'), { exact: true }).waitFor();
      await untilTheSheetReads(page, DAY);
      await page.getByRole('button', { name: t('draftMove.approve'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: t('draft.approveTitle'), exact: true });
      await dialog.getByRole('button', { name: t('draftMove.approve'), exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: t('draftMove.issue'), exact: true }).click();
      await page.getByRole('button', { name: t('draft.signAndIssue'), exact: true }).click();
      const original = page.getByRole('button', { name: t('dispatch.original'), exact: true });
      const { bytes } = await officer.download(() => original.click());
      await readsInOrder(bytes, [`${SUBJECT} के सम्बन्ध में आख्या`, DAY]);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
