import { type ActingPost, type Action, defineAbility } from '@patravali/authorization';
import { type Grading, HOLDING_ROLES, type Role } from '@patravali/contract';
import { fileAbilities } from './file-abilities';
import { FileCustody } from './file-custody.entity';

const ACTIONS = [
  'read',
  'create',
  'open',
  'note',
  'forward',
  'return',
  'pull_back',
  'add_receipt',
  'confirm_note',
  'put_up_for_correction',
  'return_correction',
  'read_note_in_writing',
  'ask_recall',
  'withdraw_recall',
  'agree_recall',
  'refuse_recall',
  'pull_up',
  'put_up_draft',
  'approve',
  'issue',
  'regrade',
  'close',
  'reopen',
  'park',
  'take_up',
  'put_in_call_book',
  'review_call_book',
  'take_out_of_call_book',
  'follow',
  'link',
  'unlink',
  'attach',
  'detach',
  'incorporate',
  'open_part',
  'open_volume',
  'consult',
  'withdraw_consultation',
  'list_who_saw',
] satisfies Action[];

const DESK: Action[] = [
  'open',
  'note',
  'confirm_note',
  'forward',
  'return',
  'add_receipt',
  'read_note_in_writing',
  'put_up_for_correction',
  'return_correction',
  'agree_recall',
  'refuse_recall',
  'park',
  'take_up',
  'link',
  'unlink',
  'attach',
  'detach',
  'incorporate',
  'consult',
  'withdraw_consultation',
  'list_who_saw',
];
/** What is left to whoever sent it. */
const SENDER: Action[] = ['pull_back', 'ask_recall', 'withdraw_recall'];
const DEALING: Action[] = ['create', 'put_up_draft', 'open_volume'];
const CALL_BOOK: Action[] = ['put_in_call_book', 'review_call_book', 'take_out_of_call_book'];
const OFFICER: Action[] = ['close', 'approve', 'issue', 'regrade', ...CALL_BOOK];

interface Relation {
  readonly roles: readonly Role[];
  /** How the custody row knows the post. */
  readonly custody: Partial<FileCustody>;
  /** What it may do with a normal file. */
  readonly may: readonly Action[];
  /** Above normal, where it differs: reading is no longer given by standing above or by auditing. */
  readonly confidential?: readonly Action[];
}

const [POST, OTHER] = ['post', 'other'];
const OFFICE = {
  id: POST,
  organisationId: 'office',
  unitId: 'unit',
  marking: 'SO(EST)',
  superiorPostId: null,
  auditedUnitIds: ['audited', 'other'],
};
const ON_DESK = {
  organisationId: 'office',
  unitId: 'audited',
  state: 'on_desk' as const,
  senderPostId: null,
  closedByPostId: null,
};
const reader = { holderPostId: OTHER, readerPostIds: [OTHER, POST] };
const holder = { holderPostId: POST, readerPostIds: [POST] };
const stranger = { holderPostId: OTHER, readerPostIds: [OTHER] };
const closed = { state: 'closed' as const, holderPostId: null };

