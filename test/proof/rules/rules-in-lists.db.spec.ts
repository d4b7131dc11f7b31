import { type Ability, type Action, defineAbility, type SubjectClass } from '@patravali/authorization';
import { ConsultedPost } from '@patravali/consultations';
import {
  DELIVERY_MODES,
  DRAFT_MOVES,
  FILE_MOVES,
  GRADINGS,
  RECEIPT_MOVES,
  type Role,
  ROLES,
  type TenureKind,
} from '@patravali/contract';
import { Correspondence } from '@patravali/correspondence';
import { FileCustody } from '@patravali/custody';
import { Receipt } from '@patravali/dak';
import { Document } from '@patravali/documents';
import { Draft } from '@patravali/drafts';
import { rulesFor } from '@patravali/foundation';
import { Issue } from '@patravali/letters';
import { NoteParticipant } from '@patravali/notes';
import fc from 'fast-check';
import { useOwner } from '../../support/database/owner';
import { RuleTable } from '../../support/database/rule-table';
import { runs } from '../../support/run/runs';

const id = (kind: string, ordinal: number) => `00000000-0000-7000-8000-${kind}${String(ordinal).padStart(11, '0')}`;
const ORGANISATIONS = [id('0', 1), id('0', 2)];
const POSTS = [1, 2, 3, 4, 5].map((ordinal) => id('1', ordinal));
const UNITS = [id('2', 1), id('2', 2)];
const ROWS = 60;
const OFFICES = runs(40);

const organisation = fc.constantFrom(...ORGANISATIONS);
const post = fc.constantFrom(...POSTS);
const perhaps = fc.option(post, { nil: null });
const readers = fc.subarray(POSTS);
const grading = fc.constantFrom(...GRADINGS);
const unit = fc.constantFrom(...UNITS);

/** What the rules of the areas look at, in any combination; ids are given by place in the list. */
const CELLS = {
  custody: fc.record({
    organisationId: organisation,
    state: fc.constantFrom('on_desk', 'closed'),
    holderPostId: perhaps,
    senderPostId: perhaps,
    closedByPostId: perhaps,
    readerPostIds: readers,
    grading,
    unitId: unit,
  }),
  receipt: fc.record({
    organisationId: organisation,
    holderPostId: perhaps,
    senderPostId: perhaps,
    closedByPostId: perhaps,
    diarisedByPostId: post,
    readerPostIds: readers,
    grading,
    unitId: unit,
    deliveryMode: fc.constantFrom(...DELIVERY_MODES),
  }),
  document: fc.record({ organisationId: organisation, uploadedByPostId: post }),
  draft: fc.record({
    organisationId: organisation,
    approvedByPostId: perhaps,
    signatoryPostId: post,
    namedPostId: perhaps,
  }),
  issue: fc.record({ organisationId: organisation, signatoryPostId: post, unitId: unit }),
  participant: fc.record({
    organisationId: organisation,
    postId: post,
    note: fc.constant(1),
    place: fc.constant(1),
  }),
  consulted: fc.record({
    organisationId: organisation,
    postId: post,
    state: fc.constantFrom('asked', 'answered'),
  }),
  letter: fc.record({
    organisationId: organisation,
    addedByPostId: post,
    kind: fc.constantFrom('received', 'issued'),
  }),
};

