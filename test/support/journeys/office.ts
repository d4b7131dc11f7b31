import { rmSync } from 'node:fs';
import { browserOfWorker } from '../page/browser';
import { Person, type PersonOptions } from '../page/person';
import { ownDist } from '../processes/own-dist';
import { DIST } from '../processes/running-office';
import { DemoOffice } from '../demo/demo-office';

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

/** A demo office of the spec's own, open, with a real browser before it. Everything ends with the spec, but for the browser. */
export function useJourneyOffice({
  distOfItsOwn = false,
  environment,
}: JourneyOfficeOptions = {}): () => JourneyOffice {
  let office: DemoOffice | undefined;
  let open: JourneyOffice | undefined;
  const people: Person[] = [];

  beforeAll(async () => {
    const dist = distOfItsOwn ? ownDist() : DIST;
    const [browser, opened] = await Promise.all([
      browserOfWorker(),
      DemoOffice.open({ dist, environment: (await environment?.()) ?? {} }),
    ]);
    office = opened;
    const { url, dataFolder } = opened;
    const person = async (options?: PersonOptions) => {
      const one = await Person.arrive(browser, url, options);
      people.push(one);
      return one;
    };
    open = { url, dataFolder, dist, person };
  }, 600_000);
  afterAll(async () => {
    await Promise.all(people.map(({ context }) => context.close()));
    await office?.close();
    if (distOfItsOwn && open) rmSync(open.dist, { recursive: true });
  }, 60_000);

  return () => {
    if (!open) throw new Error('the office is open once beforeAll has run');
    return open;
  };
}
