import { Looker } from '../../support/page/axe';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { writeNote, untilSaved } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const ORDER = '12/2-2024-का-4';
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('A note that refers to what is not on its file, in %s,', (language) => {
  it(
    'asks for it by keyboard, leads whoever may read it there, and names it to all others',
    async () => {
      const [file, precedent] = await desk.files(`पदोन्नति ${language}`, `पूर्वोदाहरण ${language}`);
      if (!file || !precedent) throw new Error('no files were made');
      const person = await office().person({ language });
      await signIn(person, 'vinod');
      const { page, t } = person;
      const looker = await Looker.of(person);
      await page.goto(`/files/${file.id}`);
      const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      const references = composer.locator('[data-reference]');
      const dialog = (asked: 'file' | 'act' | 'order') =>
        page.getByRole('dialog', { name: t(`note.referTo.${asked}`), exact: true });

      await writeNote(person, 'F/ ');
      await dialog('file').getByRole('combobox').and(page.locator(':focus')).waitFor();
      await page.keyboard.insertText('पूर्वोदाहरण');
      await dialog('file')
        .getByRole('option', { name: `${precedent.number} ${precedent.subject}` })
        .waitFor();
      await person.photograph(`refers-to-file-${language}`);
      await looker.look('another file is looked for');
      await page.keyboard.press('Enter');
      await dialog('file').waitFor({ state: 'hidden' });

      // Goes on where it stopped.
      await composer.and(page.locator(':focus')).waitFor();
      await page.keyboard.type('A/ ');
      await dialog('act')
        .getByRole('textbox', { name: t('note.actTitle') })
        .and(page.locator(':focus'))
        .waitFor();
      await page.keyboard.insertText('Fundamental Rules');
      await page.keyboard.press('Tab');
      await page.keyboard.insertText('56(c)');
      await person.photograph(`refers-to-act-${language}`);
      await looker.look('an Act is named');
      await page.keyboard.press('Enter');
      await dialog('act').waitFor({ state: 'hidden' });

      await page.getByRole('button', { name: t('note.refer'), exact: true }).press('Enter');
      const asked = page.getByRole('menuitem', { name: `O/ ${t('note.elsewhere.order')}`, exact: true });
      await asked.waitFor();
      await person.photograph(`reference-menu-${language}`);
      await asked.press('Enter');
      await dialog('order')
        .getByRole('textbox', { name: t('note.orderNumber') })
        .and(page.locator(':focus'))
        .waitFor();
      await page.keyboard.insertText(ORDER);
      await page.keyboard.press('Tab');
      await page.keyboard.insertText('5/3/2024');
      await person.photograph(`refers-to-order-${language}`);
      await looker.look('an order is named');
      await page.keyboard.press('Enter');
      await dialog('order').waitFor({ state: 'hidden' });

      const labels = [
        precedent.number,
        'Fundamental Rules, 56(c)',
        t('note.orderLabel', { order: ORDER, day: '05.03.2024' }),
      ];
      await references.nth(2).waitFor();
      expect(await references.allTextContents()).toEqual(labels);
      expect((await composer.textContent())?.trim()).toBe(labels.join(' '));
      await untilSaved(person);
      const sending = { toPostId: await desk.postNamed('SA(EST)'), confirmNote: true };
      await (await desk.clerk()).ask('forwardFile', { params: { fileId: file.id }, body: sending });

      await page.goto(`/files/${file.id}`);
      const note = noteOf(person);
      await note.getByRole('link', { name: precedent.number, exact: true }).hover();
      await page.getByText(precedent.subject, { exact: true }).waitFor();
      await person.photograph(`referred-file-${language}`);
      await looker.look('what is referred to is shown');
      await note.getByRole('link', { name: precedent.number, exact: true }).press('Enter');
      await page.waitForURL(`**/files/${precedent.id}**`);
      expect([...person.troubles, ...looker.found]).toEqual([]);

      const other = await office().person({ language });
      await signIn(other, 'pooja');
      const told = other.page.waitForResponse(/\/references\?/);
      await other.page.goto(`/files/${file.id}`);
      expect(await (await told).json()).toEqual({ files: [], issues: [] });
      for (const label of labels) await noteOf(other).getByText(label).waitFor();
      expect(await noteOf(other).getByRole('link').count()).toBe(0);
      await other.photograph(`named-only-${language}`);
      expect(other.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});

const noteOf = ({ page, t }: Person) =>
  page.getByRole('article', { name: t('note.number', { number: 1 }), exact: true });
