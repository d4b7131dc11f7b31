import { createMongoAbility, type RawRuleOf } from '@casl/ability';
import { Parameters, snakeCase } from '@patravali/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Ability } from './ability';
import { rowFilter, UntranslatableCondition } from './index';

@Entity('slip')
class Slip {
  @PrimaryColumn('integer') id: number;
  @Column('text') grading: string;
  @Column({ length: 10 }) mark: string;
  @Column('uuid', { nullable: true }) holderPostId: string | null;
  @Column('uuid', { array: true }) readerPostIds: string[];
}

function filtered(...rules: RawRuleOf<Ability>[]) {
  const parameters = new Parameters();
  const sql = rowFilter(createMongoAbility<Ability>(rules), 'read', Slip, 's', parameters);
  return [sql, ...parameters.values];
}

const grant = (conditions?: Record<string, unknown>): RawRuleOf<Ability> => ({
  action: 'read',
  subject: Slip,
  ...(conditions ? { conditions } : {}),
});

describe('what a rule says of a row, as a condition of a statement', () => {
  it.each<[string, Record<string, unknown>, string, ...unknown[]]>([
    ['that a column has a value', { holderPostId: 'a' }, 's.holder_post_id = $1', 'a'],
    ['that a column has none', { holderPostId: null }, 's.holder_post_id IS NULL'],
    ['that a list holds a value', { readerPostIds: 'a' }, 's.reader_post_ids @> ARRAY[$1]::uuid[]', 'a'],
    ['that two things hold', { grading: 'x', id: 1 }, '(s.grading = $1 AND s.id = $2)', 'x', 1],
    ['that a column differs', { grading: { $ne: 'x' } }, '(s.grading = $1) IS NOT TRUE', 'x'],
    ['one of some values', { grading: { $in: ['x', 'y'] } }, 's.grading = ANY ($1::text[])', ['x', 'y']],
    ['of a column whose type is not said', { mark: { $in: ['x'] } }, 's.mark = ANY ($1::text[])', ['x']],
    [
      'one of some values or none',
      { holderPostId: { $in: ['a', null] } },
      '(s.holder_post_id = ANY ($1::uuid[]) OR s.holder_post_id IS NULL)',
      ['a'],
    ],
    ['that a list holds one of some', { readerPostIds: { $in: ['a'] } }, 's.reader_post_ids && $1::uuid[]', ['a']],
    ['none of some values', { id: { $nin: [1, 2] } }, '(s.id = ANY ($1::integer[])) IS NOT TRUE', [1, 2]],
  ])('%s', (_, conditions, ...expected) => {
    expect(filtered(grant(conditions))).toEqual(expected);
  });

  it('lets a row through if any grant does, every row where nothing is asked, and no row without a grant', () => {
    expect(filtered(grant({ id: 1 }), grant({ id: 2 }))).toEqual(['(s.id = $1 OR s.id = $2)', 2, 1]);
    expect(filtered(grant())).toEqual(['TRUE']);
    expect(filtered()).toEqual(['FALSE']);
  });

  it('holds back what a later rule takes away', () => {
    const taken = { ...grant({ grading: 'secret' }), inverted: true };
    expect(filtered(grant(), taken)).toEqual(['(s.grading = $1) IS NOT TRUE', 'secret']);
  });

  it.each([
    ['names no column', { 'holder.unit': 'x' }, 'Slip.holder.unit is not a column'],
    ['compares with more than one value', { id: [1] }, 's.id is compared with more than one value'],
    ['compares in a way that lists do not know', { id: { $gt: 3 } }, 'gt'],
  ])('is refused by name if it %s', (_, conditions, what) => {
    const refused = () => filtered(grant(conditions));
    expect(refused).toThrow(UntranslatableCondition);
    expect(refused).toThrow(new Error(`A rule cannot be turned into SQL: ${what}`));
    expect(refused).toThrow(expect.objectContaining({ name: 'UntranslatableCondition' }) as Error);
  });

  it('names every column as the database does', () => {
    expect(snakeCase('readerPostIds')).toBe('reader_post_ids');
    expect(snakeCase('id')).toBe('id');
  });
});
