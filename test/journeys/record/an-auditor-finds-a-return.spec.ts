import type { FileCreated, NumberHead, Page, PostView } from '@patravali/contract';
import { fill, type MessageParams } from '@patravali/language';
import enAudit from '../../../libs/office/messages/src/en/audit.json';
import enTimeline from '../../../libs/office/messages/src/en/timeline.json';
import hiAudit from '../../../libs/office/messages/src/hi/audit.json';
import hiTimeline from '../../../libs/office/messages/src/hi/timeline.json';
import { Looker } from '../../support/page/axe';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { openRow, rowOf } from '../../support/page/desk';
import { goToTab } from '../../support/page/file';
import { personOf, signIn } from '../../support/page/person';
import { WORDS } from '../../support/office/words';

const JOURNEY_MS = 600_000;
const WHY = 'आख्या संलग्न नहीं है।';
const EN = { ...enAudit, ...enTimeline };

const office = useJourneyOffice();

describe.each(LANGUAGES)('An auditor, in %s', (language) => {
  const say = (key: keyof typeof EN, params: MessageParams = {}) =>
    fill((language === 'hi' ? { ...hiAudit, ...hiTimeline } : EN)[key], params, language);

  /** A file goes up and comes back with a reason. */
  async function aReturnedFile(): Promise<FileCreated> {
    const clerk = await Client.signIn(() => office().url, 'vinod');
    const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
    const posts = (await clerk.ask<Page<PostView>>('listPosts', { query: { limit: '200' } })).items;
    const toPostId = posts.find(({ marking }) => marking === 'AO(EST)')?.id;
    const file = await clerk.ask<FileCreated>('createFile', {
      body: { headId: head?.id, subject: 'भवन मरम्मत प्रस्ताव' },
    });
    await clerk.ask('forwardFile', { params: { fileId: file.id }, body: { toPostId, ...WORDS } });
    const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    await officer.ask('openFile', { params: { fileId: file.id } });
    await officer.ask('returnFile', { params: { fileId: file.id }, body: { reason: WHY } });
    return file;
  }

  it(
    'narrows his files, reads on the time line that one was returned, and finds who returned it',
    async () => {
      const { number } = await aReturnedFile();
      const auditor = await office().person({ language });
      await signIn(auditor, 'sudhir');
      const looker = await Looker.of(auditor);
      const { page, t } = auditor;
      await page.getByRole('heading', { level: 1, name: t('desk.searchTitle'), exact: true }).waitFor();
      await rowOf(auditor, number).waitFor();

      await page.keyboard.press('Shift+F');
      const dialog = page.getByRole('dialog', { name: say('audit.narrow'), exact: true });
      await dialog.getByRole('combobox', { name: say('audit.unit'), exact: true }).waitFor();
      const unit = await dialog
        .getByRole('combobox', { name: say('audit.unit'), exact: true })
        .locator('option', { hasText: language === 'hi' ? 'स्थापना' : 'Establishment' })
        .first()
        .getAttribute('value');
      await dialog.getByRole('combobox', { name: say('audit.unit'), exact: true }).selectOption(unit);
      await auditor.photograph(`audit-filters-${language}`);
      await looker.look('the filters');
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'hidden' });
      await page.waitForURL(`**/search?unitId=${unit ?? ''}`);
      await rowOf(auditor, number).waitFor();
      await auditor.photograph(`audited-files-${language}`);
      await looker.look('the files of his units');

      await openRow(auditor, number);
      await page.getByRole('navigation', { name: t('file.tabs'), exact: true }).waitFor();
      await goToTab(auditor, 'timeline');
      await page.getByText(say('timeline.mark.returned'), { exact: true }).waitFor();
      await page.getByRole('cell', { name: WHY, exact: true }).waitFor();
      const lines = page.getByRole('main').getByRole('row');
      const all = await lines.count();
      await auditor.photograph(`timeline-${language}`);
      await looker.look('the time line');
      await page.getByRole('button', { name: say('timeline.onlyMarked'), exact: true }).click();
      await page.getByText(t('event.file.created'), { exact: true }).waitFor({ state: 'detached' });
      expect(await lines.count()).toBeLessThan(all);
      await page.getByRole('cell', { name: WHY, exact: true }).waitFor();

      await page.goto('/audit/events');
      await page.getByRole('heading', { level: 1, name: t('page.auditEvents'), exact: true }).waitFor();
      await page
        .getByRole('textbox', { name: say('audit.person'), exact: true })
        .fill(personOf('sunita').name[language]);
      await page.getByRole('textbox', { name: say('audit.number'), exact: true }).fill(number);
      await page.keyboard.press('Enter');
      const found = page.getByRole('row').filter({ has: page.getByRole('cell', { name: WHY, exact: true }) });
      await found.waitFor();
      await auditor.photograph(`events-found-${language}`);
      await looker.look('the events');
      await found.getByRole('link', { name: number, exact: true }).click();
      await page.getByText(say('timeline.onlyMarked')).waitFor();
      await page.getByText(say('timeline.mark.returned'), { exact: true }).waitFor();

      await page.setViewportSize({ width: 390, height: 844 });
      await auditor.photograph(`timeline-narrow-${language}`);
      expect(auditor.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );
});
