import type { Actor } from '@patravali/authorization';
import { rulesFor } from '@patravali/foundation';
import { createActor, FindSession, type SignedIn, SignInAsDemoPerson, SignOut } from '@patravali/identity';

/** The people of the demo office, signed in the way a visitor signs in as them, while the demo is being seeded. */
export class DemoPeople {
  private readonly tokens = new Map<string, string>();
  private readonly signedIn = new Map<string, SignedIn>();

  constructor(
    private readonly signIn: SignInAsDemoPerson,
    private readonly findSession: FindSession,
    private readonly signOut: SignOut,
  ) {}

  /**
   * @param by a user name, and the marking of the post where the person holds several.
   * @param act its idempotency key, so that after an interruption it is not done twice, and the day: posts change hands.
   */
  async actor(by: string, { key, day }: { readonly key: string; readonly day: string }): Promise<Actor> {
    const [username = '', marking] = by.split(' ');
    const person = await this.find(username, day);
    const post = person.heldPosts.find((held) => held.marking === marking);
    const idempotency = { key, requestHash: key };
    return { ...createActor(person, post?.id, rulesFor), idempotency };
  }

  async signOutAll(): Promise<void> {
    for (const token of this.tokens.values()) await this.signOut.execute(await this.findSession.execute(token));
  }

  /** With the posts that the person holds on that day. */
  private async find(username: string, day: string): Promise<SignedIn> {
    const known = this.signedIn.get(`${username} ${day}`);
    if (known) return known;
    const token = this.tokens.get(username) ?? (await this.signIn.execute({ username, address: '127.0.0.1' })).token;
    this.tokens.set(username, token);
    const person = await this.findSession.execute(token);
    this.signedIn.set(`${username} ${day}`, person);
    return person;
  }
}
