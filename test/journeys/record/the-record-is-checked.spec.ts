import { fill, type MessageParams } from '@patravali/language';
import en from '../../../libs/office/messages/src/en/record-check.json';
import hi from '../../../libs/office/messages/src/hi/record-check.json';
import { asOwner } from '../../support/processes/office-owner';
import { Looker } from '../../support/page/axe';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { actsMenu } from '../../support/page/file';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('An auditor, in %s', (language) => {
  const say = (key: keyof typeof en, params: MessageParams = {}) =>
    fill((language === 'hi' ? hi : en)[key], params, language);

  /** What the check of a night has found. */
  const outcome = (wrong: object | null) =>
    asOwner(office().dataFolder, (database) =>
      database.query(
        `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
         SELECT gen_random_uuid(), id, 'organisation', id, 'organisation.record_checked', $1 FROM organisation`,
        [JSON.stringify({ events: 7, entries: 7, notes: 2, letters: 1, approvals: 1, wrong })],
      ),
    );

  it(
    'reads above his list of files that the whole record was checked, and what was found',
    async () => {
      const [file] = await desk.files('भवन मरम्मत प्रस्ताव');
      if (!file) throw new Error('no file');
      const auditor = await office().person({ language });
      await signIn(auditor, 'sudhir');
      const looker = await Looker.of(auditor);
      const { page, t } = auditor;
      const come = async () => {
        await page.goto('/search');
        await page.getByRole('heading', { level: 1, name: t('desk.searchTitle'), exact: true }).waitFor();
        await page.getByRole('main').getByRole('listitem').first().waitFor();
      };
      const [whole = ''] = say('recordCheck.whole', { at: '|', count: 7 }).split('|');
      await outcome(null);
      await come();
      await page.getByText(whole.trim()).waitFor();
      await looker.look('checked whole');
      await auditor.photograph(`record-checked-${language}`);

      await outcome({ fault: 'event_changed', of: { kind: 'file', id: file.id }, place: '3' });
      await come();
      const of = say('recordCheck.of.file', { number: file.number });
      await page.getByText(say('recordCheckFault.event_changed', { of, place: '3' })).waitFor();
      await page.getByText(say('recordCheck.wayOut'), { exact: true }).waitFor();
      await looker.look('checked, changed');
      await auditor.photograph(`record-changed-${language}`);
      await page.getByRole('link', { name: say('recordCheck.open'), exact: true }).press('Enter');
      await actsMenu(auditor).waitFor();
    },
    JOURNEY_MS,
  );
});
