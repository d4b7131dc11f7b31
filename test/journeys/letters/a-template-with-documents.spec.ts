import type { DraftIssued, DraftView, FileCreated, NumberHead, Page } from '@patravali/contract';
import { aPdf } from '../../../libs/platform/typesetting/test/odd-pdfs';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { Looker } from '../../support/page/axe';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const REASON = 'शासनादेश संख्या 31/2026';
const [FORM, STATEMENT] = ['आख्या का प्रपत्र', 'व्यय का विवरण-पत्र'];

describe.each(LANGUAGES)('A template with documents, in %s', (language) => {
  const office = useJourneyOffice();
  const name = language === 'hi' ? 'आख्या हेतु पत्र' : 'Calling for a report';
  const officer = () => Client.signIn(() => office().url, 'sunita', 'AO(EST)');

  async function newFile(): Promise<string> {
    const client = await officer();
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    return (await client.ask<FileCreated>('createFile', { body: { headId: head?.id, subject: 'आख्या' } })).id;
  }

  /** As it stands, approved and issued. */
  async function issue(draftId: string): Promise<DraftIssued> {
    const client = await officer();
    const { draftVersion } = await client.ask<DraftView>('getDraft', { params: { draftId } });
    await client.ask('approveDraft', { params: { draftId }, body: { draftVersion } });
    return await client.ask<DraftIssued>('issueDraft', { params: { draftId } });
  }

  const theDocuments = async ({ page, t }: Person) => {
    const inHindi = page.getByRole('cell', { name: t('letterLanguage.hi'), exact: true });
    const row = page.getByRole('row').filter({ has: inHindi });
    await row.getByRole('button', { name: `${t('templates.documents')}: ${name}, ` }).click();
    return page.getByRole('dialog', { name: t('templates.documentsOf', { name }), exact: true });
  };

  async function add(administrator: Person, title: string, text: string): Promise<void> {
    const { page, t } = administrator;
    await page.getByRole('button', { name: t('templates.addDocument'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t('templates.addDocument'), exact: true });
    const buffer = Buffer.from(await aPdf(2, { text }));
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: `${title}.pdf`, mimeType: 'application/pdf', buffer });
    await dialog.getByText(t('receipts.stored', { n: 2, pages: '2' }), { exact: true }).waitFor();
    expect(await dialog.getByRole('textbox', { name: t('templates.documentTitle'), exact: true }).inputValue()).toBe(
      title,
    );
    await dialog.getByRole('textbox', { name: t('file.reason'), exact: true }).fill(REASON);
    await administrator.photograph(`template-document-added-${language}`);
    await administrator.sees(t('templates.documentAdded'), () =>
      dialog.getByRole('button', { name: t('templates.addIt'), exact: true }).click(),
    );
    await dialog.waitFor({ state: 'detached' });
  }

  const opensIt = async ({ page, t }: Person, title: string, reads: string) => {
    await page.getByRole('button', { name: t('enclosure.open', { title }), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: title, exact: true });
    await dialog.getByRole('document').getByText(reads).first().waitFor();
    await dialog.getByRole('button', { name: t('page.close'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  it(
    'gives them to the draft that begins from it, whose writer leaves one out, and the letter names and carries the other',
    async () => {
      const administrator = await office().person({ language });
      await signIn(administrator, 'anjali');
      const looker = await Looker.of(administrator);
      await administrator.page.goto('/draft-templates');
      const documents = await theDocuments(administrator);
      await add(administrator, FORM, 'form');
      await add(administrator, STATEMENT, 'statement');
      await documents.getByText(STATEMENT, { exact: true }).waitFor();
      await administrator.photograph(`template-documents-${language}`);
      await looker.look('the documents of a template');
      await opensIt(administrator, FORM, 'form');

      const fileId = await newFile();
      const writer = await office().person({ language });
      const { page, t } = writer;
      await signIn(writer, 'sunita', 'AO(EST)');
      await page.goto(`/files/${fileId}/drafts/new`);
      const addressees = page.getByRole('group', { name: t('draft.addressees'), exact: true });
      await addressees.getByLabel(t('draft.addressee.name'), { exact: true }).fill('जिलाधिकारी');
      await page
        .getByRole('radiogroup', { name: t('draft.signatory'), exact: true })
        .getByText('AO(EST)')
        .click();
      const templates = page.getByRole('combobox', { name: t('draftForm.template'), exact: true });
      await templates.selectOption({ label: name });
      const title = (place: number) =>
        page.getByRole('textbox', { name: t('enclosure.title', { place: String(place) }), exact: true });
      await title(2).waitFor();
      expect([await title(1).inputValue(), await title(2).inputValue()]).toEqual([FORM, STATEMENT]);
      await opensIt(writer, STATEMENT, 'statement');
      await page.getByRole('button', { name: t('enclosure.remove', { title: STATEMENT }), exact: true }).click();
      await title(2).waitFor({ state: 'detached' });
      await untilTheSheetReads(page, `${FORM} (2 पृष्ठ)`);
      await writer.photograph(`template-documents-in-a-draft-${language}`);
      await page.keyboard.press('Control+S');
      await page.waitForURL(/\/drafts\/[0-9a-f-]{36}/);
      const draftId = /drafts\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

      await documents.getByRole('button', { name: `${administrator.t('templates.takeOff')}: ${FORM}` }).click();
      const takingOff = administrator.page.getByRole('dialog', {
        name: administrator.t('templates.takingOff', { title: FORM }),
        exact: true,
      });
      await takingOff.getByRole('textbox', { name: administrator.t('file.reason'), exact: true }).fill(REASON);
      await administrator.photograph(`template-document-taken-off-${language}`);
      await administrator.sees(administrator.t('templates.takenOff'), () =>
        takingOff.getByRole('button', { name: administrator.t('templates.takeOff'), exact: true }).click(),
      );
      await documents.getByText(FORM, { exact: true }).waitFor({ state: 'detached' });

      const { issueId } = await issue(draftId);
      await page.goto(`/issues/${issueId}`);
      await page.getByRole('heading', { name: t('enclosure.enclosures'), exact: true }).waitFor();
      await untilTheSheetReads(page, `${FORM} (2 पृष्ठ)`);
      await opensIt(writer, FORM, 'form');
      await writer.photograph(`template-documents-of-an-issue-${language}`);
      expect(looker.found).toEqual([]);
      expect([...administrator.troubles, ...writer.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
