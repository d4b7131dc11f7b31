import type { NoteContent } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { Looker } from '../../support/page/axe';
import { aNote } from '../../support/http/clerks';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { aimAt, chooseAct, sendWithTheKey, untilSaved, writeNote } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const [MAIN, SUMMARY, SELF_CONTAINED, SECTION] = [
  'धनराशि की स्वीकृति प्रस्तावित है।',
  'नलकूप हेतु दो प्रस्ताव आये, एक निरस्त हुआ, दूसरा विचाराधीन है।',
  'मण्डल के चार विकास खण्डों में नलकूपों की मरम्मत का प्रस्ताव, जिसका परीक्षण कराया गया।',
  'विधिक बिन्दु पर परामर्श अपेक्षित है।',
];
const [PHONE, ZOOMED, DESK] = [
  { width: 390, height: 844 },
  { width: 683, height: 384 },
  { width: 1366, height: 768 },
];

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('A note of another kind, in %s', (language) => {
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }
  async function aFile() {
    const [file] = await desk.files('नलकूप की मरम्मत');
    if (!file) throw new Error('no file was made');
    const clerk = await desk.clerk();
    const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const send = (from: Client, to: Client, note: NoteContent | object) =>
      from.ask('forwardFile', { params: { fileId: file.id }, body: { toPostId: to.postId, note, confirmNote: true } });
    await send(clerk, officer, aNote(MAIN));
    await send(officer, clerk, { ...aNote(SELF_CONTAINED), kind: 'self_contained' });
    return file;
  }
  const note = ({ page, t }: Person, number: number) =>
    page.getByRole('article', { name: t('note.number', { number }), exact: true });
  const kindOf = ({ page, t }: Person) => page.getByRole('combobox', { name: t('note.kind'), exact: true });
  /** From the text to the list with one key, and back with the same. */
  async function choosesKind(person: Person, kind: string, ...keys: readonly string[]): Promise<void> {
    const { page } = person;
    await page.keyboard.press('Alt+k');
    for (const key of keys) await page.keyboard.press(key);
    expect(await kindOf(person).inputValue()).toBe(kind);
  }
  /** On a phone, and with everything twice as large. */
  async function fitsSmallScreens(person: Person, place: Locator, screen: string): Promise<void> {
    const { page } = person;
    for (const [name, size] of Object.entries({ PHONE, ZOOMED })) {
      await page.setViewportSize(size);
      await place.waitFor();
      await person.photograph(`${screen}-${name}-${language}`);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.width);
    }
    await page.setViewportSize(DESK);
  }

  it(
    'is chosen with a key, stands on top of the sheet or under its main note, and is named in the PDF',
    async () => {
      const { id, number } = await aFile();
      const clerk = await comes('vinod');
      const { t } = clerk;
      await clerk.page.goto(`/files/${id}`);
      await writeNote(clerk, SUMMARY.slice(0, 20));
      await choosesKind(clerk, 'running_summary', 'ArrowDown');
      await clerk.photograph(`kind-picker-${language}`);
      await clerk.page.keyboard.press('Alt+k');
      await clerk.page.keyboard.insertText(SUMMARY.slice(20));
      await untilSaved(clerk);
      await aimAt(clerk, 'AO(EST)');
      await sendWithTheKey(clerk, number, 'AO(EST)');

      const officer = await comes('sunita', 'AO(EST)');
      const { page } = officer;
      const looker = await Looker.of(officer);
      await page.goto(`/files/${id}`);
      const pinned = page.getByRole('region', { name: t('note.pinned'), exact: true });
      await pinned.getByRole('button', { name: `${t('noteKind.running_summary')} · N/3`, exact: true }).waitFor();
      expect(await pinned.innerText()).toContain(SUMMARY);
      await page.keyboard.press('s');
      await note(officer, 3).and(page.locator('[data-highlighted]')).waitFor();
      await page.keyboard.press('s');
      await note(officer, 2).and(page.locator('[data-highlighted]')).waitFor();

      await writeNote(officer, SECTION);
      await choosesKind(officer, 'sectional', 'End', 'ArrowUp');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Home');
      const mainNote = page.getByRole('combobox', { name: t('note.mainNote'), exact: true });
      expect(await mainNote.inputValue()).toBe('1');
      await untilSaved(officer);
      await looker.look('kinds of notes');
      await looker.lookInTheDark('kinds of notes');
      await fitsSmallScreens(officer, mainNote, 'composer');
      await aimAt(officer, 'HA(EST)');
      await sendWithTheKey(officer, number, 'HA(EST)');

      await page.goto(`/files/${id}`);
      await note(officer, 1).getByRole('button', { name: 'N/4', exact: true }).click();
      await note(officer, 4).and(page.locator('[data-highlighted]')).waitFor();
      await looker.look('a section');
      await note(officer, 4)
        .getByRole('button', { name: t('note.sectionOf', { note: '1' }), exact: true })
        .click();
      await note(officer, 1).and(page.locator('[data-highlighted]')).waitFor();
      await fitsSmallScreens(officer, note(officer, 4), 'section');

      const { bytes } = await officer.download(async () => {
        await chooseAct(officer, t('acts.wholeFilePdf'));
      });
      const [summary, selfContained] = [t('noteKind.running_summary'), t('noteKind.self_contained')];
      await readsInOrder(bytes, [summary, 'N/3', `${selfContained} N/2`, MAIN, t('note.sections'), 'N/4']);
      await readsInOrder(bytes, [MAIN, SELF_CONTAINED, SUMMARY, t('note.sectionOf', { note: '1' }), SECTION]);
      expect([...clerk.troubles, ...officer.troubles, ...looker.found]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