describe('the rules of the office', () => {
  const owner = useOwner();
  const areas: readonly [string, SubjectClass & (new () => object), fc.Arbitrary<object>, string][] = [
    ['files', FileCustody, CELLS.custody, 'fileId'],
    ['receipts', Receipt, CELLS.receipt, 'id'],
    ['documents', Document, CELLS.document, 'id'],
    ['drafts', Draft, CELLS.draft, 'id'],
    ['issues', Issue, CELLS.issue, 'id'],
    ['letters on a file', Correspondence, CELLS.letter, 'id'],
    ['discussions', NoteParticipant, CELLS.participant, 'fileId'],
    ['consultations', ConsultedPost, CELLS.consulted, 'id'],
  ];

  it.each(areas)(
    'show in lists of %s exactly what they allow in a command, to every role in random offices',
    async (_, entity, cells, key) => {
      const table = await RuleTable.create(owner().client, entity);
      let telling = 0;
      const office = fc.record({
        rows: fc.array(cells, { minLength: ROWS, maxLength: ROWS }),
        roles: fc.array(fc.subarray<Role>([...ROLES]), { minLength: POSTS.length, maxLength: POSTS.length }),
        audited: fc.subarray(UNITS),
      });
      await fc.assert(
        fc.asyncProperty(office, async ({ rows, roles, audited }) => {
          await table.fill(rows.map((row, index) => ({ ...row, [key]: id('9', index) })));
          for (const [index, postId] of POSTS.entries()) {
            const ability = abilityOf(postId, roles[index] ?? [], 'regular', audited);
            for (const action of actionsOn(ability, entity)) {
              const allowed = table.allowed(ability, action);
              expect(await table.listed(ability, action)).toEqual(allowed);
              if (allowed.length > 0 && allowed.length < ROWS) telling += 1;
            }
          }
        }),
        { numRuns: OFFICES },
      );
      expect(telling).toBeGreaterThanOrEqual(OFFICES);
    },
    runs(60_000),
  );

  it.each(areas)(
    'allow a personal assistant nothing on %s but to read what is normal and to prepare notes and drafts',
    async (_, entity, cells, key) => {
      const table = await RuleTable.create(owner().client, entity);
      const me = POSTS[0] ?? '';
      const ability = abilityOf(me, [...ROLES], 'assistant');
      await fc.assert(
        fc.asyncProperty(fc.array(cells, { minLength: ROWS, maxLength: ROWS }), async (cellsOfRows) => {
          const rows: Row[] = cellsOfRows.map((row, index) => ({ ...row, [key]: id('9', index) }));
          await table.fill(rows);
          for (const action of EVERY_ACTION) {
            const allowed = rows.filter((row) => isForAssistants(entity, action, row, me)).map((row) => row[key]);
            expect([action, table.allowed(ability, action)]).toEqual([action, allowed.sort()]);
            expect([action, await table.listed(ability, action)]).toEqual([action, allowed.sort()]);
          }
        }),
        { numRuns: runs(4) },
      );
    },
    runs(60_000),
  );

  it('never reach into another organisation', () => {
    for (const role of ROLES) {
      const ability = abilityOf(POSTS[0] ?? '', [role]);
      for (const rule of ability.rules) {
        expect([role, rule.action, rule.conditions]).toMatchObject([
          role,
          rule.action,
          { organisationId: ORGANISATIONS[0] },
        ]);
      }
    }
  });

  it('give an administrator no content at all', () => {
    const ability = abilityOf(POSTS[0] ?? '', ['administrator']);
    const strange = Object.assign(new FileCustody(), {
      organisationId: ORGANISATIONS[0],
      grading: 'normal',
      readerPostIds: [],
      holderPostId: POSTS[1],
    });
    expect(ability.can('read', strange)).toBe(false);
  });
});

function abilityOf(
  postId: string,
  roles: readonly Role[],
  capacity: TenureKind = 'regular',
  auditedUnitIds: readonly string[] = [],
): Ability {
  const acting = {
    id: postId,
    organisationId: ORGANISATIONS[0] ?? '',
    unitId: UNITS[0] ?? '',
    marking: 'SO',
    roles,
    superiorPostId: null,
    designation: { hi: '', en: '' },
    auditedUnitIds,
  };
  return defineAbility(acting, rulesFor(capacity));
}

type Row = Record<string, unknown>;

const EVERY_ACTION: readonly Action[] = [
  ...new Set<Action>([
    ...FILE_MOVES,
    ...RECEIPT_MOVES,
    ...DRAFT_MOVES,
    'read',
    'create',
    'dispatch',
    'confirm_address',
    'withdraw',
    'upload',
    'see_copy',
    'read_register',
    'list_who_saw',
  ]),
];

/** All that an assistant at the post `me` may do, said anew. */
function isForAssistants(entity: SubjectClass, action: Action, row: Row, me: string): boolean {
  if (row.organisationId !== ORGANISATIONS[0] || row.grading !== 'normal') return false;
  const reads = action === 'read' && (row.readerPostIds as string[]).includes(me);
  if (entity === Receipt) return reads;
  const prepares = ['open', 'note', 'put_up_draft'].includes(action) && row.holderPostId === me;
  return entity === FileCustody && (reads || prepares);
}

function actionsOn(ability: Ability, entity: SubjectClass): Action[] {
  const actions = ability.rules.filter(({ subject }) => subject === entity).flatMap(({ action }) => action);
  return [...new Set([...actions, 'read' as const])];
}
