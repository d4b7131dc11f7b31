import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../page/browser';
import { demoOfficeData } from './data';
import { Person, type PersonOptions } from '../page/person';
import { ownDist } from '../processes/own-dist';
import { DIST, openOffice, type RunningOffice } from '../processes/running-office';

export interface JourneyOffice {
  readonly url: string;
  readonly dataFolder: string;
  /** Where its programs and its page lie. */
  readonly dist: string;
  /** Somebody comes in, with a browser of their own. */
  person(options?: PersonOptions): Promise<Person>;
}

interface JourneyOfficeOptions {
  /** The spec may change the programs and the page. */
  readonly distOfItsOwn?: boolean;
  /** What it is told besides, known once the spec begins. */
  readonly environment?: () => Promise<Readonly<Record<string, string>>>;
}

/** A demo office of the spec's own, open, with a real browser before it. Everything ends with the spec. */
export function useJourneyOffice({
  distOfItsOwn = false,
  environment,
}: JourneyOfficeOptions = {}): () => JourneyOffice {
  let office: RunningOffice | undefined;
  let browser: Browser | undefined;
  let open: JourneyOffice | undefined;

  beforeAll(async () => {
    const dataFolder = await demoOfficeData();
    const started = (browser = await startBrowser());
    const dist = distOfItsOwn ? ownDist() : DIST;
    const opened = await openOffice({ dataFolder, dist, environment: (await environment?.()) ?? {} });
    office = opened.office;
    const { url } = opened;
    open = { url, dataFolder, dist, person: (options) => Person.arrive(started, url, options) };
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
    if (distOfItsOwn && open) rmSync(open.dist, { recursive: true });
  }, 60_000);

  return () => {
    if (!open) throw new Error('the office is open once beforeAll has run');
    return open;
  };
}
