import { aNote } from '../../support/http/clerks';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { writeNote } from '../../support/page/file';
import { signIn } from '../../support/page/person';

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe('Ctrl+Enter, pressed before the server has answered that the file is opened', () => {
  it('sends the file all the same', async () => {
    const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const [file] = await desk.files('शीघ्र अग्रेषण');
    if (!file) throw new Error('There is no file');
    const body = { toPostId: officer.postId, note: aNote('आदेशार्थ प्रस्तुत।'), confirmNote: true };
    await (await desk.clerk()).ask('forwardFile', { params: { fileId: file.id }, body });

    const person = await office().person({ language: 'hi' });
    await signIn(person, 'sunita', 'AO(EST)');
    const { page, t } = person;
    const held = Promise.withResolvers<undefined>();
    await page.route(/\/api\/v1\/files\/[^/]+\/open/, async (route) => {
      const answer = await route.fetch();
      await held.promise;
      await route.fulfill({ response: answer });
    });
    await page.goto(`/files/${file.id}`);
    const bar = page.getByRole('region', { name: t('file.sendBar'), exact: true });
    const aim = bar.getByRole('button', { pressed: true });
    const marking = /[A-Z()-]+/.exec(await aim.innerText())?.[0] ?? '';
    await writeNote(person, 'सहमत।');
    await person.sees(t('file.sentTo', { number: file.number, post: marking }), async () => {
      await page.keyboard.press('Control+Enter');
      held.resolve(undefined);
    });
    await page.waitForURL('**/desk/all');
    expect(person.troubles).toEqual([]);
  }, 300_000);
});
