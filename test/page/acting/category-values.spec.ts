import type { CaseCategory, Named, PostView, Role } from '@patravali/contract';
import {
  inForceOn,
  isSamePower,
  levelsOf,
  postsOn,
  type PowerValues,
  valuesOf,
} from '../../../apps/web/src/organisation/channel/category-values';

const TODAY = '2026-12-01';
const power = (fromOn: string, levels: number[]) => ({ fromOn, levels, finalPost: null, reason: null });
const category = (...powers: Named<CaseCategory>['powers']) =>
  ({ id: 'c', code: 'CL', name: { hi: 'अवकाश', en: 'Leave' }, unit: null, powers }) as Named<CaseCategory>;
const post = (marking: string, level: number, ...roles: Role[]) => ({ id: marking, marking, level, roles }) as PostView;

describe('the form of a kind of case', () => {
  const [past, now, later] = [power('2020-01-01', [5]), power(TODAY, [5, 3]), power('2027-04-01', [4])];

  it('knows which power holds on a day: the latest that has begun', () => {
    expect(inForceOn(TODAY, [past, now, later])).toBe(now);
    expect(inForceOn('2026-11-30', [past, now, later])).toBe(past);
    expect(inForceOn('2019-12-31', [past, now, later])).toBeUndefined();
  });

  it('begins with the power of today, as it shall hold from today on, or with the first to come, from its day on', () => {
    expect(valuesOf(category(past, later), TODAY).powers[0]).toMatchObject({ fromOn: TODAY, levels: [5] });
    expect(valuesOf(category(later), TODAY).powers[0]).toMatchObject({ fromOn: '2027-04-01', levels: [4] });
    expect(valuesOf(null, TODAY)).toMatchObject({ code: '', powers: [{ fromOn: TODAY, levels: [], reason: '' }] });
  });

  it('lays down a power only where something of it was changed', () => {
    const [begun] = valuesOf(category(past), TODAY).powers;
    expect(isSamePower({ ...begun, levels: [...begun.levels] }, begun)).toBe(true);
    const changes: Partial<PowerValues>[] = [
      { fromOn: '2027-01-01' },
      { levels: [5, 3] },
      { finalPostId: 'p' },
      { reason: 'कारण' },
    ];
    expect(changes.filter((change) => isSamePower({ ...begun, ...change }, begun))).toEqual([]);
  });

  it('offers the levels of posts that take files, from the lowest up, and those that are chosen though nobody stands there', () => {
    const posts = [
      post('COMM', 1, 'officer'),
      post('HA', 5, 'dealing_hand'),
      post('ADMIN', 4, 'administrator'),
      post('AUDIT', 5, 'auditor'),
    ];
    expect(levelsOf(posts, [])).toEqual([5, 1]);
    expect(levelsOf(posts, [5, 3])).toEqual([5, 3, 1]);
    expect(postsOn(5, posts).map(({ marking }) => marking)).toEqual(['HA']);
  });
});
