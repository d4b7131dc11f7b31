import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Hint } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { LiveSessions, type SignedIn } from '@patravali/identity';
import {
  ageOf,
  ANYTHING,
  type Changes,
  CommittedChanges,
  hintFor,
  idOfPlace,
  justBefore,
  type Listener,
  type HintPlace,
} from '@patravali/notices';
import type { EventStream } from './event-stream';

/** How often this process looks at what was committed, while anybody listens. */
const LOOK_EVERY_MS = 350;
/** A line on which nothing is said is cut by proxies after half a minute. */
const BEAT_EVERY_MS = 20_000;
/** Within this time a stream ends whose session has ended, and a post that is no longer held is no longer told of. */
const SESSIONS_EVERY_MS = 15_000;
const SESSIONS_AT_ONCE = 200;
/** One browser takes one line, however many tabs it has. */
const MOST_OF_A_PERSON = 10;
const RETRY_AFTER_SECONDS = 60;
/** After such a time without the database nobody searches for what was missed. */
const LONGEST_BLINDNESS_MS = 10 * 60_000;

interface Listening extends Listener {
  readonly tokenHash: string;
  readonly stream: EventStream;
  posts: Listener['posts'];
}

/**
 * Everybody who listens at this process. One statement looks for all of them at what the whole office has committed, from
 * whichever process: no listener has a connection to the database, and no command does more because somebody listens.
 */
@Injectable()
export class Listeners implements OnModuleDestroy {
  private readonly logger = new Logger(Listeners.name);
  private readonly listening = new Set<Listening>();
  /** Where the last look stood: there the next begins. */
  private place = justBefore();
  private timers: NodeJS.Timeout[] = [];
  private begun: Promise<void> = Promise.resolve();
  private looking = false;
  private closing = false;

  constructor(
    private readonly committed: CommittedChanges,
    private readonly sessions: LiveSessions,
  ) {}

  /** @throws Refusal `too-many-requests`, `office-closing`. */
  refuseMoreOf(userId: string): void {
    if (this.closing) throw new Refusal('office-closing', {}, { retryAfter: RETRY_AFTER_SECONDS });
    const own = [...this.listening].filter((each) => each.userId === userId);
    if (own.length >= MOST_OF_A_PERSON) throw new Refusal('too-many-requests', {}, { retryAfter: RETRY_AFTER_SECONDS });
  }

  /** @param from where the listener stood when it last heard something; undefined when nobody knows. */
  async add(
    { person, tokenHash, heldPosts }: SignedIn,
    stream: EventStream,
    from: HintPlace | undefined,
  ): Promise<void> {
    const { organisationId, userId } = person;
    const listening: Listening = { organisationId, userId, tokenHash, posts: heldPosts, stream };
    this.listening.add(listening);
    stream.onClose(() => this.remove(listening));
    if (this.timers.length === 0) this.begin();
    await this.begun;
    // It hears of what is committed from now on; what it has missed until now is looked for once.
    const missed = await this.committed.since(from ?? justBefore()).catch(() => undefined);
    if (missed && from) this.tell(listening, missed);
    else stream.send('hint', ANYTHING, missed ? idOfPlace(missed.place) : '');
  }

  /** Before the server waits for its requests to end. */
  onModuleDestroy(): void {
    this.closing = true;
    for (const { stream } of this.listening) stream.end();
    this.stop();
  }

  /** How many listen here. */
  get count(): number {
    return this.listening.size;
  }

  private remove(listening: Listening): void {
    this.listening.delete(listening);
    if (this.listening.size === 0) this.stop();
  }

  private begin(): void {
    this.begun = this.committed.here().then(
      (place) => void (this.place = place),
      () => void (this.place = justBefore()),
    );
    const every = (ms: number, work: () => Promise<void> | void) =>
      setInterval(() => void Promise.resolve(work()).catch((error: unknown) => this.logger.warn(messageOf(error))), ms);
    this.timers = [
      every(LOOK_EVERY_MS, () => this.look()),
      every(BEAT_EVERY_MS, () => this.beat()),
      every(SESSIONS_EVERY_MS, () => this.checkSessions()),
    ];
  }

  private stop(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await this.begun;
      const blind = ageOf(this.place) > LONGEST_BLINDNESS_MS;
      const found = await this.committed.since(blind ? justBefore() : this.place);
      this.place = found.place;
      for (const each of this.listening) this.tell(each, { ...found, tooMany: found.tooMany || blind });
    } finally {
      this.looking = false;
    }
  }

  private tell(listening: Listening, changes: Changes): void {
    const hint: Hint | null = changes.tooMany ? ANYTHING : hintFor(listening, changes);
    if (hint) listening.stream.send('hint', hint, idOfPlace(changes.place));
  }

  private beat(): void {
    const id = idOfPlace(this.place);
    for (const { stream } of this.listening) stream.beat(id);
  }

  private async checkSessions(): Promise<void> {
    const all = [...this.listening];
    for (let at = 0; at < all.length; at += SESSIONS_AT_ONCE) {
      const some = all.slice(at, at + SESSIONS_AT_ONCE);
      const live = await this.sessions.execute(some.map(({ tokenHash }) => tokenHash));
      for (const each of some) {
        each.posts = live.get(each.tokenHash) ?? [];
        if (each.posts.length === 0) each.stream.end();
      }
    }
  }
}

const messageOf = (error: unknown): unknown => (error instanceof Error ? error.message : error);
