import { aNote } from '../../support/http/clerks';
import { chooseRow, ClerksDesk } from '../../support/journeys/clerks-desk';
import { aTypesetLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { asOwner } from '../../support/processes/office-owner';
import { decisionOf } from '../../support/page/file';
import { Hands } from '../../support/page/hands';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('With few keys, in %s,', (language) => {
  const comes = async (username: string, marking?: string) => {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return { person, hands: new Hands(person), page: person.page, t: person.t };
  };

  it(
    'a letter is diarised and marked to a post: eight',
    async () => {
      const { person, page, t, hands } = await comes('ramesh');
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      const choosing = page.waitForEvent('filechooser');
      await hands.press('c');
      await page
        .getByRole('menuitem', { name: t('desk.newFile'), exact: true })
        .and(page.locator(':focus'))
        .waitFor();
      await hands.press('d');
      await page
        .getByRole('button', { name: t('receipts.chooseScan'), exact: true })
        .and(page.locator(':focus'))
        .waitFor();
      await hands.press('Enter');
      const chooser = await choosing;
      const buffer = Buffer.from(await aTypesetLetter());
      await chooser.setFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer });
      await hands.isAt(t('receipts.subject'));
      await hands.write('पेयजल योजना');
      await hands.press('Tab');
      await hands.isAt(t('receipts.senderName'));
      await hands.write('अधिशासी अभियन्ता');
      await hands.press('Alt+p');
      await hands.isAt(t('receipts.markTo'));
      await hands.write('HA(EST)');
      await page
        .getByRole('option')
        .filter({ has: page.getByText('HA(EST)', { exact: true }) })
        .waitFor();
      await hands.press('Enter');
      await person.photograph(`keys-diarised-${language}`);
      await page
        .getByRole('button', { name: t('receipts.generateAndSend') })
        .and(page.locator(':enabled'))
        .waitFor();
      await hands.press('Alt+Enter');
      await page.waitForURL('**/desk/receipts');
      expect(hands.acts).toBeLessThanOrEqual(8);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'a file is opened for a letter: five',
    async () => {
      const { id } = await desk.receipt(`नई पत्रावली ${language}`);
      const { person, page, t, hands } = await comes('vinod');
      await page.goto(`/receipts/${id}`);
      await page.getByRole('button', { name: t('receiptMove.forward') }).waitFor();
      await hands.press('o');
      const heads = page.getByRole('radiogroup', { name: t('desk.head'), exact: true });
      await page.getByRole('textbox').and(page.locator(':focus')).waitFor();
      await heads.getByRole('radio').nth(1).waitFor();
      await hands.write('सेवा विवरण');
      await heads.getByRole('radio').nth(1).waitFor({ state: 'detached' });
      await hands.press('Enter');
      await heads.getByRole('radio', { checked: true }).waitFor();
      await hands.press('Control+Enter');
      await page.waitForURL(/\/files\/[0-9a-f-]{36}/);
      expect(hands.acts).toBeLessThanOrEqual(5);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'a file that is late is approved with words: six, from the desk',
    async () => {
      const clerk = await desk.clerk();
      const [file] = await desk.files(`विलम्बित ${language}`);
      const params = { fileId: file?.id ?? '' };
      const body = { toPostId: await desk.postNamed('AO(EST)'), note: aNote('आदेशार्थ प्रस्तुत।'), confirmNote: true };
      await clerk.ask('forwardFile', { params, body });
      await asOwner(office().dataFolder, async (database) => {
        await database.query('ALTER TABLE file_custody DISABLE TRIGGER clock_runs_by_itself');
        await database.query('UPDATE file_custody SET clock_from = india_today() - 21 WHERE file_id = $1', [file?.id]);
        await database.query('ALTER TABLE file_custody ENABLE TRIGGER clock_runs_by_itself');
      });
      const { person, page, t, hands } = await comes('sunita', 'AO(EST)');
      await page.goto('/desk/inbox');
      await chooseRow(person, file?.number ?? '');
      await hands.press('Enter');
      const bar = page.getByRole('region', { name: t('file.sendBar'), exact: true });
      await bar.waitFor();
      await hands.press('n');
      await hands.isAt(t('note.composer'));
      await hands.write('प्रस्ताव स्वीकृत। एक सप्ताह में अनुपालन करायें।');
      await hands.press('Escape', 'a');
      await decisionOf(person)
        .getByRole('button', { name: t('decision.approved'), pressed: true })
        .waitFor();
      await hands.press('Control+Enter');
      await bar.getByRole('textbox').and(page.locator(':focus')).waitFor();
      await hands.write('परामर्श प्रतीक्षित था।');
      await hands.press('Control+Enter');
      await page.waitForURL('**/desk/inbox');
      expect(hands.acts).toBeLessThanOrEqual(6);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
