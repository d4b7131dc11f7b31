import { createMongoAbility, type ExtractSubjectType, type RawRuleOf } from '@casl/ability';
import fc from 'fast-check';
import { Parameters } from '@patravali/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { useOwner } from '../../../../test/support/database/owner';
import { RuleTable } from '../../../../test/support/database/rule-table';
import type { Ability } from './ability';
import { defineAbility, rowFilter, UndefinedCondition, UntranslatableCondition } from './index';

/** What rules look at in the office, in small: text, numbers, posts that may be missing, and lists of posts. */
@Entity('paper')
class Paper {
  @PrimaryColumn('integer') id: number;
  @Column('text') grading: string;
  @Column('uuid', { nullable: true }) holderPostId: string | null;
  @Column('uuid', { nullable: true }) senderPostId: string | null;
  @Column('uuid', { array: true }) readerPostIds: string[];
  @Column('integer', { nullable: true }) pages: number | null;
}

const [A, B, NOBODY] = ['a', 'b', 'c'].map((digit) => `00000000-0000-7000-8000-00000000000${digit}`);
const CELLS = {
  grading: ['normal', 'secret'],
  holderPostId: [null, A, B],
  senderPostId: [null, A, B],
  readerPostIds: [[], [A], [B], [A, B]],
  pages: [null, 0, 7],
};
const ASKED = {
  grading: ['normal', 'secret', 'top_secret'],
  holderPostId: [null, A, B, NOBODY],
  senderPostId: [null, A, B, NOBODY],
  readerPostIds: [null, A, B, NOBODY],
  pages: [null, 0, 7, 8],
};
const EVERY_ROW = combinations(CELLS).map((row, index) => ({ ...row, id: index }));
const POST = {
  id: 'p',
  organisationId: 'o',
  unitId: 'u',
  marking: 'SO',
  superiorPostId: null,
  roles: [],
  auditedUnitIds: [],
  designation: { hi: '', en: '' },
};
const LIMIT_MS = 120_000;

describe('a rule as a WHERE clause', () => {
  const owner = useOwner();
  let papers: RuleTable<Paper>;
  beforeAll(async () => {
    papers = await RuleTable.create(owner().client, Paper);
    await papers.fill(EVERY_ROW);
  });

  /** Whether the set proves anything: it lets some rows through and others not. */
  const agrees = async (ability: Ability): Promise<boolean> => {
    const allowed = papers.allowed(ability, 'read');
    expect(await papers.listed(ability, 'read')).toEqual(allowed);
    return allowed.length > 0 && allowed.length < EVERY_ROW.length;
  };

  it(
    'lets through exactly the rows that the rule allows in memory: 1,000 sets of grants',
    async () => {
      let conclusive = 0;
      const grants = fc.array(conditions(), { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(grants, async (set) => {
          const ability = defineAbility(POST, [
            (_, can) => {
              for (const each of set) can('read', Paper, each);
            },
          ]);
          if (await agrees(ability)) conclusive += 1;
        }),
        { numRuns: 1000 },
      );
      expect(conclusive).toBeGreaterThanOrEqual(100);
    },
    LIMIT_MS,
  );

  it(
    'agrees also where a rule takes away what another has given: 500 sets',
    async () => {
      let conclusive = 0;
      const rules = fc.array(fc.tuple(fc.boolean(), conditions()), { minLength: 1, maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(rules, async (set) => {
          const raw = set.map(([inverted, each]): RawRuleOf<Ability> => {
            return {
              action: 'read',
              subject: Paper,
              inverted,
              ...(Object.keys(each).length ? { conditions: each } : {}),
            };
          });
          const detectSubjectType = (row: object) => row.constructor as ExtractSubjectType<object>;
          if (await agrees(createMongoAbility<Ability>(raw, { detectSubjectType }))) conclusive += 1;
        }),
        { numRuns: 500 },
      );
      expect(conclusive).toBeGreaterThanOrEqual(100);
    },
    LIMIT_MS,
  );

  it('lets nothing through where nothing is granted', async () => {
    expect(await papers.listed(defineAbility(POST, []), 'read')).toEqual([]);
  });

  it('throws on a condition that names no column, rather than show or hide rows by accident', () => {
    const rules: RawRuleOf<Ability>[] = [{ action: 'read', subject: Paper, conditions: { 'holder.unit': 'x' } }];
    expect(() => rowFilter(createMongoAbility<Ability>(rules), 'read', Paper, 't', new Parameters())).toThrow(
      UntranslatableCondition,
    );
  });

  it.each([{ $gt: 3 }, { $exists: true }, { $size: 1 }, [A]])('throws on an unknown condition: %j', (pages) => {
    const rules: RawRuleOf<Ability>[] = [{ action: 'read', subject: Paper, conditions: { pages } }];
    expect(() => rowFilter(createMongoAbility<Ability>(rules), 'read', Paper, 't', new Parameters())).toThrow(
      UntranslatableCondition,
    );
  });

  it.each([
    ['alone', { holderPostId: undefined }],
    ['in a list', { holderPostId: { $in: [A, undefined] } }],
    ['in the negative', { pages: { $ne: undefined } }],
  ])('is never made from a condition that has lost its value: %s', (_, lost) => {
    expect(() => defineAbility(POST, [(_post, can) => can('read', Paper, lost)])).toThrow(UndefinedCondition);
  });
});

function conditions(): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(ASKED).map(([name, values]) => [name, condition(values)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [], noNullPrototype: true });
}

function condition(values: readonly unknown[]): fc.Arbitrary<unknown> {
  const value = fc.constantFrom(...values);
  const some = fc.subarray([...values]);
  return fc.oneof(
    value,
    plain({ $eq: value }),
    plain({ $ne: value }),
    plain({ $in: some }),
    plain({ $nin: some }),
    plain({ $ne: value, $in: some }),
  );
}

/** As rules are written: objects with a prototype. */
function plain<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record<T>(model, { noNullPrototype: true });
}

function combinations(cells: Record<string, readonly unknown[]>): Record<string, unknown>[] {
  return Object.entries(cells).reduce<Record<string, unknown>[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}
