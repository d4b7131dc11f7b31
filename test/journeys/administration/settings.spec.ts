import type { Locator } from 'playwright-core';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { Looker } from '../../support/page/axe';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const REASON = 'जिलाधिकारी का आदेश संख्या 32/2026';

const office = useJourneyOffice();

/** The dialog of the page, with its fields by what they are called. */
function dialogOf({ page }: Person) {
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    field: (name: string) => dialog.getByRole('textbox', { name, exact: true }),
    press: (name: string) => dialog.getByRole('button', { name, exact: true }).click(),
    gone: () => dialog.waitFor({ state: 'detached' }),
  };
}

/** A witness is named: at first with a host that nobody knows and a key that is none, which the page says; then it is taken back. */
async function setTheWitness(person: Person, row: Locator, language: string, looker: Looker): Promise<void> {
  const { t } = person;
  const { dialog, field, press, gone } = dialogOf(person);
  const title = t('connection.witness');
  await row.getByRole('button', { name: `${t('connections.setHere')}: ${title}`, exact: true }).click();
  await field(t('connectionField.url')).fill('http://no-such-host.invalid:3020');
  await field(t('connectionField.key')).fill('no key');
  await field(t('file.reason')).fill(REASON);
  await press(t('connections.keep'));
  await dialog.getByText(t('form.unfit')).first().waitFor();
  await field(t('connectionField.key')).fill(`away.example/witness+01234567+BA${'x'.repeat(42)}`);
  await press(t('connections.keep'));
  await dialog.getByRole('alert').filter({ hasText: 'no-such-host.invalid' }).waitFor();
  await person.photograph(`a-connection-${language}`);
  await looker.look('a connection');
  await field(t('connectionField.url')).fill('http://127.0.0.1:9');
  await person.sees(t('connections.kept'), async () => {
    await press(t('connections.keep'));
    await gone();
  });
  await row.getByText(t('connections.set'), { exact: true }).waitFor();
  await row.getByRole('button', { name: `${t('connections.test.witness')}: ${title}`, exact: true }).click();
  await row
    .getByRole('status')
    .getByText(t('connectionOutcome.witness-away', { detail: '127.0.0.1:9' }))
    .waitFor();
  await takeBack(person, row, 'witness');
}

/** How much one person uploads in a day: no number is refused by the page. */
async function setTheUploads(person: Person, row: Locator, language: string, looker: Looker): Promise<void> {
  const { t } = person;
  const { dialog, field, press, gone } = dialogOf(person);
  await row.getByText('500 · 2048 MiB').waitFor();
  const name = `${t('connections.setHere')}: ${t('connection.uploads')}`;
  await row.getByRole('button', { name, exact: true }).click();
  await field(t('connectionField.perDay')).fill('0');
  await field(t('connectionField.mebibytes')).fill('512');
  await field(t('file.reason')).fill(REASON);
  await press(t('connections.keep'));
  await dialog.getByText(t('form.notLess', { min: 1 })).waitFor();
  await person.photograph(`a-limit-of-uploads-${language}`);
  await looker.look('a limit of uploads');
  await field(t('connectionField.perDay')).fill('120');
  await person.sees(t('connections.kept'), async () => {
    await press(t('connections.keep'));
    await gone();
  });
  await row.getByText('120 · 512 MiB').waitFor();
  await takeBack(person, row, 'uploads');
  await row.getByText('500 · 2048 MiB').waitFor();
}

async function takeBack(
  person: Person,
  row: Locator,
  connection: 'witness' | 'signing-key' | 'uploads',
): Promise<void> {
  const { t } = person;
  const { field, press, gone } = dialogOf(person);
  const name = `${t('connections.clear')}: ${t(`connection.${connection}`)}`;
  await row.getByRole('button', { name, exact: true }).click();
  await field(t('file.reason')).fill(REASON);
  await person.sees(t('connections.cleared'), async () => {
    await press(t('connections.clear'));
    await gone();
  });
  await row.getByText(t('connections.notSet'), { exact: true }).waitFor();
}

