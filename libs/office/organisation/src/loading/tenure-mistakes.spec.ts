import type { ExistingTenure } from './existing-office';
import { NO_OFFICE } from './existing-office';
import type { OfficeDescription } from './office-description';
import { findTenureMistakes } from './tenure-mistakes';

type Tenure = OfficeDescription['tenures'][number];

const tenure = (changes: Partial<Tenure>): Tenure => ({
  person: 'asha',
  post: 'SO(EST)',
  kind: 'regular',
  from: '2026-04-01',
  ...changes,
});

/** What is wrong with these tenures, where those are in the database already. */
function mistakes(tenures: Tenure[], existing: ExistingTenure[] = []) {
  const office = { tenures } as Partial<OfficeDescription> as OfficeDescription;
  return findTenureMistakes(office, { ...NO_OFFICE, tenures: existing });
}

const overlap = (path: string, other: string) => ({
  path,
  code: 'regularTenuresOverlap',
  params: { found: 'SO(EST)', other },
});

describe('the tenures of an office', () => {
  it('may follow one another, the next from the day after the last', () => {
    const first = tenure({ until: '2026-06-30' });
    expect(mistakes([first, tenure({ person: 'ravi', from: '2026-07-01' })])).toEqual([]);
    expect(mistakes([tenure({ person: 'ravi', from: '2026-07-01' }), first])).toEqual([]);
  });

  it('may last a day, but may not end before they begin', () => {
    expect(mistakes([tenure({ until: '2026-04-01' })])).toEqual([]);
    expect(mistakes([tenure({ person: 'ravi', post: 'US' }), tenure({ until: '2026-03-31' })])).toEqual([
      { path: 'tenures[1].until', code: 'endsBeforeItBegins' },
    ]);
  });

  it('stand once each, whatever end they are given', () => {
    const twice = [tenure({ until: '2026-06-30' }), tenure({}), tenure({ kind: 'link' })];
    expect(mistakes(twice)).toEqual([
      { path: 'tenures[1]', code: 'duplicate', params: { found: 'asha SO(EST) regular 2026-04-01' } },
    ]);
  });

  it('give a post one regular holder at a time', () => {
    const next = tenure({ person: 'ravi', from: '2026-07-01' });
    expect(mistakes([tenure({}), next])).toEqual([overlap('tenures[1]', 'asha 2026-04-01–')]);
    expect(mistakes([next, tenure({ until: '2026-07-01' })])).toEqual([
      overlap('tenures[0]', 'asha 2026-04-01–2026-07-01'),
    ]);
    expect(mistakes([tenure({}), tenure({ person: 'ravi' })])).toEqual([overlap('tenures[1]', 'asha 2026-04-01–')]);
  });

  it('may lie side by side on two posts, or if one of them is not regular', () => {
    expect(mistakes([tenure({}), tenure({ person: 'ravi', post: 'US' })])).toEqual([]);
    expect(mistakes([tenure({}), tenure({ person: 'ravi', kind: 'additional', from: '2026-07-01' })])).toEqual([]);
  });

  it('are held against those that the office has already, and pointed out in the description', () => {
    const known = { ...tenure({}), until: null };
    const later = { ...known, person: 'meena', from: '2026-09-01' };
    expect(mistakes([tenure({ person: 'ravi', from: '2026-07-01' })], [known])).toEqual([
      overlap('tenures[0]', 'asha 2026-04-01–'),
    ]);
    expect(mistakes([tenure({ person: 'ravi', from: '2026-07-01' })], [later])).toEqual([
      overlap('tenures[0]', 'meena 2026-09-01–'),
    ]);
  });

  it('end what the office has already when they say so', () => {
    const known = { ...tenure({}), until: null };
    const ended = tenure({ until: '2026-06-30' });
    expect(mistakes([ended, tenure({ person: 'ravi', from: '2026-07-01' })], [known])).toEqual([]);
    expect(mistakes([tenure({})], [known])).toEqual([]);
    expect(mistakes([tenure({ person: 'ravi' }), tenure({})], [known])).toHaveLength(1);
  });

  it('that the office had before are its own: an end before its beginning there is no mistake here', () => {
    expect(mistakes([], [{ ...tenure({}), until: '2026-03-31' }])).toEqual([]);
  });
});
