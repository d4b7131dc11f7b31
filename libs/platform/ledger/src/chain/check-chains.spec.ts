import { type ChainedEvent, hashOfEvent, NO_HASH } from './canonical-form';
import { checkChains } from './check-chains';

const SUBJECT = '019ac8f2-0000-7000-8000-000000000003';

/** A chain of events of one subject with these encodings and times, as the database gives it. */
function chainOf(...events: readonly (readonly [encoding: number, at: string])[]) {
  const rows: (ChainedEvent & { hash: string })[] = [];
  for (const [index, [encoding, at]] of events.entries()) {
    const event: ChainedEvent = {
      encoding,
      previousHash: rows.at(-1)?.hash ?? NO_HASH,
      id: `019ac8f2-0000-7000-8000-00000000010${index}`,
      organisationId: '019ac8f2-0000-7000-8000-000000000002',
      subjectKind: 'file',
      subjectId: SUBJECT,
      sequence: index + 1,
      name: 'file.returned',
      relatedId: null,
      userId: null,
      postId: null,
      capacity: null,
      at,
      reason: null,
      data: '{}',
      contentHash: null,
      rowsHash: null,
    };
    rows.push({ ...event, hash: hashOfEvent(event) });
  }
  return rows;
}

const check = (rows: readonly ChainedEvent[]) =>
  checkChains({ query: async <Row>() => await Promise.resolve([...rows] as Row[]) });
const at = (microseconds: number) => `2026-11-28T09:30:00.${String(microseconds).padStart(6, '0')}Z`;

describe('time along a chain', () => {
  it('runs forward, or stands, from the second encoding on', async () => {
    const report = await check(chainOf([1, at(5)], [2, at(5)], [2, at(5)], [2, at(6)]));
    expect(report).toEqual({ events: 4, subjects: 1, broken: [] });
  });

  it('is named where it runs backwards, by a microsecond and after an event of the first encoding too', async () => {
    const broken = (sequence: number) => [{ subjectKind: 'file', subjectId: SUBJECT, sequence, fault: 'too-early' }];
    expect((await check(chainOf([2, at(5)], [2, at(6)], [2, at(5)], [2, at(1)]))).broken).toEqual(broken(3));
    expect((await check(chainOf([1, at(5)], [2, at(4)]))).broken).toEqual(broken(2));
  });

  it('is not asked of events of the first encoding, whose times the database did not hold against each other', async () => {
    expect((await check(chainOf([1, at(5)], [1, at(4)], [2, at(4)]))).broken).toEqual([]);
  });
});
