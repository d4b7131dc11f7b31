import { dayInIndia } from '@patravali/language';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { leaveWords } from '../../support/language/words';
import { Dialog } from '../../support/page-acts/administration';
import { Looker } from '../../support/page/axe';
import { buttonAbout, type Person, personOf, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const DAY_MS = 86_400_000;
const ORDER = '612/निर्वाचन-2026, 2 दिसम्बर 2026';
const CONTRACT = '77/आउटसोर्सिंग-2026, 1 दिसम्बर 2026';
const DUTY = { hi: 'चुनाव ड्यूटी', en: 'Election duty' };
const OPERATOR = { hi: 'सचिन पटेल', en: 'Sachin Patel' };
const later = (days: number) => dayInIndia(new Date(Date.now() + days * DAY_MS));

describe.each(LANGUAGES)('The administrator, in %s', (language) => {
  const office = useJourneyOffice();
  const say = leaveWords(language);
  const nameOf = (username: string) => personOf(username).name[language];
  const press = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true }).click();
  const rowsWith = ({ page }: Person, words: string) => page.getByRole('row').filter({ hasText: words });
  const opens = async ({ page, t }: Person, path: string, title: 'people.title' | 'page.accounts') => {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: t(title), exact: true }).waitFor();
  };
  const finds = ({ page, t }: Person, words: string) =>
    page.getByRole('textbox', { name: t('establishment.findPost'), exact: true }).fill(words);

  /** A clerk and the officer who would keep his desk: that is said by name, and another keeps it. */
  const sendsTwo = async (person: Person, looker: Looker) => {
    const { page, t } = person;
    const dialog = new Dialog(person);
    await opens(person, '/people', 'people.title');
    await press(person, t('establishment.sendOnDuty'));
    await dialog
      .field(t('establishment.duty'))
      .or(dialog.choice(t('establishment.duty')))
      .fill(DUTY[language]);
    await dialog.field(t('people.order')).fill(ORDER);
    await dialog.field(t('people.until')).fill(later(3));
    for (const marking of ['SA(SW)', 'DD(SW)']) await dialog.find(t('establishment.whoGoes'), marking);
    await page.keyboard.press('Control+Enter');
    const goesToo = dialog.place.getByText(language === 'hi' ? /स्वयं इसी आदेश से/ : /goes by the same order/);
    await goesToo.waitFor();
    await person.photograph(`cannot-be-sent-${language}`);
    await looker.look('cannot be sent');
    const clerk = `${nameOf('dinesh')} · SA(SW)`;
    await dialog.find(t('establishment.keeperOf', { name: clerk }), 'AO(EST)');
    await goesToo.waitFor({ state: 'detached' });
    await person.photograph(`sends-on-duty-${language}`);
    await person.sees(t('establishment.sentOnDuty', { count: 2 }), () => dialog.send());
    await finds(person, 'DD(SW)');
    await rowsWith(person, DUTY[language]).first().waitFor();
    await person.photograph(`on-duty-${language}`);
    await looker.look('posts with duty');
  };

  /** Who was sent reads there, and is back before the time. */
  const isBack = async () => {
    const kavita = await office().person({ language });
    await signIn(kavita, 'kavita');
    const { page } = kavita;
    await page.getByText(new RegExp(DUTY[language])).first().waitFor();
    await kavita.photograph(`who-is-on-duty-${language}`);
    await press(kavita, say('leave.comeBack'));
    const dialog = page.getByRole('dialog');
    await kavita.sees(say('leave.back'), () => dialog.getByRole('button', { name: say('leave.comeBack') }).click());
    expect(kavita.troubles).toEqual([]);
  };

  /** An officer works elsewhere until further orders; relieved of that, he is back. */
  const attaches = async (person: Person, looker: Looker) => {
    const { page, t } = person;
    const dialog = new Dialog(person);
    await finds(person, 'JDC');
    await press(person, `${t('establishment.attach')}: ${nameOf('rehana')}, JDC`);
    await dialog.find(t('establishment.attachTo'), 'ADDL-COMM(JUD)');
    await dialog.field(t('people.order')).fill(ORDER);
    await person.photograph(`attaches-${language}`);
    await looker.look('attaches');
    await person.sees(t('establishment.attached'), () => dialog.send());
    const rehana = await office().person({ language });
    await signIn(rehana, 'rehana', 'JDC');
    await rehana.page.getByText(say('leave.attachedOpen').split(':')[0] ?? '').waitFor();
    await rehana.photograph(`who-is-attached-${language}`);
    expect(rehana.troubles).toEqual([]);
    await finds(person, 'ADDL-COMM(JUD)');
    await rowsWith(person, t('startCause.attached')).first().waitFor();
    await press(person, `${t('establishment.relieve')}: ${nameOf('rehana')}, ADDL-COMM(JUD)`);
    await dialog.place.getByRole('checkbox', { name: t('establishment.atOnce') }).check();
    await dialog.field(t('people.order')).fill(ORDER);
    await person.sees(t('establishment.relieved'), () => dialog.send());
    await rehana.page.reload();
    await rehana.page.getByText(say('leave.attachedOpen').split(':')[0] ?? '').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  };

  const entersAnOperator = async (person: Person, looker: Looker) => {
    const { page, t } = person;
    const dialog = new Dialog(person);
    await opens(person, '/accounts', 'page.accounts');
    await press(person, t('establishment.newPerson'));
    await dialog.field(t('establishment.nameHi')).fill(OPERATOR.hi);
    await dialog.field(t('establishment.nameEn')).fill(OPERATOR.en);
    await dialog.field(t('establishment.username')).fill(`sachin-${language}`);
    await dialog.field(t('establishment.reason')).fill(CONTRACT);
    await dialog.send();
    await opens(person, '/people', 'people.title');
    await finds(person, 'SA(EST)');
    await rowsWith(person, 'SA(EST)').first().waitFor();
    await press(person, `${t('establishment.takeCharge')}: SA(EST)`);
    await dialog.find(t('people.person'), OPERATOR[language]);
    await dialog.choice(t('people.capacity')).selectOption('operator');
    await dialog.field(t('people.order')).fill(CONTRACT);
    await page.keyboard.press('Control+Enter');
    await dialog.place.getByText(t('form.needed')).waitFor();
    await dialog.field(t('establishment.contractUntil')).fill(later(120));
    await person.photograph(`enters-an-operator-${language}`);
    await looker.look('enters an operator');
    await person.sees(t('establishment.chargeTaken'), () => dialog.send());
    await rowsWith(person, t('establishment.under', { name: nameOf('pooja') }))
      .first()
      .waitFor();
    await person.photograph(`an-operator-${language}`);
  };

  it(
    'sends several on duty by one order, attaches an officer who returns, and enters an operator under a clerk',
    async () => {
      const anjali = await office().person({ language });
      const looker = await Looker.of(anjali);
      await signIn(anjali, 'anjali');
      await sendsTwo(anjali, looker);
      await isBack();
      await attaches(anjali, looker);
      await entersAnOperator(anjali, looker);
      expect([...anjali.troubles, ...looker.found]).toEqual([]);

      const sachin = await office().person({ language });
      const { page, t } = sachin;
      await buttonAbout(sachin, OPERATOR[language]).click();
      await page.getByRole('navigation', { name: t('desk.navigation'), exact: true }).waitFor();
      await page.getByRole('banner').getByText(t('capacity.operator')).waitFor();
      await sachin.photograph(`who-is-an-operator-${language}`);
      expect(sachin.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
