import fc from 'fast-check';
import { SUBJECT_KINDS } from '../event/event.entity';
import { canonicalForm, type ChainedEvent, hashOfEvent, NO_HASH } from './canonical-form';

/** The example of docs/proof.md. */
const EXAMPLE: ChainedEvent = {
  encoding: 2,
  previousHash: NO_HASH,
  id: '019ac8f2-0000-7000-8000-000000000001',
  organisationId: '019ac8f2-0000-7000-8000-000000000002',
  subjectKind: 'file',
  subjectId: '019ac8f2-0000-7000-8000-000000000003',
  sequence: 1,
  name: 'file.returned',
  relatedId: null,
  userId: '019ac8f2-0000-7000-8000-000000000004',
  postId: '019ac8f2-0000-7000-8000-000000000005',
  capacity: 'regular',
  at: '2026-11-28T09:30:00.123456Z',
  reason: 'संलग्नक नहीं है।',
  data: '{"movement": 2}',
  contentHash: null,
  rowsHash: null,
};

const FORM = `patravali event 2
previous 64 0000000000000000000000000000000000000000000000000000000000000000
id 36 019ac8f2-0000-7000-8000-000000000001
organisation 36 019ac8f2-0000-7000-8000-000000000002
subject 41 file 019ac8f2-0000-7000-8000-000000000003
sequence 1 1
name 13 file.returned
related -
user 36 019ac8f2-0000-7000-8000-000000000004
post 36 019ac8f2-0000-7000-8000-000000000005
capacity 7 regular
at 27 2026-11-28T09:30:00.123456Z
reason 44 संलग्नक नहीं है।
data 15 {"movement": 2}
content -
rows -
`;

const text = fc.string({ unit: fc.constantFrom('a', ' ', '-', '1', '\n', 'क', '{', '"') });
const maybe = fc.option(text);
const anEvent: fc.Arbitrary<ChainedEvent> = fc
  .record({
    encoding: fc.constantFrom(0, 1, 2),
    previousHash: text,
    id: text,
    organisationId: text,
    subjectId: text,
    name: text,
    at: text,
    data: text,
    // A kind of the closed list: no space in it.
    subjectKind: fc.constantFrom(...SUBJECT_KINDS),
    sequence: fc.integer({ min: 1 }),
    relatedId: maybe,
    userId: maybe,
    postId: maybe,
    capacity: maybe,
    reason: maybe,
    contentHash: maybe,
    rowsHash: maybe,
  })
  // Rows are named since encoding 2.
  .map((event) => ({ ...event, rowsHash: event.encoding < 2 ? null : event.rowsHash }));

describe('the canonical form of an event', () => {
  it('is byte by byte what the description says', () => {
    expect(canonicalForm(EXAMPLE)).toBe(FORM);
    expect(hashOfEvent(EXAMPLE)).toBe('2acbaed56423151be6d3c606bcff8d7226e2e4a2de081ba181318ed61c283922');
  });

  it('is never shared by two different events', () => {
    fc.assert(
      fc.property(anEvent, anEvent, (one, other) => {
        expect(canonicalForm(one) === canonicalForm(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it('changes with each of its parts', () => {
    const parts = Object.keys(EXAMPLE) as (keyof ChainedEvent)[];
    const changed = parts.map((part) => {
      const value = EXAMPLE[part];
      return hashOfEvent({ ...EXAMPLE, [part]: typeof value === 'number' ? value + 1 : `${value ?? ''}x` });
    });
    expect(new Set([hashOfEvent(EXAMPLE), ...changed]).size).toBe(parts.length + 1);
  });
});
