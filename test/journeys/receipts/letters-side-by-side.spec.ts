import type { DocumentView, ReceiptCreated } from '@patravali/contract';
import { aPdf } from '../../../libs/platform/typesetting/test/odd-pdfs';
import { Looker } from '../../support/page/axe';
import { ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const SENDER = 'अग्रणी बैंक प्रबन्धक';
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('The letters of a file, in %s', (language) => {
  let file: NamedFile;
  beforeAll(async () => {
    const [made] = await desk.files(`पत्र ${language}`);
    if (!made) throw new Error('no file was made');
    file = made;
    const clerk = await desk.clerk();
    const registry = await Client.signIn(() => office().url, 'ramesh');
    for (const subject of ['पहला', 'दूसरा']) {
      const pdf = new Uint8Array(await aPdf(2, { text: subject === 'पहला' ? 'first' : 'second' }));
      const document = await registry.upload<DocumentView>('letter.pdf', pdf);
      const body = {
        documentId: document.id,
        subject,
        senderName: SENDER,
        receivedOn: '2026-01-05',
        deliveryMode: 'post',
        language: 'hi',
        forward: { toPostId: clerk.postId },
      };
      const { id } = await registry.ask<ReceiptCreated>('createReceipt', { body });
      await clerk.ask('putReceiptInFile', { params: { receiptId: id }, body: { fileId: file.id, flag: null } });
    }
  }, JOURNEY_MS);

  async function opens(): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, 'vinod');
    await person.page.goto(`/files/${file.id}`);
    return person;
  }
  const letter = ({ page, t }: Person, serial: number) =>
    page.getByRole('document', { name: t('correspondence.title', { serial, party: SENDER }), exact: true });
  const sheetOf = (person: Person, serial: number, address: string) =>
    letter(person, serial).getByRole('region', { name: new RegExp(`^${address} `) });

  it(
    'bear the stamp of the diary, are turned and looked through by keys, and lie open where they were left',
    async () => {
      const person = await opens();
      const { page, t } = person;
      const first = sheetOf(person, 1, 'C/1');
      await first.waitFor();
      await first.getByText(new RegExp(`^${t('viewer.stampDiary', { number: '\\d.*' })}$`)).waitFor();
      await letter(person, 1).focus();
      const upright = await first.boundingBox();
      await page.keyboard.press('r');
      await person.photograph(`letter-turned-${language}`);
      expect((await first.boundingBox())?.height).toBeLessThan(upright?.height ?? 0);
      await page.keyboard.press('Shift+R');
      await page.keyboard.press('t');
      const small = page.getByRole('navigation', { name: t('viewer.thumbnails'), exact: true });
      await small.getByRole('button', { name: 'C/1', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await small.getByRole('button', { name: 'C/2', exact: true }).and(page.locator(':focus')).waitFor();
      await page.getByText(t('viewer.pageOf', { page: 2, pages: 4 }), { exact: true }).waitFor();
      await person.photograph(`small-pages-${language}`);
      await page.reload();
      await page.getByText(t('viewer.pageOf', { page: 2, pages: 4 }), { exact: true }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'lie side by side, any two of them, over the note sheet as long as is wanted',
    async () => {
      const person = await opens();
      const { page, t } = person;
      const looker = await Looker.of(person);
      await letter(person, 1).waitFor();
      await page.keyboard.press('l');
      await letter(person, 2).waitFor();
      const which = page.getByRole('combobox', { name: t('correspondence.besideWhich'), exact: true });
      await which.and(page.locator(':focus')).waitFor();
      await sheetOf(person, 2, 'C/3').waitFor();
      await person.photograph(`side-by-side-${language}`);
      await looker.look('two letters side by side');
      expect(looker.found).toEqual([]);
      await page.keyboard.press('Escape');
      await which.waitFor({ state: 'detached' });
      await page.getByRole('textbox', { name: t('note.composer'), exact: true }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
