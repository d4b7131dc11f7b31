import { Bilingual, Day, Instant, KEPT_LANGUAGES, oneLine, operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { PostRef } from '../../organisation/contract/named-posts';
import { ROLES, TENURE_KINDS } from '../../organisation/contract/vocabulary';

export const SignIn = z
  .strictObject({ username: oneLine(100), password: z.string().min(1).max(500) })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const NewPassword = z.string().min(10).max(500);

/** A one-time link sets the person's first password, or a new one. */
export const SignInByLink = z
  .strictObject({ token: z.string().min(20).max(200), newPassword: NewPassword })
  .meta({ id: 'SignInByLink' });
export type SignInByLink = z.infer<typeof SignInByLink>;

/** A name in Hindi, in English, or in both: an office need not use both languages. */
export const NameInOne = z
  .strictObject({ hi: oneLine(200).nullable(), en: oneLine(200).nullable() })
  .refine(({ hi, en }) => hi !== null || en !== null, { error: 'no-language', path: ['hi'] });
export type NameInOne = z.infer<typeof NameInOne>;

export const Username = oneLine(60).regex(/^[\p{Ll}\p{Lo}\p{M}\d._-]+$/u, 'username');

/** What the office begins with: its name, and its first administrator, who chooses his password. */
export const SetUpOffice = z
  .strictObject({
    token: z.string().min(20).max(200),
    office: NameInOne,
    name: NameInOne,
    username: Username,
    newPassword: NewPassword,
  })
  .meta({ id: 'SetUpOffice' });
export type SetUpOffice = z.infer<typeof SetUpOffice>;

export const ChangePassword = z
  .strictObject({ currentPassword: z.string().min(1).max(500), newPassword: NewPassword })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const SignInAsDemoPerson = z.strictObject({ username: oneLine(100) }).meta({ id: 'SignInAsDemoPerson' });
export type SignInAsDemoPerson = z.infer<typeof SignInAsDemoPerson>;

/** Confirms that it is still the person who signed in: by the password, or as a demo person, who has none, by asking. */
export const ConfirmSession = z
  .strictObject({ password: z.string().min(1).max(500).optional() })
  .meta({ id: 'ConfirmSession' });
export type ConfirmSession = z.infer<typeof ConfirmSession>;

/** Another acts from the post for whoever is on leave: he reads his desk meanwhile, and does nothing from it but end his leave. */
export const Absence = z
  .object({
    /** The link officer. */
    by: Bilingual,
    /** The last day; null until further orders. */
    until: Day.nullable(),
    /** He is back in the afternoon of that day. */
    untilForenoon: z.boolean(),
    /** On what duty he is meanwhile; null on leave. */
    duty: z.string().nullable(),
    /** He works attached elsewhere meanwhile. */
    isAttached: z.boolean(),
  })
  .meta({ id: 'Absence' });
export type Absence = z.infer<typeof Absence>;

/** A post that the signed-in person may act from. It travels with each request as the header `X-Acting-Post`. */
export const HeldPost = PostRef.extend({
  capacity: z.enum(TENURE_KINDS),
  roles: z.array(z.enum(ROLES)),
  unitId: z.uuid(),
  absence: Absence.nullable(),
}).meta({ id: 'HeldPost' });
export type HeldPost = z.infer<typeof HeldPost>;

export const Session = z
  .object({
    user: z.object({ id: z.uuid(), username: z.string(), name: Bilingual }),
    organisation: z.object({ id: z.uuid(), name: Bilingual, keptLanguages: z.enum(KEPT_LANGUAGES) }),
    posts: z.array(HeldPost),
    demo: z.boolean(),
    expiresAt: Instant,
    /** When the person last confirmed that it is he, by signing in or afterwards; what bears his name asks for it. */
    confirmedAt: Instant.nullable(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** One of the sessions that a person has open. */
export const OpenSession = z
  .object({
    id: z.uuid(),
    /** As the browser or program names itself. */
    device: z.string().nullable(),
    /** Network address that it was opened from. */
    address: z.string().nullable(),
    startedAt: Instant,
    /** To the minute. */
    lastUsedAt: Instant,
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({ id: 'OpenSession' });
export type OpenSession = z.infer<typeof OpenSession>;

export const SECURITY_EVENT_KINDS = [
  'signed_in',
  'sign_in_failed',
  'sign_in_slowed',
  'link_made',
  'link_used',
  'link_failed',
  'password_changed',
  'password_change_failed',
  'session_ended',
  'refused',
  'acting_post_refused',
  'demo_on',
  'demo_off',
  'log_exported',
  'confirmed',
  'confirmation_failed',
  'key_added',
  'key_revoked',
  'key_not_opened',
] as const;
export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number];

/** Something that an investigation asks for; it never holds what somebody wrote in a file. */
export const SecurityEvent = z
  .object({
    id: z.uuid(),
    at: Instant,
    kind: z.enum(SECURITY_EVENT_KINDS),
    /** As it was typed, when it is nobody's. */
    username: z.string().nullable(),
    name: Bilingual.nullable(),
    address: z.string().nullable(),
    /** Marking of the post that was acted from. */
    post: z.string().nullable(),
    /** What else is known: how somebody signed in, why a session ended, the code of a refusal and what was asked. */
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'SecurityEvent' });
export type SecurityEvent = z.infer<typeof SecurityEvent>;

const SecurityEventFilter = {
  kind: z.enum(SECURITY_EVENT_KINDS).optional(),
  username: oneLine(100).optional(),
  address: oneLine(100).optional(),
  from: Day.optional(),
  to: Day.optional(),
};
export const ListSecurityEvents = PageQuery.extend(SecurityEventFilter);
export type ListSecurityEvents = z.infer<typeof ListSecurityEvents>;
export const ExportSecurityEvents = z.strictObject(SecurityEventFilter);
export type ExportSecurityEvents = z.infer<typeof ExportSecurityEvents>;

/** What the sign-in page may know before anybody has signed in. */
export const Welcome = z
  .object({
    organisation: Bilingual,
    keptLanguages: z.enum(KEPT_LANGUAGES),
    demo: z.boolean(),
    /** Only in a demo office: its people, and what each of them can show. */
    demoPeople: z.array(
      z.object({
        username: z.string(),
        name: Bilingual,
        posts: z.array(PostRef.extend({ capacity: z.enum(TENURE_KINDS) })),
        shows: Bilingual,
      }),
    ),
  })
  .meta({ id: 'Welcome' });
export type Welcome = z.infer<typeof Welcome>;

export const identityOperations = {
  getWelcome: operation('GET', '/welcome', {
    summary: 'Say whose office this is, before anybody signs in',
    answer: Welcome,
    access: 'public',
  }),
  signIn: operation('POST', '/session', {
    summary: 'Sign in with a user name and a password',
    body: SignIn,
    answer: Session,
    status: 201,
    access: 'public',
    changes: [],
    event: 'user.signed_in',
    refuses: ['too-many-attempts', 'too-many-requests', 'wrong-credentials'],
  }),
  signInByLink: operation('POST', '/session/link', {
    summary: 'Sign in by a one-time link and choose a password',
    body: SignInByLink,
    answer: Session,
    status: 201,
    access: 'public',
    changes: [],
    event: 'user.link_used',
    refuses: ['link-not-valid', 'password-common', 'password-holds-name', 'too-many-requests'],
  }),
  setUpOffice: operation('POST', '/set-up', {
    summary: 'Set up the office by the link of its first start',
    body: SetUpOffice,
    answer: Session,
    status: 201,
    access: 'public',
    changes: [],
    event: 'organisation.set_up',
    refuses: ['already-set-up', 'password-common', 'password-holds-name', 'set-up-link-not-valid', 'too-many-requests'],
  }),
  signInAsDemoPerson: operation('POST', '/session/demo', {
    summary: 'Sign in as a person of a demo office',
    body: SignInAsDemoPerson,
    answer: Session,
    status: 201,
    access: 'public',
    changes: [],
    event: 'user.signed_in',
    refuses: ['wrong-credentials'],
  }),
  getSession: operation('GET', '/session', {
    summary: 'Show who is signed in and which posts they hold',
    answer: Session,
    access: 'without-post',
  }),
  signOut: operation('DELETE', '/session', {
    summary: 'Sign out',
    status: 204,
    access: 'without-post',
    changes: [],
    event: 'user.signed_out',
  }),
  listSessions: operation('GET', '/sessions', {
    summary: 'List where the person is signed in',
    answer: z.object({ items: z.array(OpenSession) }),
    access: 'without-post',
    shows: ['sessions'],
  }),
  endSession: operation('DELETE', '/sessions/:sessionId', {
    summary: 'End one session of the person',
    status: 204,
    access: 'without-post',
    changes: ['sessions'],
    event: 'user.session_ended',
  }),
  endOtherSessions: operation('DELETE', '/sessions', {
    summary: 'End all sessions of the person except this one',
    status: 204,
    access: 'without-post',
    changes: ['sessions'],
    event: 'user.sessions_ended',
  }),
  listSecurityEvents: operation('GET', '/security-events', {
    summary: 'List sign-ins, refusals and other security events',
    query: ListSecurityEvents,
    answer: pageOf(SecurityEvent),
    refuses: ['not-allowed'],
  }),
  exportSecurityEvents: operation('GET', '/security-events/export', {
    summary: 'Export the security events',
    query: ExportSecurityEvents,
    media: 'application/x-ndjson',
    refuses: ['not-allowed'],
  }),
  confirmSession: operation('POST', '/session/confirm', {
    summary: 'Confirm that it is still the same person',
    body: ConfirmSession,
    answer: Session,
    access: 'without-post',
    changes: [],
    event: 'user.session_confirmed',
    refuses: ['too-many-attempts', 'wrong-current-password'],
  }),
  changePassword: operation('PUT', '/session/password', {
    summary: 'Change the password of the person',
    body: ChangePassword,
    status: 204,
    access: 'without-post',
    changes: [],
    event: 'user.password_changed',
    refuses: ['password-common', 'password-holds-name', 'too-many-attempts', 'wrong-current-password'],
  }),
};
