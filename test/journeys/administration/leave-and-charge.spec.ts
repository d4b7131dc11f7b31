import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileCreated, Page, PersonView, PostView } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { pageTexts } from '../../../libs/platform/typesetting/test/pdf-text';
import { aNote } from '../../support/http/clerks';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { leaveWords } from '../../support/language/words';
import { Looker } from '../../support/page/axe';
import { buttonAbout, type Person, personOf, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const DAY_MS = 86_400_000;
const POST = 'DD(SW)';
const ORDER = '88/स्था०-2026, 27 नवम्बर 2026';
const SUBJECT = 'बाढ़ राहत शिविरों की स्थिति';
const PENDING = 'वृद्धावस्था पेंशन के लम्बित आवेदन';
/** The next Monday after today, in India. */
const monday = () => {
  for (let day = Date.now() + DAY_MS; ; day += DAY_MS)
    if (new Date(day).toLocaleDateString('en-GB', { timeZone: 'Asia/Kolkata', weekday: 'short' }) === 'Mon')
      return dayInIndia(new Date(day));
};

describe.each(LANGUAGES)('An officer, in %s', (language) => {
  const office = useJourneyOffice();
  const say = leaveWords(language);
  const nameOf = (username: string) => personOf(username).name[language];
  const client = (username: string, marking?: string) => Client.signIn(() => office().url, username, marking);
  const press = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true }).click();

  const aFile = async (by: Client, subject: string) => {
    const { items: heads } = await by.ask<Page<{ id: string }>>('listNumberHeads', {});
    return by.ask<FileCreated>('createFile', { body: { headId: heads[0]?.id, subject } });
  };

  const opensThePage = async (person: Person) => {
    const { page, t } = person;
    await page.getByRole('banner').getByRole('button').last().click();
    await page.getByRole('menuitem', { name: t('page.absence'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: t('page.absence'), exact: true }).waitFor();
  };

  /** On leave over the week end; he is back before. */
  const takesLeave = async (person: Person, looker: Looker) => {
    const { page, t } = person;
    await opensThePage(person);
    await person.photograph(`absence-${language}`);
    await looker.look('leave and charge');
    await press(person, t('absence.enter'));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('absence.until') }).fill(monday());
    await dialog.getByRole('combobox', { name: t('absence.untilHalf') }).selectOption('forenoon');
    const link = dialog.getByRole('textbox', { name: t('absence.link') });
    await link.click();
    await link.fill('AO(EST)');
    await page
      .getByRole('option')
      .filter({ hasText: nameOf('sunita') })
      .first()
      .click();
    await dialog.getByRole('textbox', { name: t('absence.order') }).fill(ORDER);
    await person.photograph(`enters-leave-${language}`);
    await looker.look('enters leave');
    await person.sees(t('absence.entered'), () => page.keyboard.press('Control+Enter'));
    await page
      .getByText(new RegExp(nameOf('sunita')))
      .first()
      .waitFor();
    await page.getByRole('button', { name: say('leave.end'), exact: true }).waitFor();
    await person.photograph(`on-leave-${language}`);
    await looker.look('on leave');
  };

  /** The desk of the absent one is among hers. */
  const actsForHim = async () => {
    const sunita = await office().person({ language });
    const { page, t } = sunita;
    await buttonAbout(sunita, nameOf('sunita')).click();
    await buttonAbout(sunita, POST).click();
    await page.getByRole('navigation', { name: t('desk.navigation'), exact: true }).waitFor();
    await page.getByRole('banner').getByText(t('capacity.link')).waitFor();
    await sunita.photograph(`acts-for-him-${language}`);
    expect(sunita.troubles).toEqual([]);
  };

  const isBack = async (person: Person) => {
    const { page } = person;
    await press(person, say('leave.end'));
    const dialog = page.getByRole('dialog');
    await person.sees(say('leave.ended'), () => dialog.getByRole('button', { name: say('leave.end') }).click());
  };

  /** He is transferred, and takes his certificate along. */
  const handsOver = async (person: Person, looker: Looker) => {
    const { page, t } = person;
    const pending = await aFile(await client('kavita', POST), PENDING);
    await press(person, t('charge.handOver'));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('charge.order') }).fill(ORDER);
    await person.photograph(`hands-over-${language}`);
    await looker.look('hands over');
    await page.keyboard.press('Control+Enter');
    const certificates = { hi: t('charge.certificateHi'), en: t('charge.certificateEn') };
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: new RegExp(certificates.en) }).waitFor();
    await person.photograph(`handed-over-${language}`);
    await looker.look('handed over');
    for (const each of LANGUAGES) {
      const { bytes } = await person.download(() =>
        page.getByRole('button', { name: new RegExp(certificates[each]) }).click(),
      );
      keep(`certificate-${each}`, bytes);
      const [first = ''] = await pageTexts(bytes);
      expect(first.normalize('NFC')).toContain(each === 'hi' ? 'प्रभार प्रमाणक' : 'CERTIFICATE OF CHARGE');
      expect(first).toContain(pending.number);
    }
    await page.getByRole('button', { name: t('charge.done'), exact: true }).click();
    await page.getByText(t('session.noPost')).waitFor();
  };

  /** Later he signs in again, holds no post, and still reaches his certificate. */
  const readsItLater = async (person: Person, looker: Looker) => {
    const { page, t } = person;
    await press(person, t('session.signOut'));
    await buttonAbout(person, nameOf('kavita')).click();
    await page.getByText(t('session.noPost')).waitFor();
    const certificate = page.getByRole('button', { name: new RegExp(t('charge.certificateHi')) });
    await certificate.waitFor();
    await person.photograph(`without-a-post-${language}`);
    await looker.look('without a post');
    const { bytes } = await person.download(() => certificate.click());
    const [first = ''] = await pageTexts(bytes);
    expect(first.normalize('NFC')).toContain('प्रभार प्रमाणक');
  };

  /** Meanwhile a file comes, and the successor is given charge. */
  const meanwhile = async () => {
    const administrator = await client('anjali', 'ADMIN');
    const { items: posts } = await administrator.ask<Page<PostView>>('listPosts', { query: { limit: '100' } });
    const post = posts.find(({ marking }) => marking === POST);
    const clerk = await client('sunita', 'AO(EST)');
    const file = await aFile(clerk, SUBJECT);
    await clerk.ask('addNote', { params: { fileId: file.id }, body: aNote('आख्या प्रस्तुत है।') });
    const sending = { toPostId: post?.id, confirmNote: true, urgency: 'immediate' };
    await clerk.ask('forwardFile', { params: { fileId: file.id }, body: sending });
    const { items: people } = await administrator.ask<Page<PersonView>>('listPeople', { query: { q: 'rehana' } });
    const joining = { personId: people[0]?.id, postId: post?.id, kind: 'regular', cause: 'transferred' };
    const half = new Date().toLocaleTimeString('en-GB', { timeZone: 'Asia/Kolkata' }) < '12' ? 'forenoon' : 'afternoon';
    const days = { fromOn: dayInIndia(new Date()), fromHalf: half, orderReference: ORDER };
    await administrator.ask('startTenure', { body: { ...joining, ...days } });
    return file;
  };

  const takesOver = async (file: FileCreated) => {
    const rehana = await office().person({ language });
    const { page, t } = rehana;
    const looker = await Looker.of(rehana);
    await signIn(rehana, 'rehana', POST);
    await opensThePage(rehana);
    await press(rehana, t('charge.takeOver'));
    const dialog = page.getByRole('dialog');
    await dialog.getByText(file.number).waitFor();
    await rehana.photograph(`takes-over-${language}`);
    await looker.look('takes over');
    await rehana.sees(t('charge.taken', { post: POST }), () => page.keyboard.press('Control+Enter'));
    await page.getByRole('button', { name: t('charge.takeOver'), exact: true }).waitFor({ state: 'detached' });
    await rehana.photograph(`taken-over-${language}`);
    await looker.look('taken over');
    expect([...rehana.troubles, ...looker.found]).toEqual([]);
  };

  it(
    'goes on leave with a link officer, is back, hands over charge, and his successor takes it over',
    async () => {
      const kavita = await office().person({ language });
      const looker = await Looker.of(kavita);
      await signIn(kavita, 'kavita');
      await takesLeave(kavita, looker);
      await actsForHim();
      await isBack(kavita);
      await handsOver(kavita, looker);
      await readsItLater(kavita, looker);
      await takesOver(await meanwhile());
      expect([...kavita.troubles, ...looker.found]).toEqual([]);
    },
    JOURNEY_MS,
  );
});

function keep(name: string, bytes: Buffer): void {
  const folder = process.env.JOURNEY_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), bytes);
}
