import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { addressOnLetters, CONFIG, type Config } from '@patravali/config';
import { ActorRef, Instant, PAGE_PATHS } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { EVENTS, type ProvenEvent } from '@patravali/ledger';
import { correspondencePages } from '@patravali/messages';
import { noteEventShown } from '@patravali/notes';
import { actorRef, withPosts } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { type BundleContent, eventPath, eventsInWords, type FileInBundle } from './bundle-content';
import { type IndexedEvent, type IndexedFile, indexPage } from './index-page';

const EventInIndex = z.object({
  id: z.uuid(),
  name: z.string(),
  by: ActorRef.nullable(),
  at: Instant,
  reason: z.string().nullable(),
});
const TOLD = projection(EventInIndex, {
  id: 'e.id',
  name: 'e.name',
  by: actorRef('e.user_id', 'e.post_id', 'e.capacity'),
  at: 'e.at',
  reason: 'e.reason',
});
const EventsInIndex = z.object({ items: z.array(EventInIndex) });

const indexed = ({ number, subject, letters, copies }: FileInBundle): IndexedFile => ({
  number,
  subject,
  letters: letters.map(({ letter, path }) => ({
    pages: correspondencePages(letter),
    words: [letter.party, letter.letterNumber, letter.subject].filter((part) => part !== null).join(' · '),
    path,
  })),
  copies: copies.map(({ place, path, inPlaceOf: { sha256, leftOut } }) => ({
    place,
    path,
    original: sha256,
    clauses: leftOut,
  })),
});

/** A page that tells people, in both languages, what lies in a bundle and what happened. */
@Injectable()
export class BundleIndex {
  constructor(
    private readonly database: EntityManager,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'demo'>,
  ) {}

  async of(content: BundleContent & { readonly paths: readonly string[] }): Promise<string> {
    const { actor, office, files, letterNumber, proven, leftOut, paths, madeAt } = content;
    const address = addressOnLetters(this.config);
    return indexPage({
      office,
      letterNumber,
      madeAt,
      madeBy: { name: actor.name, post: actor.post },
      verifiedAt: address === null ? null : `${address}${PAGE_PATHS.verifyBundle}`,
      log: proven.firstKey,
      paths,
      files: files.map(indexed),
      events: await this.told(actor, eventsInWords(content)),
      losses: proven.lost.told,
      leftOut: leftOut && { events: leftOut.events.length, letters: leftOut.uncopied },
    });
  }

  /** As the person sees them in the history: what a desk did with its note in writing is its own. */
  private async told(actor: Actor, events: readonly ProvenEvent[]): Promise<IndexedEvent[]> {
    const rows = await select(
      this.database,
      TOLD.row,
      `SELECT ${TOLD.columns} FROM ${EVENTS} e
       WHERE e.organisation_id = $1 AND e.subject_id = ANY ($2) AND ${noteEventShown('$3')} ORDER BY e.at, e.subject_id, e.sequence`,
      [actor.organisationId, [...new Set(events.map(({ subjectId }) => subjectId))], actor.postId],
    );
    const named = await withPosts(this.database, actor, EventsInIndex, { items: rows });
    const proven = new Map(events.map((event) => [event.id, event]));
    return named.items.flatMap(({ id, name, by, at, reason }) => {
      const event = proven.get(id);
      if (!event) return [];
      const who = by && { name: by.name, post: by.post };
      return { path: eventPath(event), at, who, reason, name };
    });
  }
}
