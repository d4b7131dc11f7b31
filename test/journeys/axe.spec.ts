import { readFileSync } from 'node:fs';
import type { DraftRow, FileRow, IssueRow, Page as PageOf, ReceiptRow } from '@patravali/contract';
import type { Page } from 'playwright-core';
import { Client } from '../support/journey-client';
import { useJourneyOffice } from '../support/journey-office';
import { buttonAbout, personOf } from '../support/page-person';
import { FILE_TABS } from '../../apps/web/src/files/page/tabs';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const BOXES = ['inbox', 'receipts', 'drafts', 'sent', 'created', 'closed', 'to-dispatch'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe('Every screen', () => {
  const office = useJourneyOffice();

  it.each(['hi', 'en'] as const)(
    'can be used by everybody, light and dark, in %s',
    async (language) => {
      const person = await office().person({ language });
      const { page, t } = person;
      await page.addInitScript({ content: AXE });
      await page.reload();
      const found: string[] = [];
      const look = async (screen: string) => {
        await untilAtRest(page);
        found.push(...(await violations(page, RULES)).map((each) => `${screen}, light: ${each}`));
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
        await untilAtRest(page);
        found.push(...(await violations(page, ['color-contrast'])).map((each) => `${screen}, dark: ${each}`));
        await person.photograph(`${screen.replaceAll(/[/?=]/g, '_')}-${language}-dark`);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.locator('html[data-mantine-color-scheme="light"]').waitFor();
        await person.photograph(`${screen.replaceAll(/[/?=]/g, '_')}-${language}`);
      };

      await page.getByText(t('session.demoTitle')).waitFor();
      await look('sign-in');
      await buttonAbout(person, personOf('sunita').name[language]).click();
      await page.getByText(t('session.choosePost')).waitFor();
      await look('choose-post');
      await buttonAbout(person, 'AO(EST)').click();
      await page.getByRole('navigation', { name: t('desk.navigation'), exact: true }).waitFor();
      for (const address of await addresses(office().url)) {
        await page.goto(address);
        await page.getByRole('main').waitFor();
        await look(address.replaceAll(/[0-9a-f-]{36}/g, ''));
      }
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await look('palette');
      expect(found).toEqual([]);
      expect(person.troubles).toEqual([]);
    },
    900_000,
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
  const [draft] = await first<DraftRow>('listDrafts');
  const files = await first<FileRow>('listInbox');
  const file = `/files/${files.find(({ id }) => id === issue?.file?.id)?.id ?? ''}`;
  return [
    ...BOXES.map((box) => `/desk/${box}`),
    ...FILE_TABS.map((tab) => `${file}?tab=${tab}`),
    ...[`${file}/drafts/new`, `/drafts/${draft?.id ?? ''}`, `/issues/${issue?.id ?? ''}`],
    ...['/files/new', '/receipts/new', `/receipts/${receipt?.id ?? ''}`],
    ...['/registers/diary', '/registers/dispatch', '/nowhere', '/password', '/search?q=A-2'],
  ];
}

/** Nothing is still being fetched, fading in or changing its colour. */
async function untilAtRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => null)');
}

async function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  const type = rules.includes('color-contrast') ? 'rule' : 'tag';
  const options = JSON.stringify({ runOnly: { type, values: rules }, resultTypes: ['violations'] });
  const found = await page.evaluate<Violation[]>(`axe.run(${options}).then(({ violations }) => violations)`);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`));
}
