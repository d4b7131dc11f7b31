import type { InboxFile, Page as PageOf } from '@patravali/contract';
import { aNote } from '../../support/http/clerks';
import { ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { tellStory } from '../../support/journeys/steps';
import { beDaysAgo, daysAgo } from '../../support/days/days-ago';
import { LANGUAGES } from '../../support/language/languages';
import { rowOf } from '../../support/page/desk';
import { aimAt, chooseAct, decisionOf, moveWithReason, writeNote } from '../../support/page/file';
import { noteOn, SUBJECTS } from '../../support/journeys/subjects';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const DAY_MS = 86_400_000;
const PHONE = { width: 390, height: 844 };
const TEN = SUBJECTS.slice(0, 10);
const [APPROVED, RETURNED, DISCUSSED] = [[0, 3, 6], 4, 8];
const WORDS = 'स्वीकृत। नियमानुसार भुगतान करायें।';
const REASON = 'वरिष्ठता सूची की प्रति संलग्न करें।';

describe.each(LANGUAGES)('An officer with a phone, at eight in the evening, in %s,', (language) => {
  const office = useJourneyOffice();
  const desk = new ClerksDesk(office);
  let files: NamedFile[] = [];
  let officer: Person;
  const fileAt = (n: number) => files[n] ?? { id: '', number: '', subject: '' };
  const bar = ({ page, t }: Person) => page.getByRole('region', { name: t('file.sendBar'), exact: true });
  /** Which of the ten lie on a desk. */
  const inboxOf = async (client: Client) => {
    const { items } = await client.ask<PageOf<InboxFile>>('listInbox', { query: { limit: '200' } });
    return items.filter(({ id }) => files.some((file) => file.id === id));
  };

  async function isOpen(person: Person, { subject }: NamedFile | ReturnType<typeof fileAt>): Promise<void> {
    await person.page.getByRole('heading', { level: 1, name: subject, exact: true }).waitFor();
    await person.page.getByRole('article').getByText(noteOn(subject)).waitFor();
    await bar(person).waitFor();
  }

  async function opens(n: number): Promise<void> {
    await officer.page.goto('/desk/inbox');
    await rowOf(officer, fileAt(n).number).click();
    await isOpen(officer, fileAt(n));
  }

  /** Signs and sends with a press. */
  async function sends(n: number): Promise<void> {
    const { t, page } = officer;
    await officer.sees(t('file.sentTo', { number: fileAt(n).number, post: 'HA(EST)' }), () =>
      bar(officer)
        .getByRole('button', { name: new RegExp(`^${t('file.sendSignature')}`) })
        .click(),
    );
    await page.waitForURL(/\/desk\//);
  }

  async function tenAreSentUp(): Promise<void> {
    const evening = Date.parse(`${daysAgo(1)}T20:00:00+05:30`);
    await beDaysAgo(office(), (Date.now() - evening) / DAY_MS);
    const clerk = await desk.clerk();
    const toPostId = await desk.postNamed('AO(EST)');
    files = await desk.files(...TEN);
    for (const { id: fileId, subject } of files.toReversed()) {
      const body = { toPostId, note: aNote(noteOn(subject)), confirmNote: true };
      await clerk.ask('forwardFile', { params: { fileId }, body });
    }
  }

  /** From the first on one press leads to the next. */
  async function readsTen(): Promise<void> {
    officer = await office().person({ language });
    const { page, t } = officer;
    await page.setViewportSize(PHONE);
    await signIn(officer, 'sunita', 'AO(EST)');
    await opens(0);
    await officer.photograph(`phone-file-${language}`);
    for (const file of files.slice(1)) {
      await page.getByRole('button', { name: t('file.next'), exact: true }).click();
      await isOpen(officer, file);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    }
  }

  async function approvesThree(): Promise<void> {
    for (const n of APPROVED) {
      await opens(n);
      await aimAt(officer, 'HA(EST)');
      await writeNote(officer, WORDS);
      const approve = decisionOf(officer).getByRole('button', { name: officer.t('decision.approved') });
      await approve.click();
      await approve.and(officer.page.locator('[aria-pressed="true"]')).waitFor();
      await officer.photograph(`phone-approved-${language}`);
      await sends(n);
    }
  }

  async function returnsOne(): Promise<void> {
    await opens(RETURNED);
    const sentence = officer.t('file.returnedTo', { number: fileAt(RETURNED).number, post: 'HA(EST)' });
    await officer.sees(sentence, () => moveWithReason(officer, 'return', REASON));
  }

  async function asksToDiscuss(): Promise<void> {
    await opens(DISCUSSED);
    await chooseAct(officer, officer.t('acts.discuss'));
    await officer.page.getByText(officer.t('phrase.discuss'), { exact: true }).waitFor();
    await officer.photograph(`phone-discuss-${language}`);
    await sends(DISCUSSED);
  }

  async function theDesksShowIt(): Promise<void> {
    await beDaysAgo(office(), 0);
    const gone = [...APPROVED, RETURNED, DISCUSSED];
    const clerk = await office().person({ language });
    const { page, t } = clerk;
    await signIn(clerk, 'vinod');
    await page.goto('/desk/inbox');
    await rowOf(clerk, fileAt(DISCUSSED).number).waitFor();
    for (const [n, { number }] of files.entries()) {
      const row = rowOf(clerk, number);
      const said = (words: string) => row.getByText(words, { exact: true }).count();
      expect([number, await row.count()]).toEqual([number, gone.includes(n) ? 1 : 0]);
      expect([number, await said(t('decision.approved'))]).toEqual([number, APPROVED.includes(n) ? 1 : 0]);
      expect([number, await row.getByText(t('desk.returned')).count()]).toEqual([number, n === RETURNED ? 1 : 0]);
      const asked = await row.getByText(t('action.to_discuss')).count();
      expect([number, asked]).toEqual([number, n === DISCUSSED ? 1 : 0]);
    }
    await clerk.photograph(`phone-next-morning-${language}`);
    const numbers = (items: readonly { number: string }[]) => items.map(({ number }) => number).sort();
    const below = await inboxOf(await Client.signIn(() => office().url, 'vinod'));
    expect(numbers(below)).toEqual(numbers(gone.map(fileAt)));
    const above = await inboxOf(await Client.signIn(() => office().url, 'sunita', 'AO(EST)'));
    expect(numbers(above)).toEqual(numbers(files.filter((_, n) => !gone.includes(n))));
    expect(above.filter(({ unread }) => unread)).toEqual([]);
    await page.goto(`/files/${fileAt(APPROVED[0] ?? 0).id}`);
    const note = page.getByRole('article', { name: t('note.number', { number: 2 }), exact: true });
    await note.getByText(WORDS).waitFor();
    expect([...officer.troubles, ...clerk.troubles]).toEqual([]);
  }

  it(
    'reads ten files, approves three with words, returns one, asks to discuss one; next morning the desks show that',
    async () => {
      await tellStory([
        { name: 'the assistant has sent up ten', work: tenAreSentUp },
        { name: 'the officer reads them', work: readsTen },
        { name: 'approves three', work: approvesThree },
        { name: 'returns one', work: returnsOne },
        { name: 'asks to discuss one', work: asksToDiscuss },
        { name: 'the next morning', work: theDesksShowIt },
      ]);
    },
    JOURNEY_MS,
  );
});
