import type { Request } from 'playwright-core';
import { ClerksDesk } from '../support/journeys/clerks-desk';
import { useJourneyOffice } from '../support/journeys/office';
import { untilSaved, writeNote } from '../support/page/file';
import { signIn } from '../support/page/person';

const TABS = 10;
const JOURNEY_MS = 600_000;

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

const isLine = (request: Request) => request.resourceType() === 'eventsource';

/** A browser opens six connections to a server: a tab that kept one for itself would leave none to the seventh. */
describe('Whoever has ten tabs open', () => {
  it(
    'opens a file in each, writes and saves in the last and the first, and listens on one line, which another tab takes over',
    async () => {
      const files = await desk.files(...Array.from({ length: TABS }, (_, at) => `खुली पत्रावली ${at + 1}`));
      const person = await office().person();
      const lines: string[] = [];
      person.context.on('request', (request) => {
        if (isLine(request)) lines.push(request.url());
      });
      await signIn(person, 'vinod');
      const tabs = [];
      for (const { id } of files) {
        const tab = await person.otherTab(`/files/${id}`);
        await tab.page.getByRole('textbox', { name: tab.t('note.composer'), exact: true }).waitFor();
        tabs.push(tab);
      }
      for (const tab of [tabs.at(-1), tabs.at(0)]) {
        if (!tab) throw new Error('There is no tab');
        await tab.page.bringToFront();
        await writeNote(tab, 'दसवें पटल से।');
        await untilSaved(tab);
      }
      expect(lines).toHaveLength(1);
      const next = person.context.waitForEvent('request', isLine);
      await person.page.close();
      await next;
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
