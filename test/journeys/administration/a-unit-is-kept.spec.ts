import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { comeBy, Dialog, endTheDemo } from '../../support/page-acts/administration';
import { Looker } from '../../support/page/axe';
import { type Person, personOf } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const ORDER = '47/स्था०-2026, 2 दिसम्बर 2026';
const UNIT = { hi: 'स्थापना अनुभाग', en: 'Establishment Section' };
const HEAD = 'HA(EST)';
const NEW_PERSON = { hi: 'गीता मौर्य', en: 'Geeta Maurya' };
const REFUSED = { hi: /पद HA\(EST\) से यह कार्य अनुमन्य नहीं/, en: /You may not do this from the post HA\(EST\)/ };

describe.each(LANGUAGES)('The administrator of a unit, in %s', (language) => {
  const office = useJourneyOffice();
  const mark = language.toUpperCase();
  const press = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true }).click();
  const rowsWith = ({ page }: Person, words: string) => page.getByRole('row').filter({ hasText: words });
  const lookFor = async (person: Person, words: string) => {
    const { page, t } = person;
    await page.getByRole('textbox', { name: t('establishment.findPost'), exact: true }).fill(words);
  };
  const opens = async ({ page, t }: Person, path: string, title: 'people.title' | 'page.accounts') => {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: t(title), exact: true }).waitFor();
  };
  const changesTheRole = async (person: Person, isGiven: boolean) => {
    const { page, t } = person;
    const dialog = new Dialog(person);
    await opens(person, '/people', 'people.title');
    await lookFor(person, HEAD);
    await rowsWith(person, HEAD).first().waitFor();
    await press(person, `${t('establishment.change')}: ${HEAD}`);
    await dialog.place.getByRole('checkbox', { name: t('role.unit_administrator'), exact: true }).setChecked(isGiven);
    if (isGiven) await dialog.choice(t('establishment.administers')).selectOption(UNIT[language]);
    await dialog.field(t('establishment.reason')).fill(ORDER);
    await person.photograph(`role-of-a-unit-${isGiven ? 'given' : 'taken'}-${language}`);
    await person.sees(t('establishment.postKept'), () => dialog.send());
    await page.keyboard.press('Escape');
  };

  it(
    'keeps posts, people and their charge there, sees nothing of the others, and is told when he does not any more',
    async () => {
      const anjali = await office().person({ language });
      await comeBy(anjali, await endTheDemo(office().dataFolder, 'anjali'));
      await changesTheRole(anjali, true);

      const vinod = await office().person({ language });
      await comeBy(vinod, await endTheDemo(office().dataFolder, 'vinod'));
      const looker = await Looker.of(vinod);
      const { page, t } = vinod;
      const dialog = new Dialog(vinod);
      await opens(vinod, '/people', 'people.title');
      await rowsWith(vinod, 'SA(EST)').first().waitFor();
      expect(await rowsWith(vinod, 'DD(SW)').count()).toBe(0);
      await vinod.photograph(`posts-of-a-unit-${language}`);
      await looker.look('posts of a unit');
      // His own post is the office's to change.
      expect(await page.getByRole('button', { name: `${t('establishment.change')}: ${HEAD}` }).count()).toBe(0);

      await press(vinod, t('establishment.newPost'));
      await dialog.field(t('establishment.designationHi')).fill('अभिलेखपाल');
      await dialog.field(t('establishment.designationEn')).fill('Record keeper');
      await dialog.field(t('establishment.marking')).fill(`REC-${mark}`);
      await dialog.find(t('establishment.superior'), 'AO(EST)');
      await dialog.field(t('establishment.reason')).fill(ORDER);
      await vinod.photograph(`a-post-of-a-unit-${language}`);
      await looker.look('a post of a unit');
      await vinod.sees(t('establishment.postKept'), () => dialog.send());

      await opens(vinod, '/accounts', 'page.accounts');
      await page.getByText(personOf('pooja').name[language], { exact: true }).waitFor();
      expect(await page.getByText(personOf('kavita').name[language], { exact: true }).count()).toBe(0);
      await press(vinod, t('establishment.newPerson'));
      await dialog.field(t('establishment.nameHi')).fill(NEW_PERSON.hi);
      await dialog.field(t('establishment.nameEn')).fill(NEW_PERSON.en);
      await dialog.field(t('establishment.username')).fill(`geeta-${language}`);
      await dialog.field(t('establishment.reason')).fill(ORDER);
      await page.keyboard.press('Control+Enter');
      await dialog.place.getByText(/\/link#/).waitFor();
      await page.keyboard.press('Escape');
      await dialog.place.waitFor({ state: 'detached' });
      await vinod.photograph(`people-of-a-unit-${language}`);

      await opens(vinod, '/people', 'people.title');
      await lookFor(vinod, `REC-${mark}`);
      await rowsWith(vinod, `REC-${mark}`).first().waitFor();
      await press(vinod, `${t('establishment.takeCharge')}: REC-${mark}`);
      await dialog.find(t('people.person'), NEW_PERSON[language]);
      await dialog.field(t('people.order')).fill(ORDER);
      await vinod.sees(t('establishment.chargeTaken'), () => dialog.send());
      await rowsWith(vinod, NEW_PERSON[language]).first().waitFor();

      await changesTheRole(anjali, false);
      await vinod.sees(REFUSED[language], () => lookFor(vinod, 'SA(EST)'));
      await page.getByRole('heading', { level: 1, name: t('page.notAllowedTitle'), exact: true }).waitFor();
      await vinod.photograph(`no-unit-any-more-${language}`);
    },
    JOURNEY_MS,
  );
});