describe.each(LANGUAGES)('What the administrator sets, in %s', (language) => {
  const open = async (
    { page, t }: Person,
    title: 'page.templates' | 'page.numbers' | 'page.connections' | 'page.letterhead' | 'page.accounts',
  ) => {
    await page.getByRole('link', { name: t(title), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: t(title), exact: true }).waitFor();
  };

  it(
    'keeps a template with numbers of its own, which go on from the register on paper, and retires it',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      const { dialog, field, press, gone } = dialogOf(person);
      const name = { hi: `चिकित्सा अवकाश की स्वीकृति (${language})`, en: `Sanction of medical leave (${language})` };
      await open(person, 'page.templates');
      await page.getByRole('button', { name: t('templates.add'), exact: true }).click();
      await field(t('templates.nameHi')).fill(name.hi);
      await field(t('templates.nameEn')).fill(name.en);
      await field(t('templates.code')).fill(`ML-${language}`);
      await field(t('templates.series')).fill(`{serial}/ML-${language}`);
      await field(t('draft.subject')).fill('{पत्रावली का विषय} के सम्बन्ध में');
      await field(t('draft.body')).fill('{कुछ और} की स्वीकृति प्रदान की जाती है।');
      await person.photograph(`a-template-${language}`);
      await looker.look('a template');
      await press(t('templates.save'));
      await dialog.getByText(t('form.unfit')).first().waitFor();
      await field(t('draft.body')).fill('{दिनांक} से स्वीकृति प्रदान की जाती है।');
      await field(t('templates.series')).fill(`{serial}/ML-${language}/{year}`);
      await press(t('templates.save'));
      await gone();
      await page.getByRole('rowheader', { name: name[language], exact: true }).waitFor();
      await person.photograph(`templates-${language}`);
      await looker.look('the templates');

      await open(person, 'page.numbers');
      await page.getByRole('button', { name: `${t('numbers.start')}: ${name[language]}`, exact: true }).click();
      await field(t('numbers.lastNumber')).fill('58');
      await field(t('numbers.reason')).fill(REASON);
      await press(t('numbers.save'));
      await page.getByText(new RegExp(`59/ML-${language}/`)).waitFor();
      await gone();
      await person.photograph(`a-series-that-goes-on-${language}`);
      await looker.look('the series of templates');

      await open(person, 'page.templates');
      await page.getByRole('button', { name: `${t('templates.retire')}: ${name[language]}`, exact: true }).click();
      await press(t('templates.retire'));
      await gone();
      const retired = page.getByRole('row').filter({ hasText: `ML-${language}` });
      await retired
        .getByRole('button', { name: `${t('templates.useAgain')}: ${name[language]}`, exact: true })
        .waitFor();
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'sees what the office is connected with, and tries it',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      await open(person, 'page.connections');
      const { field, press, gone } = dialogOf(person);
      const row = (name: 'mail' | 'backup' | 'esign' | 'witness' | 'signing-key' | 'uploads') =>
        page.getByRole('listitem').filter({ hasText: t(`connections.why.${name}`) });
      await row('esign').getByText(t('connections.notSet'), { exact: true }).waitFor();
      await row('mail')
        .getByRole('button', { name: `${t('connections.test.mail')}: ${t('connection.mail')}`, exact: true })
        .click();
      await row('mail').getByRole('status').filter({ hasText: /./ }).waitFor();
      await row('backup')
        .getByRole('button', { name: `${t('connections.test.backup')}: ${t('connection.backup')}`, exact: true })
        .click();
      await row('backup').getByRole('status').getByText(t('connectionOutcome.backup-none'), { exact: true }).waitFor();
      await person.photograph(`connections-${language}`);
      await looker.look('the connections');
      await setTheWitness(person, row('witness'), language, looker);
      await person.sees(t('connections.kept'), async () => {
        await row('signing-key')
          .getByRole('button', { name: t('connections.makeTrialKey'), exact: true })
          .click();
        await field(t('file.reason')).fill(REASON);
        await press(t('connections.makeTrialKey'));
        await gone();
      });
      await row('signing-key').getByText(t('connections.isTrialKey'), { exact: true }).waitFor();
      await person.photograph(`connections-set-${language}`);
      await looker.look('what the page has set');
      await takeBack(person, row('signing-key'), 'signing-key');
      await setTheUploads(person, row('uploads'), language, looker);
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'keeps one language: nothing is asked or shown in the other, until both are kept again',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      const { field } = dialogOf(person);
      const switches = page.getByRole('button', { name: `${t('page.hindi')} ${t('page.english')}` });
      const keep = async (kept: 'hi' | 'en' | 'bilingual') => {
        const choice = page.getByRole('combobox', { name: t('letterhead.keptLanguages'), exact: true });
        await choice.selectOption(kept);
        await person.sees(t('letterhead.kept'), () => page.keyboard.press('Control+Enter'));
      };
      await open(person, 'page.letterhead');
      await switches.waitFor();
      await keep(language);
      await switches.waitFor({ state: 'detached' });
      await person.photograph(`letterhead-of-one-language-${language}`);
      await looker.look('the letterhead of one language');
      await open(person, 'page.accounts');
      await page.getByRole('button', { name: t('establishment.newPerson'), exact: true }).click();
      await field(t('establishment.name')).waitFor();
      expect(
        await field(t('establishment.nameHi'))
          .or(field(t('establishment.nameEn')))
          .count(),
      ).toBe(0);
      await person.photograph(`a-person-in-one-language-${language}`);
      await page.keyboard.press('Escape');
      await open(person, 'page.letterhead');
      await keep('bilingual');
      await switches.waitFor();
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );
});
