import { z } from 'zod';
import { operation } from '../operation';
import { Bilingual, Instant, oneLine } from '../page';
import { PostRef, ROLES, TENURE_KINDS } from './organisation';

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

export const ChangePassword = z
  .strictObject({ currentPassword: z.string().min(1).max(500), newPassword: NewPassword })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const SignInAsDemoPerson = z.strictObject({ username: oneLine(100) }).meta({ id: 'SignInAsDemoPerson' });
export type SignInAsDemoPerson = z.infer<typeof SignInAsDemoPerson>;

/** A post that the signed-in person may act from. It travels with each request as the header `X-Acting-Post`. */
export const HeldPost = PostRef.extend({
  capacity: z.enum(TENURE_KINDS),
  roles: z.array(z.enum(ROLES)),
  unitId: z.uuid(),
}).meta({ id: 'HeldPost' });
export type HeldPost = z.infer<typeof HeldPost>;

export const Session = z
  .object({
    user: z.object({ id: z.uuid(), username: z.string(), name: Bilingual }),
    organisation: z.object({ id: z.uuid(), name: Bilingual }),
    posts: z.array(HeldPost),
    demo: z.boolean(),
    expiresAt: Instant,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** What the sign-in page may know before anybody has signed in. */
export const Welcome = z
  .object({
    organisation: Bilingual,
    demo: z.boolean(),
    /** Only in a demo office: its people, and what each of them can show. */
    demoPeople: z.array(z.object({ username: z.string(), name: Bilingual, posts: z.array(PostRef), shows: Bilingual })),
  })
  .meta({ id: 'Welcome' });
export type Welcome = z.infer<typeof Welcome>;

export const identityOperations = {
  getWelcome: operation('GET', '/welcome', { answer: Welcome, access: 'public' }),
  signIn: operation('POST', '/session', { body: SignIn, answer: Session, status: 201, access: 'public' }),
  signInByLink: operation('POST', '/session/link', {
    body: SignInByLink,
    answer: Session,
    status: 201,
    access: 'public',
  }),
  signInAsDemoPerson: operation('POST', '/session/demo', {
    body: SignInAsDemoPerson,
    answer: Session,
    status: 201,
    access: 'public',
  }),
  getSession: operation('GET', '/session', { answer: Session, access: 'without-post' }),
  signOut: operation('DELETE', '/session', { status: 204, access: 'without-post' }),
  changePassword: operation('PUT', '/session/password', { body: ChangePassword, status: 204, access: 'without-post' }),
};
