import type { CalendarYear } from '@patravali/contract';
import { Looker } from '../../support/page/axe';
import { ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { consultationWords, leaveWords } from '../../support/language/words';
import { inDays, theDayIs } from '../../support/days/days';
import { counted, pickPost } from '../../support/page/desk';
import { actsMenu, goToTab } from '../../support/page/file';
import { type Person, personOf, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const QUESTION = 'क्या छात्रावास मरम्मत हेतु चालू वर्ष में बजट उपलब्ध है?';
const OPINION = 'अनुदान संख्या ८३ में धनराशि उपलब्ध है। व्यय दो किस्तों में प्रस्तावित है।';
const UNIT = 'समाज कल्याण';
const PHONE = { width: 390, height: 844 };

const office = useJourneyOffice();
const desk = new ClerksDesk(office);
const say = consultationWords('hi');
const leave = leaveWords('hi');

/** The next days on which the office works, from tomorrow on. */
async function workingDays(count: number): Promise<string[]> {
  const clerk = await desk.clerk();
  const days: string[] = [];
  for (let ahead = 1; days.length < count; ahead++) {
    const day = inDays(ahead);
    const { closed } = await clerk.ask<CalendarYear>('getCalendar', { query: { year: day.slice(0, 4) } });
    if (!closed.includes(day)) days.push(day);
  }
  return days;
}

async function comes(username: string, marking?: string): Promise<Person> {
  const person = await office().person({ language: 'hi' });
  await signIn(person, username, marking);
  return person;
}

describe('A consultation of three posts', () => {
  it(
    'is answered by one, returned by another and late with the third, while the file stays on its desk',
    async () => {
      const [file] = await desk.files('छात्रावास की मरम्मत');
      if (!file) throw new Error('no file was made');
      await desk.sendBackAndForth(file, 1);
      const [soon = '', , later = '', , muchLater = ''] = await workingDays(5);
      const officer = await comes('sunita', 'AO(EST)');
      const looker = await Looker.of(officer);
      await asks(officer, looker, file, { soon, later });
      await givesAnOpinion(file);
      await isNotTheirs(file);
      await theDayIs(office(), muchLater);
      await waitsForTheLast(officer, looker, file);
      await theLastOneComes(file);
      await readsTheSheet(officer, looker, file);
      expect([...officer.troubles, ...looker.found]).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** By the key: one day for all, and an earlier one for the last. */
async function asks(
  person: Person,
  looker: Looker,
  { id, number }: NamedFile,
  { soon, later }: { soon: string; later: string },
): Promise<void> {
  const { page, t } = person;
  await page.goto(`/files/${id}`);
  await actsMenu(person).waitFor();
  await page.keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: t('fileMove.consult'), exact: true });
  await dialog.getByRole('textbox', { name: say('question') }).fill(QUESTION);
  await dialog.getByRole('textbox', { name: say('dueOn'), exact: true }).fill(later);
  // A unit by its name, which is asked through its head.
  await dialog.getByRole('textbox', { name: say('posts'), exact: true }).fill(UNIT);
  await page.locator('[data-combobox-selected]').getByText(`${UNIT} → DD(SW)`, { exact: true }).waitFor();
  await person.photograph('consult-unit-hi');
  await page.keyboard.press('Enter');
  for (const marking of ['ACCT', 'JD(PROS)']) await pickPost(person, say('posts'), marking);
  await dialog.getByRole('textbox', { name: say('dueOf', { post: 'JD(PROS)' }), exact: true }).fill(soon);
  await looker.look('consult');
  await looker.lookInTheDark('consult');
  await person.sees(say('asked', { number, count: 3 }), () => page.keyboard.press('Control+Enter'));
  await page
    .getByText(t('desk.opinions', { count: 3 }))
    .first()
    .waitFor();
  await looker.look('opinions awaited');
}

async function opensTheQuestion(person: Person, { number }: NamedFile): Promise<void> {
  const { page, t } = person;
  await page
    .getByRole('main')
    .getByRole('link', { name: counted(t('desk.questions')) })
    .click();
  await page.getByRole('heading', { level: 1, name: t('question.title'), exact: true }).waitFor();
  await page.getByText(number, { exact: true }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/consultations/*');
  await page.getByRole('textbox', { name: say('opinion'), exact: true }).waitFor();
}

/** By the key that leads to the place to write in. */
async function writes({ page }: Person, opinion: string): Promise<void> {
  await page.getByRole('textbox').last().waitFor();
  await page.keyboard.press('n');
  await page.getByRole('textbox').and(page.locator(':focus')).waitFor();
  await page.keyboard.insertText(opinion);
}

/** Kavita reads the copy and the question, is not let into the file, and writes by keyboard alone. */
async function givesAnOpinion(file: NamedFile): Promise<void> {
  const kavita = await comes('kavita');
  const { page } = kavita;
  const looker = await Looker.of(kavita);
  await opensTheQuestion(kavita, file);
  // The copy appears by itself once it has been made.
  await page.getByRole('document', { name: say('snapshot', { number: file.number }), exact: true }).waitFor();
  const address = page.url();
  await writes(kavita, OPINION);
  await page.getByText(say('asUnit', { place: UNIT }), { exact: true }).waitFor();
  await looker.look('question');
  await looker.lookInTheDark('question');
  await page.reload();
  await page.getByText(OPINION).waitFor();
  await page.setViewportSize(PHONE);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  await kavita.photograph('question-phone');
  await page.setViewportSize({ width: 1366, height: 768 });
  await kavita.sees(say('given', { number: file.number, note: 2 }), () => page.keyboard.press('Control+Enter'));
  await page.getByText(say('none')).waitFor();
  // With the answer the right to read has ended.
  await page.goto(address);
  await page.getByRole('alert').or(page.getByRole('heading')).first().waitFor();
  expect(await page.getByText(QUESTION).count()).toBe(0);
  expect([...kavita.troubles, ...looker.found]).toEqual([]);
}

async function isNotTheirs(file: NamedFile): Promise<void> {
  const meena = await comes('meena');
  const { page, t } = meena;
  await opensTheQuestion(meena, file);
  await page.getByRole('button', { name: say('notOurs'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('notOurs'), exact: true });
  await dialog.getByRole('textbox', { name: t('file.reason') }).fill('विषय निर्माण शाखा का है');
  await meena.photograph('not-ours');
  await meena.sees(say('returned', { number: file.number }), () => page.keyboard.press('Control+Enter'));
  expect(meena.troubles).toEqual([]);
}

/** The officer sees who is late, in working days, and parks the file until the last answer. */
async function waitsForTheLast(person: Person, looker: Looker, file: NamedFile): Promise<void> {
  const { page, t } = person;
  await page.goto(`/files/${file.id}`);
  const awaited = page.getByRole('region', { name: say('awaited'), exact: true });
  await awaited.getByText('JD(PROS)', { exact: true }).waitFor();
  await awaited.getByText(say('lateBy', { days: 4 })).waitFor();
  await looker.look('one is late');
  await page.keyboard.press('w');
  const dialog = page.getByRole('dialog', { name: t('fileMove.park'), exact: true });
  await dialog.getByRole('checkbox', { name: t('aside.untilOpinion'), exact: true }).check();
  await person.photograph('park-until-the-opinion');
  await dialog.getByRole('button', { name: t('fileMove.park'), exact: true }).click();
  await page.getByRole('button', { name: t('fileMove.take_up') }).waitFor();
  await page.getByText(t('aside.untilOpinion')).first().waitFor();
}

/** He is on leave: he reads what is asked of his post, and gives no opinion before he has ended that. */
async function theLastOneComes(file: NamedFile): Promise<void> {
  const alok = await comes('alok');
  const { page } = alok;
  const looker = await Looker.of(alok);
  await page.getByText(leave('leave.open', { name: personOf('mahesh').name.hi }), { exact: true }).waitFor();
  await looker.look('on leave');
  await alok.photograph('on-leave');
  await page.getByRole('button', { name: leave('leave.end'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: leave('leave.end'), exact: true });
  await alok.sees(leave('leave.ended'), () =>
    dialog.getByRole('button', { name: leave('leave.end'), exact: true }).click(),
  );
  await page.getByRole('button', { name: leave('leave.end'), exact: true }).waitFor({ state: 'detached' });
  await opensTheQuestion(alok, file);
  await writes(alok, 'विधिक आपत्ति नहीं है।');
  await alok.sees(say('given', { number: file.number, note: 3 }), () => alok.page.keyboard.press('Control+Enter'));
  expect([...alok.troubles, ...looker.found]).toEqual([]);
}

/** Both opinions stand on the sheet with the posts that gave them, and the file is back. */
async function readsTheSheet(person: Person, looker: Looker, file: NamedFile): Promise<void> {
  const { page, t } = person;
  await page.goto(`/files/${file.id}`);
  await page.getByText(t('desk.back.consultation_answered'), { exact: true }).waitFor();
  await page.getByText(OPINION).waitFor();
  expect(await page.getByText(t('noteKind.opinion'), { exact: true }).count()).toBe(2);
  await page
    .getByText(new RegExp(personOf('kavita').name.hi))
    .first()
    .waitFor();
  await looker.look('opinions on the sheet');
  await goToTab(person, 'movements');
  const asked = page.getByRole('region', { name: t('question.title'), exact: true });
  await asked.getByText(`${UNIT} → `).waitFor();
  await asked.getByText('विषय निर्माण शाखा का है').waitFor();
  const picture = page.getByRole('figure');
  expect(await picture.getByText(t('journey.way.asked'), { exact: true }).count()).toBe(4);
  await looker.look('journey with opinions');
  await asked.scrollIntoViewIfNeeded();
  await looker.look('consultations of a file');
}
