import { diaryNumberIn, type Page } from '@patravali/contract';
import type { Page as BrowserPage } from 'playwright-core';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { noticeWordsOf } from '../../support/language/words';
import { goTo, rowOf } from '../../support/page/desk';
import { signIn } from '../../support/page/person';
import { WORDS } from '../../support/office/words';

const JOURNEY_MS = 600_000;
const HANDS_REST_MS = 5_000;

describe('What arrives', () => {
  const office = useJourneyOffice();

  it.each(LANGUAGES)(
    'shows itself without reload, is counted in the title, and moves nothing under a moving hand: %s',
    async (language) => {
      const officer = await office().person({ language });
      const { page, t } = officer;
      await page.clock.install();
      const handsRest = () => page.clock.fastForward(HANDS_REST_MS + 500);
      await signIn(officer, 'sunita', 'AO(EST)');
      await goTo(officer, 'inbox');
      const clerk = await Client.signIn(() => office().url, 'vinod');
      const titleCount = async () => Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0);
      await untilTitle(page, '(');
      const before = await titleCount();
      await page.mouse.move(500, 300);
      await handsRest();

      const first = await send(clerk);
      await rowOf(officer, first).waitFor();
      await untilTitle(page, `(${String(before + 1)})`);
      await officer.photograph(`arrivals-${language}-shown`);

      // From now on somebody moves the mouse over the rows.
      const rest = new AbortController();
      const hand = (async () => {
        for (let x = 0; !rest.signal.aborted; x = (x + 7) % 200) {
          await page.mouse.move(400 + x, 300);
          await page.waitForTimeout(200);
        }
      })();
      const shown = page.getByRole('main').getByRole('listitem');
      const top = await shown.first().innerText();
      const second = await send(clerk);
      const held = page.getByRole('button', { name: t('desk.held', { count: 1 }) });
      await held.waitFor();
      expect(await shown.first().innerText()).toBe(top);
      expect(await rowOf(officer, second).count()).toBe(0);
      await officer.photograph(`arrivals-${language}-held`);
      await page.keyboard.press('.');
      await rowOf(officer, second).waitFor();
      await held.waitFor({ state: 'detached' });

      const third = await send(clerk);
      await held.waitFor();
      rest.abort();
      await hand;
      await handsRest();
      await rowOf(officer, third).waitFor();
      expect(await page.getByText(t('desk.arrived', { count: 1 })).count()).toBe(1);
      expect(officer.troubles).toEqual([]);
      await officer.context.close();
    },
    JOURNEY_MS,
  );

  it.each(LANGUAGES)(
    'is told at the bell, which is counted, opened, read and silenced: %s',
    async (language) => {
      const officer = await office().person({ language });
      await signIn(officer, 'sunita', 'AO(EST)');
      const { page, t } = officer;
      const words = noticeWordsOf(language);
      const bell = (count = '') =>
        page.getByRole('banner').getByRole('link', { name: `${t('notice.bell')}${count}`, exact: true });
      const goToNotices = async () => {
        await page.getByRole('banner').locator('a[href="/notices"]').click();
        await page.getByRole('heading', { level: 1, name: t('notice.bell'), exact: true }).waitFor();
      };
      await goToNotices();
      const markAll = page.getByRole('button', { name: words.markAll, exact: true });
      if (await markAll.isEnabled()) await markAll.click();
      await bell().waitFor();

      const clerk = await Client.signIn(() => office().url, 'vinod');
      const number = await send(clerk);
      await bell(' 1').waitFor();
      const row = page.getByRole('main').getByRole('button').filter({ hasText: number });
      await row.getByText(words['kind.file_came'], { exact: true }).waitFor();
      await row.getByText('HA(EST)', { exact: true }).waitFor();
      await row.getByText(t('action.put_up')).waitFor();
      await officer.photograph(`notices-${language}-list`);
      await row.click();
      await page.waitForURL('**/files/*');
      await bell().waitFor();

      await goToNotices();
      await page.getByRole('link', { name: words.settings, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: words.settings, exact: true }).waitFor();
      const switchOf = (name: string) =>
        page.getByRole('checkbox', { name: `${name}: ${words['channel.bell']}`, exact: true });
      const openArrivals = () => page.getByRole('button', { name: words['group.arrivals'], exact: true }).click();
      const filesThatCame = switchOf(words['kind.file_came']);
      // Of five groups and all of them, each in four ways.
      await switchOf(words.all).waitFor();
      expect([await page.getByRole('checkbox').count(), await filesThatCame.count()]).toEqual([24, 0]);
      await openArrivals();
      await filesThatCame.click();
      await filesThatCame.and(page.locator(':not(:checked)')).waitFor();
      await switchOf(words['group.arrivals']).and(page.locator('[data-indeterminate]')).waitFor();
      await officer.photograph(`notices-${language}-settings`);
      await goTo(officer, 'inbox');
      const silent = await send(clerk);
      await rowOf(officer, silent).waitFor();
      // What comes after it and is told, is told alone.
      const receipt = await new ClerksDesk(office).diarised('ऋण वसूली', {
        forward: { toPostId: await officersPost(clerk) },
      });
      await bell(' 1').waitFor();
      await goToNotices();
      const told = page.getByRole('main').getByRole('button');
      await told.filter({ hasText: diaryNumberIn(receipt, language) }).waitFor();
      expect(await told.filter({ hasText: silent }).count()).toBe(0);
      await page.goto('/notices/settings');
      await openArrivals();
      await filesThatCame.click();
      await switchOf(words.all).and(page.locator(':checked')).waitFor();
      expect(officer.troubles).toEqual([]);
      await officer.context.close();
    },
    JOURNEY_MS,
  );

  /** A new file goes from the clerk to the officer. @returns its number. */
  async function send(clerk: Client): Promise<string> {
    const [head] = (await clerk.ask<Page<{ id: string }>>('listNumberHeads')).items;
    const made = await clerk.ask<{ id: string; number: string }>('createFile', {
      body: { headId: head?.id, subject: 'विद्यालय भवन की मरम्मत' },
    });
    await clerk.ask('forwardFile', {
      params: { fileId: made.id },
      body: { toPostId: await officersPost(clerk), ...WORDS },
    });
    return made.number;
  }

  async function officersPost(clerk: Client): Promise<string> {
    const { items } = await clerk.ask<Page<{ id: string; marking: string }>>('listPosts', { query: { limit: '200' } });
    return items.find(({ marking }) => marking === 'AO(EST)')?.id ?? '';
  }
});

/** Until the title of the tab begins so. The page forbids to make code of texts, so it is asked from outside. */
async function untilTitle(page: BrowserPage, beginning: string): Promise<void> {
  while (!(await page.title()).startsWith(beginning)) await page.waitForTimeout(50);
}
