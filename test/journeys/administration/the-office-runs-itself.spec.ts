import { comeBy, Dialog, endTheDemo } from '../../support/page-acts/administration';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { type Person, personOf } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const ORDER = '31/स्था०-2026, 1 दिसम्बर 2026';
const UNIT = { hi: 'नज़ारत', en: 'Nazarat' };
const POST = { hi: 'नाज़िर', en: 'Nazir' };
const NEW_PERSON = { hi: 'सुरेश कुशवाहा', en: 'Suresh Kushwaha' };

describe.each(LANGUAGES)('An administrator, in %s', (language) => {
  const office = useJourneyOffice();
  const mark = language.toUpperCase();
  const press = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true }).click();

  it(
    'opens a unit, a post and an account, gives charge of the post, and moves three officers on one day',
    async () => {
      const person = await office().person({ language });
      await comeBy(person, await endTheDemo(office().dataFolder, 'anjali'));
      const looker = await Looker.of(person);
      const { page, t } = person;
      const dialog = new Dialog(person);
      await page.getByRole('link', { name: t('people.title'), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: t('people.title'), exact: true }).waitFor();
      await person.photograph(`people-and-posts-${language}`);
      await looker.look('people and posts');

      await press(person, t('establishment.newUnit'));
      await dialog.field(t('establishment.nameHi')).fill(UNIT.hi);
      await dialog.field(t('establishment.nameEn')).fill(UNIT.en);
      await dialog.field(t('establishment.abbreviation')).fill('Estt');
      await dialog.field(t('establishment.reason')).fill(ORDER);
      await page.keyboard.press('Control+Enter');
      await dialog.place.getByText(/“Estt”/).waitFor();
      await person.photograph(`a-name-is-taken-${language}`);
      await dialog.field(t('establishment.abbreviation')).fill(`Naz-${mark}`);
      await person.sees(t('establishment.unitKept'), () => dialog.send());

      await press(person, t('establishment.newPost'));
      await dialog.field(t('establishment.designationHi')).fill(POST.hi);
      await dialog.field(t('establishment.designationEn')).fill(POST.en);
      await dialog.field(t('establishment.marking')).fill(`NAZIR-${mark}`);
      await dialog.choice(t('establishment.unit')).selectOption(UNIT[language]);
      await dialog.find(t('establishment.superior'), 'CAO');
      await dialog.field(t('establishment.reason')).fill(ORDER);
      await person.photograph(`a-new-post-${language}`);
      await looker.look('a new post');
      await person.sees(t('establishment.postKept'), () => dialog.send());

      await page.getByRole('link', { name: t('page.accounts'), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: t('page.accounts'), exact: true }).waitFor();
      await person.photograph(`accounts-${language}`);
      await looker.look('accounts');
      await press(person, t('establishment.newPerson'));
      await dialog.field(t('establishment.nameHi')).fill(NEW_PERSON.hi);
      await dialog.field(t('establishment.nameEn')).fill(NEW_PERSON.en);
      await dialog.field(t('establishment.username')).fill(`suresh-${language}`);
      await dialog.field(t('establishment.reason')).fill(ORDER);
      await page.keyboard.press('Control+Enter');
      const shown = dialog.place.getByText(/\/link#/);
      const link = (await shown.textContent()) ?? '';
      await person.photograph(`a-link-${language}`);
      await page.emulateMedia({ media: 'print' });
      expect([await shown.isVisible(), await page.locator('#root').isVisible()]).toEqual([true, false]);
      await page.emulateMedia({ media: null });
      await page.keyboard.press('Escape');
      await dialog.place.waitFor({ state: 'detached' });

      await page.getByRole('link', { name: t('people.title'), exact: true }).click();
      const search = page.getByRole('textbox', { name: t('establishment.findPost'), exact: true });
      const rows = page.getByRole('row');
      const lookFor = async (words: string) => {
        await search.fill(words);
        await rows.filter({ hasText: words }).first().waitFor();
      };
      const takesCharge = async (
        marking: string,
        who: string,
        half: 'forenoon' | 'afternoon',
        cause = 'transferred',
      ) => {
        await lookFor(marking);
        await press(person, `${t('establishment.takeCharge')}: ${marking}`);
        await dialog.find(t('people.person'), who);
        await dialog.choice(t('establishment.ground')).selectOption(cause);
        await dialog.choice(t('establishment.half')).selectOption(half);
        await dialog.field(t('people.order')).fill(ORDER);
      };
      await takesCharge(`NAZIR-${mark}`, NEW_PERSON[language], 'forenoon', 'posted');
      await person.photograph(`charge-is-given-${language}`);
      await looker.look('charge is given');
      await person.sees(t('establishment.chargeTaken'), () => dialog.send());
      await rows.filter({ hasText: NEW_PERSON[language] }).getByText(t('startCause.posted'), { exact: true }).waitFor();

      // The post is held: the next joins when the last is relieved.
      await takesCharge('HA(EST)', personOf('pooja').name[language], 'afternoon');
      await page.keyboard.press('Control+Enter');
      const vinodHolds = language === 'hi' ? /विनोद गुप्ता तैनात हैं/ : /Vinod Gupta holds this post then/;
      await dialog.place.getByText(vinodHolds).waitFor();
      await person.photograph(`the-post-is-held-${language}`);
      await page.keyboard.press('Escape');
      await dialog.place.waitFor({ state: 'detached' });

      const relieves = async (marking: string, username: string) => {
        const name = personOf(username).name[language];
        await lookFor(marking);
        await press(person, `${t('establishment.relieve')}: ${name}, ${marking}`);
        await dialog.choice(t('establishment.ground')).selectOption('transferred');
        await dialog.choice(t('establishment.half')).selectOption('forenoon');
        await dialog.field(t('people.order')).fill(ORDER);
        await dialog.place.getByText(t('establishment.vacantThen', { post: marking })).waitFor();
        if (username === 'vinod') {
          await person.photograph(`what-is-left-${language}`);
          await looker.look('what is left');
        }
        await person.sees(t('establishment.relieved'), () => dialog.send());
      };
      const chain = [
        ['HA(EST)', 'vinod', 'pooja'],
        ['SA(EST)', 'pooja', 'imran'],
        ['SA(GEN)', 'imran', 'vinod'],
      ] as const;
      for (const [marking, leaves] of chain) await relieves(marking, leaves);
      for (const [marking, , joins] of chain) {
        await takesCharge(marking, personOf(joins).name[language], 'afternoon');
        await person.sees(t('establishment.chargeTaken'), () => dialog.send());
      }
      await lookFor('HA(EST)');
      await rows
        .filter({ hasText: personOf('vinod').name[language] })
        .getByText(t('endCause.transferred'))
        .waitFor();
      await person.photograph(`the-chain-${language}`);

      await lookFor('CAO');
      await press(person, `${t('establishment.change')}: CAO`);
      await dialog.find(t('establishment.superior'), 'AO(EST)');
      await dialog.field(t('establishment.reason')).fill(ORDER);
      await page.keyboard.press('Control+Enter');
      await dialog.place.getByText(language === 'hi' ? /इसी पद के अधीन है/ : /stands below this post/).waitFor();
      await person.photograph(`a-circle-${language}`);
      await page.keyboard.press('Escape');
      await dialog.place.waitFor({ state: 'detached' });

      // The new one comes by his link, and is out at once when he is suspended.
      const other = await office().person({ language });
      await comeBy(other, link);
      await page.getByRole('link', { name: t('page.accounts'), exact: true }).click();
      await page.getByRole('textbox', { name: t('establishment.findPerson'), exact: true }).fill('suresh');
      await press(person, `${t('establishment.close')}: ${NEW_PERSON[language]}`);
      await dialog.choice(t('establishment.ground')).selectOption('suspended');
      await dialog.field(t('file.reason')).fill(ORDER);
      await dialog.place.getByText(t('establishment.vacantThen', { post: `NAZIR-${mark}` })).waitFor();
      await person.photograph(`an-account-is-closed-${language}`);
      await looker.look('an account is closed');
      await person.sees(t('establishment.closed', { name: NEW_PERSON[language] }), () => dialog.send());
      const answer = await other.page.request.get('/api/v1/session');
      expect(answer.status()).toBe(401);
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );
});
