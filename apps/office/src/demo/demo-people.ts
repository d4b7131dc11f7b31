import type { Actor } from '@patravali/authorization';
import { AREA_RULES } from '@patravali/foundation';
import { createActor, FindSession, type SignedIn, SignInAsDemoPerson, SignOut } from '@patravali/identity';

/** The people of the demo office, signed in as a visitor signs in as them, for as long as the story is told. */
export class DemoPeople {
  private readonly signedIn = new Map<string, SignedIn>();

  constructor(
    private readonly signIn: SignInAsDemoPerson,
    private readonly findSession: FindSession,
    private readonly signOut: SignOut,
  ) {}

  /**
   * @param by a user name, and the marking of the post where the person holds several.
   * @param act names the act: told again after an interruption, it is done once.
   */
  async actor(by: string, act: string): Promise<Actor> {
    const [username = '', marking] = by.split(' ');
    const person = this.signedIn.get(username) ?? (await this.enter(username));
    const post = person.heldPosts.find((held) => held.marking === marking);
    const idempotency = { key: act, requestHash: act };
    return { ...createActor(person, post?.id, AREA_RULES), idempotency };
  }

  async leave(): Promise<void> {
    for (const person of this.signedIn.values()) await this.signOut.execute(person);
  }

  private async enter(username: string): Promise<SignedIn> {
    const { token } = await this.signIn.execute({ username });
    const person = await this.findSession.execute(token);
    this.signedIn.set(username, person);
    return person;
  }
}
