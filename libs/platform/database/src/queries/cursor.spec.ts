import { Refusal } from '@patravali/errors';
import { decodeCursor, encodeCursor, toPage } from './cursor';

const KINDS = ['string', 'number'] as const;
const asCursor = (text: string) => Buffer.from(text, 'utf8').toString('base64url');

describe('the place in a list where the next page begins', () => {
  it('is the key of the last row shown, safe in an address', () => {
    const cursor = encodeCursor(['2026-11-24 10:00:00.123456+00', 7]);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(cursor, KINDS)).toEqual(['2026-11-24 10:00:00.123456+00', 7]);
    expect(decodeCursor(encodeCursor(['पत्र?>', 1]), KINDS)).toEqual(['पत्र?>', 1]);
  });

  it.each([
    ['is no text of ours', 'nonsense'],
    ['says nothing', ''],
    ['is no list', asCursor('{"0":"a","1":1,"length":2}')],
    ['is text in place of a list', asCursor('"a1"')],
    ['is too short', encodeCursor(['a'])],
    ['is too long', encodeCursor(['a', 1, 1])],
    ['has a part of another kind', encodeCursor(['a', '1'])],
    ['has every part of another kind', encodeCursor([1, 'a'])],
    ['has a part that is missing', encodeCursor(['a', null])],
  ])('is refused, with the field that is wrong, if it %s', (_, cursor) => {
    const refused = () => decodeCursor(cursor, KINDS);
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        errors: [{ pointer: '#/cursor', detail: 'cursor' }],
      }) as Refusal,
    );
  });
});

describe('a page of a list', () => {
  const page = (rows: number[], limit: number) =>
    toPage(
      rows,
      limit,
      (row) => `row ${row}`,
      (row) => [row],
    );

  it('goes on after the last row shown when one more was found', () => {
    expect(page([1, 2, 3, 4], 3)).toMatchObject({ next: encodeCursor([3]) });
    expect(page([1, 2, 3], 2)).toEqual({ items: ['row 1', 'row 2'], next: encodeCursor([2]) });
  });

  it('is the last one when no further row was found', () => {
    expect(page([1, 2], 2)).toEqual({ items: ['row 1', 'row 2'], next: null });
    expect(page([], 2)).toEqual({ items: [], next: null });
  });

  it('that may show nothing goes nowhere', () => {
    expect(page([1], 0)).toEqual({ items: [], next: null });
  });
});
