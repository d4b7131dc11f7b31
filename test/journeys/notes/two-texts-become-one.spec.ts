import type { Block, FileView, NoteContent } from '@patravali/contract';
import { Looker } from '../../support/page/axe';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { untilSaved } from '../../support/page/file';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const PHONE = { width: 390, height: 844 };

const words = (text: string) => ({ children: [{ type: 'text' as const, text }] });
const paragraph = (text: string): Block => ({ type: 'paragraph', ...words(text) });
const list = (...items: string[]): Block => ({ type: 'list', style: 'letters-hi', items: items.map(words) });
const quotation: Block = { type: 'quotation', paragraphs: [words('व्यय स्वीकृत मद में ही किया जाए।')] };
const table = (...rows: string[][]): Block => ({
  type: 'table',
  header: true,
  rows: rows.map((cells) => ({ cells: cells.map(words) })),
});
const [HEAD, STEPS, ASKED] = [
  paragraph('नलकूप की मरम्मत का प्रस्ताव प्राप्त हुआ है।'),
  list('प्राक्कलन की जाँच', 'धनराशि की उपलब्धता'),
  paragraph('आदेशार्थ प्रस्तुत।'),
];
const MINE: NoteContent = {
  text: { version: 2, blocks: [HEAD, STEPS, table(['मद', 'राशि'], ['पाइप', '12,000']), ASKED] },
  decision: null,
};
const THEIRS: NoteContent = {
  text: {
    version: 2,
    blocks: [HEAD, list('प्राक्कलन की जाँच', 'धनराशि की उपलब्धता', 'स्थल निरीक्षण'), quotation, ASKED],
  },
  decision: null,
  kind: 'self_contained',
};

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('Two texts of one note, in %s,', (language) => {
  it(
    'lie side by side as on the sheet, say in what else they differ, and become one by the keys',
    async () => {
      const [file] = await desk.files('नलकूप की मरम्मत');
      if (!file) throw new Error('no file was made');
      const clerk = await desk.clerk();
      const params = { fileId: file.id };
      await clerk.ask('addNote', { params, body: MINE });
      const person = await office().person({ language });
      await signIn(person, 'vinod');
      const { page, t } = person;
      const looker = await Looker.of(person);
      await page.goto(`/files/${file.id}`);
      const writing = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      await writing.waitFor();
      await untilSaved(person);
      await clerk.ask('changeNote', { params, body: THEIRS, ifMatch: await versionNow() });
      await writing.press('Control+End');
      await page.keyboard.insertText(' शीघ्र।');

      const dialog = page.getByRole('dialog', { name: t('note.staleTitle'), exact: true });
      await dialog.getByText(t('noteKind.self_contained'), { exact: true }).waitFor();
      await looker.look('two-texts');
      await looker.lookInTheDark('two-texts');
      const choice = (name: string, label: string) =>
        dialog.getByRole('radiogroup', { name, exact: true }).getByRole('radio', { name: label, exact: true });
      // The list of the other, one's own table, no quotation, both last paragraphs; and the kind of the other.
      await choice(t('note.kind'), t('note.take.mine')).press('ArrowLeft');
      const [stepsAt, quotationAt, tableAt] = await differences();
      await choice(stepsAt ?? '', t('note.take.both')).press('ArrowLeft');
      await choice(stepsAt ?? '', t('note.take.mine')).press('ArrowLeft');
      await choice(stepsAt ?? '', t('note.take.theirs'))
        .and(page.locator(':checked'))
        .waitFor({ state: 'attached' });
      await choice(quotationAt ?? '', t('note.keepBlock')).press('ArrowRight');
      await choice(tableAt ?? '', t('note.keepBlock'))
        .and(page.locator(':checked'))
        .waitFor({ state: 'attached' });
      await page.setViewportSize(PHONE);
      await looker.look('two-texts-chosen-phone');
      await dialog.getByRole('button', { name: t('note.goOn'), exact: true }).press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await untilSaved(person);
      const { pendingNote } = await clerk.ask<FileView>('getFile', { params });
      const [, steps] = THEIRS.text.version === 2 ? THEIRS.text.blocks : [];
      expect(pendingNote).toMatchObject({
        kind: 'self_contained',
        text: {
          version: 2,
          blocks: [HEAD, steps, table(['मद', 'राशि'], ['पाइप', '12,000']), ASKED, paragraph('आदेशार्थ प्रस्तुत। शीघ्र।')],
        },
      });
      expect([...person.troubles, ...looker.found]).toEqual([]);

      async function versionNow(): Promise<number> {
        const view = await clerk.ask<FileView>('getFile', { params });
        return view.pendingNote?.version ?? 0;
      }

      /** What the groups of choices are called, in the order of the list, the table or the quotation, and the last paragraph. */
      async function differences(): Promise<(string | null)[]> {
        const groups = dialog.getByRole('radiogroup');
        const names = await Promise.all((await groups.all()).map((group) => group.getAttribute('aria-label')));
        return names.filter((name) => name !== t('note.kind'));
      }
    },
    JOURNEY_MS,
  );
});
