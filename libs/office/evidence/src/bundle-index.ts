import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ActorRef, Instant } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { EVENTS, type ProvenEvent } from '@patravali/ledger';
import { correspondencePages } from '@patravali/messages';
import { noteEventShown } from '@patravali/notes';
import { actorRef, withPosts } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { type BundleContent, eventPath, eventsInWords, type LetterInBundle } from './bundle-content';
import { type IndexedEvent, type IndexedLetter, indexPage } from './index-page';

const ToldEvent = z.object({
  id: z.uuid(),
  name: z.string(),
  by: ActorRef.nullable(),
  at: Instant,
  reason: z.string().nullable(),
});
const TOLD = projection(ToldEvent, {
  id: 'e.id',
  name: 'e.name',
  by: actorRef('e.user_id', 'e.post_id', 'e.capacity'),
  at: 'e.at',
  reason: 'e.reason',
});
const ToldEvents = z.object({ items: z.array(ToldEvent) });

const indexed = ({ letter, path, inPlaceOf }: LetterInBundle): IndexedLetter => ({
  pages: correspondencePages(letter),
  // Sender and subject may be what is exempt: then its hash names it.
  words:
    inPlaceOf?.sha256 ??
    [letter.party, letter.letterNumber, letter.subject].filter((part) => part !== null).join(' · '),
  path,
  clauses: inPlaceOf?.leftOut ?? [],
});

/** A page that tells people, in both languages, what lies in a bundle and what happened. */
@Injectable()
export class BundleIndex {
  constructor(private readonly database: EntityManager) {}

  async of(content: BundleContent & { readonly paths: readonly string[] }): Promise<string> {
    const { actor, office, files, letterNumber, proven, leftOut, paths, madeAt } = content;
    return indexPage({
      office,
      letterNumber,
      madeAt,
      madeBy: { name: actor.name, post: actor.post },
      log: proven.firstKey,
      paths,
      files: files.map(({ number, subject, letters }) => ({ number, subject, letters: letters.map(indexed) })),
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
    const named = await withPosts(this.database, actor, ToldEvents, { items: rows });
    const proven = new Map(events.map((event) => [event.id, event]));
    return named.items.flatMap(({ id, name, by, at, reason }) => {
      const event = proven.get(id);
      if (!event) return [];
      const who = by && { name: by.name, post: by.post };
      return { path: eventPath(event), at, who, reason, name };
    });
  }
}
