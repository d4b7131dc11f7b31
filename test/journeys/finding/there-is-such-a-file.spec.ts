import { LANGUAGES } from '../../support/language/languages';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { Looker } from '../../support/page/axe';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const PHONE = { width: 390, height: 844 };
const SUBJECT = 'ग्राम रतनपुरा में पुलिया का निर्माण';
const TYPED = 'रतनपुरा गाँव की पुलिया निर्माण हेतु धनराशि';

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('Who opens a file, in %s,', (language) => {
  it(
    'is told that there is one on it, looks at it in a new tab, and loses nothing of what he typed',
    async () => {
      const [file] = await desk.files(SUBJECT);
      if (!file) throw new Error('no file was made');
      const person = await office().person({ language });
      const looker = await Looker.of(person, true);
      await signIn(person, 'vinod');
      const { page, t } = person;
      await page.goto('/files/new');
      const subject = page.getByRole('textbox', { name: t('receipts.subject'), exact: true });
      const told = page.getByText(t('filesAlike.there'), { exact: true });
      await subject.fill('पुलिया');
      await subject.fill(TYPED);
      await told.waitFor();
      const link = page.getByRole('link', { name: t('filesAlike.open', { number: file.number }), exact: true });
      await page.getByText(SUBJECT).first().waitFor();
      await looker.look('a file that is there already');
      await looker.lookInTheDark('a file that is there already');
      await person.photograph(`files-alike-${language}`);
      const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
      await tab.waitForURL(`**/files/${file.id}`);
      await tab.getByText(SUBJECT).first().waitFor();
      await tab.close();
      expect(await subject.inputValue()).toBe(TYPED);
      await page.setViewportSize(PHONE);
      await looker.look('a file that is there already, on a phone');
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      await subject.fill('कार्यालय की घड़ी');
      await told.waitFor({ state: 'detached' });
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
