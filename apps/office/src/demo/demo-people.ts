import type { Actor } from '@patravali/authorization';
import { AREA_RULES } from '@patravali/foundation';
import { createActor, FindSession, type SignedIn, SignInAsDemoPerson, SignOut } from '@patravali/identity';

/** The people of the demo office, signed in the way a visitor signs in as them, while the demo is being seeded. */
export class DemoPeople {
  private readonly signedIn = new Map<string, SignedIn>();

  constructor(
    private readonly signIn: SignInAsDemoPerson,
    private readonly findSession: FindSession,
    private readonly signOut: SignOut,
  ) {}

  /**
   * @param by a user name, and the marking of the post where the person holds several.
   * @param act an idempotency key: after an interruption the act is not done twice.
   */
  async actor(by: string, act: string): Promise<Actor> {
    const [username = '', marking] = by.split(' ');
    const person = this.signedIn.get(username) ?? (await this.signInAs(username));
    const post = person.heldPosts.find((held) => held.marking === marking);
    const idempotency = { key: act, requestHash: act };
    return { ...createActor(person, post?.id, AREA_RULES), idempotency };
  }

  async signOutAll(): Promise<void> {
    for (const person of this.signedIn.values()) await this.signOut.execute(person);
  }

  private async signInAs(username: string): Promise<SignedIn> {
    const { token } = await this.signIn.execute({ username });
    const person = await this.findSession.execute(token);
    this.signedIn.set(username, person);
    return person;
  }
}
