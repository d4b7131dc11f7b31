import type { CDPSession, Page } from 'playwright-core';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { type Person, signIn } from '../../support/page/person';
import { untilStill, watchRequests } from '../../support/page/still';

const JOURNEY_MS = 300_000;
/** Bytes on the way to the browser: scripts, styles, sentences, answers, and fonts, which are a quarter of them. Change it on purpose. */
const MOST_BYTES = 375_000;
const LISTED = 20;
const PATIENCE_MS = 90_000;
/** Counts, views, the list; of its first file how it stands, and its letters. */
const ASKED_AT_ONCE = [
  /v1\/desk$/,
  /v1\/desk\/views$/,
  /v1\/desk\/items/,
  /v1\/files\/[\da-f-]{36}$/,
  /\/correspondence\?/,
];

interface Loaded {
  readonly address: string;
  readonly bytes: number;
}

describe('The desk in a browser that has nothing of it', () => {
  const office = useJourneyOffice();
  const desk = new ClerksDesk(office);

  beforeAll(async () => {
    const [file] = await desk.files('पुस्तकालय हेतु पुस्तकें', 'वाहन की मरम्मत', 'वार्षिक निरीक्षण');
    if (file) await desk.sendBackAndForth(file, 2);
  }, JOURNEY_MS);

  /** The same person at another browser, which keeps nothing but the session. */
  async function elsewhere({ context, page }: Person): Promise<Page> {
    const browser = context.browser();
    if (!browser) throw new Error('the context belongs to a browser');
    const other = await browser.newContext({
      baseURL: office().url,
      locale: 'hi-IN',
      viewport: page.viewportSize(),
      storageState: await context.storageState(),
    });
    const fresh = await other.newPage();
    watchRequests(fresh);
    fresh.setDefaultTimeout(PATIENCE_MS);
    return fresh;
  }

  it(
    `is there with at most ${MOST_BYTES} bytes`,
    async () => {
      const person = await office().person({ language: 'hi' });
      await signIn(person, 'vinod');
      const page = await elsewhere(person);
      const loaded = await watchBytes(await page.context().newCDPSession(page));
      await page.goto('/');
      await page.getByRole('main').getByRole('listitem').first().waitFor();
      await untilStill(page);
      const bytes = loaded().reduce((sum, each) => sum + each.bytes, 0);
      const heaviest = loaded().toSorted((one, other) => other.bytes - one.bytes);
      const listed = heaviest.slice(0, LISTED).map((each) => `${each.bytes} ${each.address}`);
      expect(bytes > MOST_BYTES ? `${bytes} bytes:\n${listed.join('\n')}` : '').toBe('');
      await page.context().close();
    },
    JOURNEY_MS,
  );

  it(
    'asks for what it shows before its code has come',
    async () => {
      const person = await office().person({ language: 'hi' });
      await signIn(person, 'vinod');
      const page = await elsewhere(person);
      const asked = ASKED_AT_ONCE.map((address) => page.waitForRequest(address));
      // The code of the desk waits until all has been asked for: if that needed the code, nothing would ever come.
      await page.route('**/assets/desk-*.js', async (route) => {
        await Promise.all(asked);
        await route.continue();
      });
      await page.goto('/');
      await page.getByRole('main').getByRole('listitem').first().waitFor();
      await page.context().close();
    },
    JOURNEY_MS,
  );
});

/** What came over the line, as the browser counts it: with its head, and compressed as it came. */
async function watchBytes(session: CDPSession): Promise<() => readonly Loaded[]> {
  const addresses = new Map<string, string>();
  const loaded: Loaded[] = [];
  session.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    loaded.push({ address: addresses.get(requestId) ?? '', bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  return () => loaded;
}
