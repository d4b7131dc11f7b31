import type { FileView } from '@patravali/contract';
import { FILE_TABS } from '../../apps/web/src/file-page/head/tabs';
import { officeHindi } from '../../libs/platform/typesetting/test/office-hindi';
import { written } from '../../libs/platform/typesetting/test/samples';
import { Looker } from '../support/page/axe';
import { ClerksDesk, type NamedFile, tabTo } from '../support/journeys/clerks-desk';
import { slowdown } from '../support/journeys/pace';
import { LANGUAGES } from '../support/language/languages';
import { useJourneyOffice } from '../support/journeys/office';
import { p95 } from '../support/processes/pace';
import { untilSaved } from '../support/page/file';
import { type Person, signIn } from '../support/page/person';
import { WATCH_INTERACTIONS, type Watched } from '../support/page/watched';

const JOURNEY_MS = 900_000;
/** Even: the file ends with the clerk. */
const HOPS = 200;
const WORDS = 5000;
const [PARAGRAPHS, PARAGRAPH] = [100, WORDS / 100];
const LONGEST = 500;
const KEY_MS = 100;
const TYPED = 'Kripya prakaran ko dekhne ka kasht karen.';

const firstOf = (text: string) => text.slice(0, LONGEST).trim();
const SUBJECTS = {
  'short words': firstOf('विकास खण्डों में निर्माणाधीन विद्यालय भवनों की गुणवत्ता की जाँच के सम्बन्ध में। '.repeat(10)),
  'one long word': firstOf(`जाँच ${'विद्यालयभवननिर्माण'.repeat(30)}`),
};
/** A desk, a phone, and a desk at 200 %. */
const SCREENS = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
  { width: 683, height: 384 },
];

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe('A file of a long life', () => {
  let files: NamedFile[];
  beforeAll(async () => {
    files = await desk.files(...Object.values(SUBJECTS));
    const text = aLongText();
    for (const file of files) {
      await desk.sendBackAndForth(file, HOPS, { text });
      await (await desk.clerk()).ask('addNote', { params: { fileId: file.id }, body: { text } });
    }
  }, JOURNEY_MS);

  it.each(LANGUAGES)(
    'never scrolls sideways, and is reached with the keys, at any width, in %s',
    async (language) => {
      const person = await office().person({ language });
      await signIn(person, 'vinod');
      const { page, t } = person;
      const looker = await Looker.of(person);
      for (const [index, { id }] of files.entries())
        for (const screen of SCREENS) {
          await page.setViewportSize(screen);
          for (const tab of index === 0 ? FILE_TABS : FILE_TABS.slice(0, 1)) {
            await page.goto(`/files/${id}?tab=${tab}`);
            await page.getByRole('main').waitFor();
            const name = `long-life-${index + 1}-${tab}-${screen.width}`;
            await looker.look(name);
            if (index === 0 && language === LANGUAGES[0]) await looker.lookInTheDark(name);
            expect({ name, beyond: await page.evaluate<number>(BEYOND_THE_EDGE) }).toEqual({ name, beyond: 0 });
          }
          await page.goto(`/files/${id}`);
          await tabTo(person, writing(person));
          await page.goto(`/files/${id}`);
          const tabs = page.getByRole('navigation', { name: t('file.tabs'), exact: true });
          await tabTo(person, tabs.getByRole('link', { name: t('file.tab.history'), exact: true }));
          await page.keyboard.press('Enter');
          await tabTo(person, page.getByRole('region', { name: t('file.tab.history'), exact: true }));
        }
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is written on, in a note of 5,000 words, without waiting for the letters',
    async () => {
      const person = await office().person();
      await signIn(person, 'vinod');
      const { page } = person;
      await page.goto(`/files/${files[0]?.id ?? ''}`);
      await writing(person).press('Control+End');
      await page.evaluate(WATCH_INTERACTIONS);
      const before = await slowdown();
      await page.keyboard.type(TYPED, { delay: 120 });
      await untilSaved(person);
      const { keys, task } = await page.evaluate<Watched>('window.watched()');
      const slowed = (before + (await slowdown())) / 2;
      const shown = p95([...keys, ...Array.from({ length: TYPED.length - keys.length }, () => 16)]);
      process.stdout.write(
        `A note of ${WORDS} words: 95 % of ${TYPED.length} keys shown within ${shown} ms, longest task ${task} ms, machine slowed by ${slowed.toFixed(1)}\n`,
      );
      expect(shown).toBeLessThan(KEY_MS * slowed);
      const clerk = await desk.clerk();
      const view = await clerk.ask<FileView>('getFile', { params: { fileId: files[0]?.id ?? '' } });
      expect(JSON.stringify(view.pendingNote)).toContain(TYPED);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});

const writing = ({ page, t }: Person) => page.getByRole('textbox', { name: t('note.composer'), exact: true });

/** How far the page or a part of it, in which tables and pictures scroll by themselves, stands out beyond the edge of its window. */
const BEYOND_THE_EDGE = `Math.max(...[document.documentElement, document.body, ...document.querySelectorAll('main, main > *')]
  .map((each) => each.scrollWidth - each.clientWidth))`;

function aLongText() {
  const words = officeHindi(WORDS / 5, 7)
    .join(' ')
    .split(' ');
  const paragraph = (index: number) => words.slice(index * PARAGRAPH, (index + 1) * PARAGRAPH).join(' ');
  return written(...Array.from({ length: PARAGRAPHS }, (_, index) => paragraph(index)));
}
