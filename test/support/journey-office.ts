import type { Browser } from 'playwright-core';
import { startBrowser } from './browser';
import { demoOfficeData } from './journey-data';
import { Person, type PersonOptions } from './page-person';
import { openOffice, type RunningOffice } from './running-office';

export interface JourneyOffice {
  readonly url: string;
  readonly dataFolder: string;
  /** Somebody comes in, with a browser of their own. */
  person(options?: PersonOptions): Promise<Person>;
}

/** A demo office of the spec's own, open, with a real browser before it. Everything ends with the spec. */
export function useJourneyOffice(): () => JourneyOffice {
  let office: RunningOffice | undefined;
  let browser: Browser | undefined;
  let open: JourneyOffice | undefined;

  beforeAll(async () => {
    const dataFolder = await demoOfficeData();
    const started = (browser = await startBrowser());
    const opened = await openOffice({ dataFolder });
    office = opened.office;
    const { url } = opened;
    open = { url, dataFolder, person: (options) => Person.arrive(started, url, options) };
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  }, 60_000);

  return () => {
    if (!open) throw new Error('the office is open once beforeAll has run');
    return open;
  };
}
