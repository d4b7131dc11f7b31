import { createMongoAbility, type ExtractSubjectType, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { DraftMove, FileMove, ReceiptMove } from '@patravali/contract';
import type { ActingPost } from './acting-post';

/** The verbs of the office: the moves of the contract and some actions that are not moves. The `*-abilities.ts` of each area say who may do what. */
export type Action =
  | FileMove
  | ReceiptMove
  | DraftMove
  | 'read'
  | 'read_note_in_writing'
  | 'read_notes'
  | 'give_opinion'
  | 'comment'
  | 'resolve'
  | 'keep_phrases'
  | 'keep_case_categories'
  | 'create'
  | 'dispatch'
  | 'confirm_address'
  | 'withdraw'
  | 'sign'
  | 'upload'
  | 'see_copy'
  | 'list_who_saw'
  | 'redact'
  | 'read_register';

export type SubjectClass = new (...args: never[]) => object;
export type Subject = object | SubjectClass;
export type Ability = MongoAbility<[Action, Subject]>;

/** Grants only: a rule is added with `can`, and a condition names columns of the row itself. */
export type Grant = <T extends SubjectClass>(
  action: Action | Action[],
  subject: T,
  conditions: { readonly [K in keyof InstanceType<T>]?: unknown },
) => void;
export type AbilityRules = (post: ActingPost, can: Grant) => void;

/** By these somebody sees what lies on a desk. What waits there to be dispatched or signed is listed by the rule of who does that. */
const READING: readonly Action[] = [
  'read',
  'read_note_in_writing',
  'read_notes',
  'read_register',
  'list_who_saw',
  'dispatch',
  'sign',
];

/**
 * What the holder of `post` may do, put together from the rules of every area.
 * @param only `reads`: what somebody may do who reads there and does not act.
 */
export function defineAbility(post: ActingPost, areas: readonly AbilityRules[], only = { reads: false }): Ability {
  const rules: RawRuleOf<Ability>[] = [];
  const can: Grant = (action, subject, conditions) => {
    refuseUndefined(conditions);
    const allowed = [action].flat().filter((each) => !only.reads || READING.includes(each));
    if (allowed.length > 0) rules.push({ action: allowed, subject, conditions: { ...conditions } });
  };
  for (const addRules of areas) addRules(post, can);
  return createMongoAbility<Ability>(rules, {
    detectSubjectType: (subject) => subject.constructor as ExtractSubjectType<Subject>,
  });
}

/** CASL grants on a condition whose value is undefined; here such a rule throws. */
function refuseUndefined(value: unknown, path = ''): void {
  if (value === undefined) throw new UndefinedCondition(path);
  if (value === null || typeof value !== 'object') return;
  for (const [key, each] of Object.entries(value)) refuseUndefined(each, `${path}/${key}`);
}

export class UndefinedCondition extends Error {
  constructor(path: string) {
    super(`The condition at ${path || '/'} has no value`);
    this.name = 'UndefinedCondition';
  }
}