/** Who may what with a file: domain, "who may, in the first office". */
const TABLE: Record<string, Relation> = {
  'the holder, a dealing hand': { roles: ['dealing_hand'], custody: holder, may: ['read', ...DESK, ...DEALING] },
  'the holder, an officer': {
    roles: ['officer'],
    custody: holder,
    // Whether the desk from which he takes it lies below his own is asked by the command.
    may: ['read', ...DESK, ...DEALING, ...OFFICER, 'pull_up'],
    confidential: ['read', ...DESK, ...DEALING, ...OFFICER],
  },
  'the holder, a dispatcher': { roles: ['dispatcher'], custody: holder, may: ['read', ...DESK] },
  'the holder, who also audits': { roles: ['auditor', 'dispatcher'], custody: holder, may: ['read', ...DESK] },
  'the holder, whose post has become an auditor': {
    roles: ['auditor'],
    custody: holder,
    may: ['read', 'list_who_saw'],
    confidential: ['read'],
  },
  'the sender': {
    roles: ['dealing_hand'],
    custody: { ...reader, senderPostId: POST },
    may: ['read', ...SENDER],
  },
  'the sender, whose note is up for correction': {
    roles: ['dealing_hand'],
    custody: { ...reader, senderPostId: POST, forCorrection: true },
    may: ['read', ...SENDER, 'read_note_in_writing'],
  },
  'a reader, while the note of another is up for correction': {
    roles: ['officer'],
    custody: { ...reader, senderPostId: 'third', forCorrection: true },
    may: ['read', 'pull_up'],
    confidential: [],
  },
  'a sender without a role that holds files': {
    roles: ['administrator'],
    custody: { ...reader, senderPostId: POST },
    may: ['read'],
  },
  'a post that held it before': { roles: ['dealing_hand'], custody: reader, may: ['read'] },
  'a superior of its holder': {
    roles: ['officer'],
    custody: reader,
    may: ['read', 'pull_up'],
    confidential: [],
  },
  'an auditor': { roles: ['auditor'], custody: stranger, may: ['read', 'list_who_saw'], confidential: [] },
  'an auditor of other units': { roles: ['auditor'], custody: { ...stranger, unitId: 'unit' }, may: [] },
  'an auditor of other units, who held it before': {
    roles: ['auditor'],
    custody: { ...reader, unitId: 'unit' },
    may: ['read'],
  },
  'an auditor of a closed file': {
    roles: ['auditor'],
    custody: { ...closed, readerPostIds: [OTHER], closedByPostId: OTHER },
    may: ['read', 'list_who_saw'],
    confidential: [],
  },
  'an administrator': { roles: ['administrator'], custody: stranger, may: [] },
  'an officer who has nothing to do with it': { roles: ['officer'], custody: stranger, may: [] },
  'the officer who closed it': {
    roles: ['officer'],
    custody: { ...closed, readerPostIds: [POST], closedByPostId: POST },
    // Nothing lies on a desk: the life cycle refuses.
    may: ['read', 'pull_up', 'reopen', 'list_who_saw'],
    confidential: ['read', 'reopen', 'list_who_saw'],
  },
  'a dealing hand whose post closed it when it was an officer': {
    roles: ['dealing_hand'],
    custody: { ...closed, readerPostIds: [POST], closedByPostId: POST },
    may: ['read', 'list_who_saw'],
  },
  'an officer who held it before somebody else closed it': {
    roles: ['officer'],
    custody: { ...closed, readerPostIds: [OTHER, POST], closedByPostId: OTHER },
    may: ['read', 'pull_up'],
    confidential: ['read'],
  },
  'the same post id in another organisation': {
    roles: ['officer', 'dealing_hand', 'dispatcher', 'auditor', 'administrator'],
    custody: { ...holder, organisationId: 'another', senderPostId: POST, closedByPostId: POST },
    may: [],
  },
};

describe('who may what with a file', () => {
  const gradings: Grading[] = ['normal', 'confidential', 'secret', 'top_secret'];
  const cases = Object.entries(TABLE).flatMap(([who, relation]) =>
    gradings.map((grading) => [who, grading, relation] as const),
  );

  it.each(cases)('%s, of a file that is %s', (_, grading, relation) => {
    const row = custodyOf(relation, grading);
    const ability = defineAbility(postWith(relation.roles), [fileAbilities]);
    const given = grading === 'normal' ? relation.may : (relation.confidential ?? relation.may);
    // Whoever may read a file may follow it.
    // If it may open files at all, it opens a part of one that lies elsewhere.
    const opens = relation.roles.some((role) => role === 'dealing_hand' || role === 'officer');
    const may = given.includes('read') ? [...given, 'follow', ...(opens ? ['open_part'] : [])] : given;
    expect(ACTIONS.filter((action) => ability.can(action, row))).toEqual(ACTIONS.filter((each) => may.includes(each)));
  });

  it('an auditor for whom no unit is named reads the normal files of all', () => {
    const ability = defineAbility({ ...postWith(['auditor']), auditedUnitIds: [] }, [fileAbilities]);
    const rowOf = (grading: Grading) =>
      custodyOf({ roles: [], custody: { ...stranger, unitId: 'unit' }, may: [] }, grading);
    expect(gradings.filter((grading) => ability.can('read', rowOf(grading)))).toEqual(['normal']);
  });

  it.each(HOLDING_ROLES)('what a %s may do is given by the row, never by the kind of thing alone', (role) => {
    const ability = defineAbility(postWith([role]), [fileAbilities]);
    const empty = Object.assign(new FileCustody(), { readerPostIds: [] });
    expect(ACTIONS.filter((action) => ability.can(action, empty))).toEqual([]);
  });
});

/** A superior is among the readers of a normal file, and of no other: that is how readers are kept. */
function custodyOf({ custody, confidential }: Relation, grading: Grading): FileCustody {
  const readers = grading !== 'normal' && confidential?.length === 0 ? { readerPostIds: [OTHER] } : {};
  return Object.assign(new FileCustody(), { ...ON_DESK, ...custody, ...readers, grading });
}

function postWith(roles: readonly Role[]): ActingPost {
  return { ...OFFICE, roles, designation: { hi: 'अनुभाग अधिकारी', en: 'Section Officer' } };
}
