import type { DraftChanged, StructuredText } from '@patravali/contract';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { rowOf } from '../../support/page/desk';
import { facesIn } from '../../support/page/faces';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

const WORDS = 'कृपया आज ही (at once) करें: ۱۲ دفتر';
/** As it must be drawn wherever it stands. */
const DRAWN = [
  ['कृपया आज ही', 'underlined'],
  [' (at once) ', 'slanted'],
  ['करें: ۱۲ دفتر', 'underlined'],
];
const ITALIC: StructuredText = {
  version: 1,
  paragraphs: [{ children: [{ type: 'text', text: WORDS, marks: ['italic'] }] }],
};

describe.each(LANGUAGES)('Italic text whose letters have no italics, in %s', (language) => {
  /** A file on the officer's desk, with an italic note on its sheet and an italic draft. */
  async function sentToTheOfficer() {
    const [clerk, officer] = [await desk.clerk(), await Client.signIn(() => office().url, 'sunita', 'AO(EST)')];
    const [file] = await desk.files('तत्काल प्रकरण');
    const params = { fileId: file?.id ?? '' };
    const note = { text: ITALIC, decision: null };
    await clerk.ask('forwardFile', { params, body: { toPostId: officer.postId, note, confirmNote: true } });
    const content = {
      form: 'letter',
      language,
      subject: 'तत्काल प्रकरण',
      addressees: [{ name: 'जिलाधिकारी, मऊ' }],
      body: ITALIC,
      signatoryPostId: officer.postId,
    };
    const draft = await officer.ask<DraftChanged>('createDraft', { params, body: { content } });
    return { ...params, number: file?.number ?? '', draftId: draft.id };
  }

  it(
    'is underlined on the desk, on the sheet, in the note and in the letter; Latin is slanted',
    async () => {
      const { fileId, number, draftId } = await sentToTheOfficer();
      const person = await office().person({ language });
      const { page, t } = person;
      await signIn(person, 'sunita', 'AO(EST)');
      await page.goto('/desk/inbox');
      await rowOf(person, number).click();
      const preview = page.getByRole('complementary', { name: t('desk.preview'), exact: true });
      await preview.getByText('at once').waitFor();
      expect(await facesIn(preview.locator('em'))).toEqual(DRAWN);

      await page.goto(`/files/${fileId}`);
      const note = page.getByRole('article', { name: t('note.number', { number: 1 }), exact: true });
      expect(await facesIn(note.locator('em'))).toEqual(DRAWN);
      const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      await composer.click();
      await page.keyboard.press('Control+i');
      await page.keyboard.insertText(WORDS);
      expect(await facesIn(composer.locator('em'))).toEqual(DRAWN);
      await person.photograph(`italic-note-${language}`);

      await page.goto(`/drafts/${draftId}`);
      const body = page.getByRole('textbox', { name: t('draft.body'), exact: true });
      expect(await facesIn(body.locator('em'))).toEqual(DRAWN);
      await page.getByRole('document').getByText('at once').waitFor();
      await person.photograph(`italic-letter-${language}`);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
