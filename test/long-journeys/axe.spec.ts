import type { DraftRow, FileRow, IssueRow, Page as PageOf, ReceiptRow } from '@patravali/contract';
import { randomUUID } from 'node:crypto';
import { FILE_TABS } from '../../apps/web/src/file-page/head/tabs';
import { Looker } from '../support/page/axe';
import { Client } from '../support/journeys/client';
import { LANGUAGES } from '../support/language/languages';
import { useJourneyOffice } from '../support/journeys/office';
import { OPENINGS, preparedForOpenings } from '../support/journeys/openings';
import { buttonAbout, personOf, signIn } from '../support/page/person';

const JOURNEY_MS = 900_000;
const BOXES = ['inbox', 'receipts', 'drafts', 'sent', 'created', 'closed', 'to-sign', 'to-dispatch', 'stuck'];
const PHONE = { width: 390, height: 844 };

describe.each(LANGUAGES)('Everybody can use, in %s,', (language) => {
  const office = useJourneyOffice();

  it(
    'every screen, light and dark, and some on a phone',
    async () => {
      const person = await office().person({ language });
      const { page, t } = person;
      const looker = await Looker.of(person, true);
      const look = async (screen: string) => {
        await looker.look(screen);
        if (language === LANGUAGES[0]) await looker.lookInTheDark(screen);
      };
      await page.getByText(t('session.demoTitle')).waitFor();
      await look('sign-in');
      await buttonAbout(person, personOf('sunita').name[language]).click();
      await page.getByText(t('session.choosePost')).waitFor();
      await look('choose-post');
      await buttonAbout(person, 'AO(EST)').click();
      await page.getByRole('navigation', { name: t('desk.navigation'), exact: true }).waitFor();
      const places = await addresses(office().url);
      for (const address of places) {
        await page.goto(address);
        await page.getByRole('main').waitFor();
        await look(address.replaceAll(/[0-9a-f-]{36}/g, ''));
      }
      // Of an address that the page does not know the server itself tells.
      await page.goto('/nowhere');
      await page.getByRole('main').waitFor();
      await looker.look('not-found-of-the-server');
      await page.setViewportSize(PHONE);
      for (const address of places.filter((_, index) => index % 4 === 0)) {
        await page.goto(address);
        await page.getByRole('main').waitFor();
        await looker.look(`phone ${address.replaceAll(/[0-9a-f-]{36}/g, '')}`);
      }
      expect(looker.found).toEqual([]);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'every menu and every dialog, in which no two buttons bear one name',
    async () => {
      const prepared = await preparedForOpenings(office);
      const found: string[] = [];
      for (const [username, marking] of [
        ['sunita', 'AO(EST)'],
        ['lata', undefined],
        ['vinod', undefined],
      ] as const) {
        const person = await office().person({ language });
        await signIn(person, username, marking);
        const looker = await Looker.of(person, true);
        for (const { name, at, open, shows } of OPENINGS.filter((opening) => opening.by === username)) {
          await person.page.goto(at(prepared));
          await person.page.getByRole('main').waitFor();
          await open(person);
          await person.page.getByRole(shows).last().waitFor();
          await looker.look(name);
          if (language === LANGUAGES[0]) await looker.lookInTheDark(name);
        }
        found.push(...looker.found);
        expect(person.troubles).toEqual([]);
      }
      expect(found).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** Every place of the office that a section officer comes to, each with something in it. */
async function addresses(url: string): Promise<string[]> {
  const officer = await Client.signIn(() => url, 'sunita', 'AO(EST)');
  const first = async <Row>(operation: Parameters<Client['ask']>[0]) => {
    const { items } = await officer.ask<PageOf<Row>>(operation);
    if (!items[0]) throw new Error(`${operation} answers nothing`);
    return items;
  };
  const [issue] = await first<IssueRow>('listIssues');
  const [receipt] = await first<ReceiptRow>('listDiary');
  const text = { hi: 'कृपया नियमानुसार कार्यवाही करें।', en: 'Please act by the rules.' };
  await officer.ask('saveQuickPhrase', { body: { of: 'person', text } });
  const [draft] = await first<DraftRow>('listDrafts');
  const files = await first<FileRow>('listInbox');
  const file = `/files/${files.find(({ id }) => id === issue?.file?.id)?.id ?? ''}`;
  const nobodys = randomUUID();
  return [
    ...BOXES.map((box) => `/desk/${box}`),
    '/desk/discussions',
    ...FILE_TABS.map((tab) => `${file}?tab=${tab}`),
    `${file}/drafts/new`,
    `/drafts/${draft?.id ?? ''}`,
    `/issues/${issue?.id ?? ''}`,
    '/files/new',
    '/receipts/new',
    `/receipts/${receipt?.id ?? ''}`,
    '/registers/diary',
    '/registers/dispatch',
    '/registers/drafts',
    '/password',
    '/sessions',
    '/signing-keys',
    '/help',
    '/notices',
    '/notices/settings',
    '/pdfs',
    '/phrases',
    '/search?q=A-2',
    '/people',
    '/signing-rule',
    '/certificates',
    '/case-categories',
    `/files/${nobodys}`,
    `/issues/${nobodys}`,
    `/drafts/${nobodys}`,
  ];
}
