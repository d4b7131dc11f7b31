import { Bilingual, Instant, oneLine, operation, PageQuery, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { Username } from '../../identity/contract/identity';
import { pageOf } from '../../organisation/contract/list';
import { PostId, Posts } from '../../organisation/contract/named-posts';
import type { EndCause } from '../../organisation/contract/vocabulary';
import { FormerName, Kept, NameInBoth } from './establishment';

/** A person of the office. */
export const PersonView = z
  .object({
    id: z.uuid(),
    username: z.string(),
    name: Bilingual,
    email: z.string().nullable(),
    /** Null until he has chosen a password, by a link. */
    hasPassword: z.boolean(),
    /** Since when the account is closed. */
    closedAt: Instant.nullable(),
    formerNames: z.array(FormerName),
    /** Whoever lists him may correct and close his account, or open it again. */
    mayKeep: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'PersonView' });
export type PersonView = z.infer<typeof PersonView>;

export const ListPeople = PageQuery.extend({
  /** Part of a name or of the user name. */
  q: oneLine(100).optional(),
  closed: z.stringbool().optional(),
});
export type ListPeople = z.infer<typeof ListPeople>;

const personFields = { name: NameInBoth(200), email: z.email().max(200).nullable(), reason: Reason };

export const CreatePerson = z.strictObject({ username: Username, ...personFields }).meta({ id: 'CreatePerson' });
export type CreatePerson = z.infer<typeof CreatePerson>;

export const ChangePerson = z.strictObject(personFields).meta({ id: 'ChangePerson' });
export type ChangePerson = z.infer<typeof ChangePerson>;

/** A link by which a person signs in once and chooses a password; it is shown this once. */
export const SignInLinkMade = z
  .object({ id: z.uuid(), /** Null in a demo office. */ token: z.string().nullable(), validHours: z.int() })
  .meta({ id: 'SignInLinkMade' });
export type SignInLinkMade = z.infer<typeof SignInLinkMade>;

export const CLOSING_CAUSES = [
  'transferred',
  'suspended',
  'retired',
  'died',
  'contract_ended',
] as const satisfies readonly EndCause[];
export type ClosingCause = (typeof CLOSING_CAUSES)[number];

export const CloseAccount = z
  .strictObject({ cause: z.enum(CLOSING_CAUSES), reason: Reason })
  .meta({ id: 'CloseAccount' });
export type CloseAccount = z.infer<typeof CloseAccount>;

/** What ended with an account: sessions, and posts that are vacant since. */
export const AccountClosed = z
  .object({ id: z.uuid(), sessions: z.int(), posts: z.array(z.uuid()) })
  .meta({ id: 'AccountClosed' });
export type AccountClosed = z.infer<typeof AccountClosed>;

export const ReopenAccount = z.strictObject({ reason: Reason }).meta({ id: 'ReopenAccount' });
export type ReopenAccount = z.infer<typeof ReopenAccount>;

/** What a person holds now or is to hold, and what would be left there if the account were closed. */
export const PersonCharges = z
  .object({
    charges: z.array(
      z.object({
        post: PostId,
        /** What lies on its desk or waits there. */
        waiting: z.int(),
        /** Posts right below it. */
        below: z.int(),
        /** Who else holds it now or is to. */
        otherHolders: z.int(),
      }),
    ),
    posts: Posts,
  })
  .meta({ id: 'PersonCharges' });
export type PersonCharges = z.infer<typeof PersonCharges>;

export const peopleOperations = {
  listPeople: operation('GET', '/people', {
    summary: 'List the people of the office',
    query: ListPeople,
    answer: pageOf(PersonView),
    shows: ['establishment'],
    refuses: ['not-allowed'],
  }),
  createPerson: operation('POST', '/people', {
    summary: 'Enter a person, who signs in by a one-time link',
    body: CreatePerson,
    answer: SignInLinkMade,
    status: 201,
    changes: ['establishment'],
    event: 'user.created',
    refuses: ['name-taken'],
  }),
  changePerson: operation('PUT', '/people/:personId', {
    summary: 'Correct the name or the mail address of a person',
    body: ChangePerson,
    answer: Kept,
    ifMatch: 'required',
    changes: ['establishment'],
    event: 'user.changed',
    refuses: ['name-taken', 'account-closed'],
  }),
  makeSignInLink: operation('POST', '/people/:personId/link', {
    summary: 'Make a one-time sign-in link for a person',
    answer: SignInLinkMade,
    confirmed: true,
    changes: ['establishment'],
    event: 'user.link_made',
    refuses: ['account-closed'],
  }),
  getPersonCharges: operation('GET', '/people/:personId/charges', {
    summary: 'Show what a person holds and would leave',
    answer: PersonCharges,
    shows: ['establishment'],
    refuses: ['not-allowed'],
  }),
  closeAccount: operation('POST', '/people/:personId/close', {
    summary: 'Close the account of a person at once',
    body: CloseAccount,
    answer: AccountClosed,
    changes: ['establishment'],
    event: 'user.closed',
    refuses: ['account-closed', 'last-administrator'],
  }),
  reopenAccount: operation('POST', '/people/:personId/reopen', {
    summary: 'Reopen the account of a person',
    description: 'He holds no post then, and signs in by a new link.',
    body: ReopenAccount,
    answer: Kept,
    changes: ['establishment'],
    event: 'user.reopened',
    refuses: ['account-in-use', 'name-taken'],
  }),
};
