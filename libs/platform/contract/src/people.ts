import { z } from 'zod';
import { Bilingual, Instant, typed } from './page';
import { ROLES, TENURE_KINDS } from './vocabulary';

export const UnitRef = z.object({ id: z.uuid(), abbreviation: z.string(), name: Bilingual }).meta({ id: 'UnitRef' });
export type UnitRef = z.infer<typeof UnitRef>;

/** A post as lists and pages show it. */
export const PostRef = z
  .object({ id: z.uuid(), marking: z.string(), designation: Bilingual, unit: Bilingual })
  .meta({ id: 'PostRef' });
export type PostRef = z.infer<typeof PostRef>;

/** A post one can send to, with who holds it today; null when it is vacant. */
export const PostView = PostRef.extend({
  level: z.int(),
  unitId: z.uuid(),
  superiorPostId: z.uuid().nullable(),
  holder: Bilingual.nullable(),
}).meta({ id: 'PostView' });
export type PostView = z.infer<typeof PostView>;

/** Who acted: the person, the post, and for whom if the post was not their own. */
export const ActorRef = z
  .object({
    name: Bilingual,
    post: PostRef,
    capacity: z.enum(TENURE_KINDS),
    /** For whom a link officer acted: "A for B". */
    actingFor: Bilingual.nullable(),
  })
  .meta({ id: 'ActorRef' });
export type ActorRef = z.infer<typeof ActorRef>;

export const SignIn = z.object({ username: typed(100), password: z.string().min(1).max(500) }).meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const NewPassword = z.string().min(10).max(500);

/** A one-time link sets the person's first password, or a new one. */
export const SignInByLink = z
  .object({ token: z.string().min(20).max(200), newPassword: NewPassword })
  .meta({ id: 'SignInByLink' });
export type SignInByLink = z.infer<typeof SignInByLink>;

export const ChangePassword = z
  .object({ currentPassword: z.string().min(1).max(500), newPassword: NewPassword })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const SignInAsDemoPerson = z.object({ username: typed(100) }).meta({ id: 'SignInAsDemoPerson' });
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

export const NumberHead = z
  .object({
    id: z.uuid(),
    basic: z.string(),
    primary: z.string(),
    secondary: z.string(),
    tertiary: z.string().nullable(),
    /** `A-11011`, as the file number prints it. */
    series: z.string(),
    title: Bilingual,
  })
  .meta({ id: 'NumberHead' });
export type NumberHead = z.infer<typeof NumberHead>;
