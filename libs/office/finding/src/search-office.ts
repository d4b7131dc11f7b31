import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  FILTERS_OF_KIND,
  filtersOfSearch,
  type FoundOfKind,
  SEARCH_KINDS,
  type SearchAnswer,
  type SearchHit,
  type SearchKind,
  type SearchOffice as SearchOfficeQuery,
  type Unnamed,
} from '@patravali/contract';
import { decodeCursor, encodeCursor } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { idsOfPostsOfUnit, refuseUnknown } from '@patravali/organisation';
import { type Asked, narrowingTo, OfficeQuestions, SearchWords } from '@patravali/search';
import { EntityManager } from 'typeorm';
import type { Narrowed } from './found-kinds';
import { type Found, hitsOfKind } from './hits-of-kind';
import { showHits } from './show-hits';

/** So many of each kind where all are asked for. */
const OF_EACH_KIND = 5;

/**
 * Searches what is written in the office, among what one may read. What may not be read is neither found nor counted: who reads is a
 * condition of the statements that find.
 */
@Injectable()
export class SearchOffice {
  constructor(
    private readonly database: EntityManager,
    private readonly questions: OfficeQuestions,
    private readonly words: SearchWords,
  ) {}

  /**
   * A statement for the words, one for each kind, and one for the words of what was found, where they are new; what it is narrowed to is
   * looked up before.
   * @throws Refusal `unknown-unit`, `unknown-post`
   */
  @Serves('searchOffice')
  async execute(actor: Actor, query: SearchOfficeQuery): Promise<Unnamed<SearchAnswer>> {
    const { q, kind, cursor, limit } = query;
    const after = cursor === undefined ? undefined : placeIn(cursor, kind);
    const asked = await this.questions.formulasFor(actor.organisationId, q);
    const filters = filtersOfSearch(query);
    const narrowed = filters.length === 0 ? undefined : await this.narrowedBy(actor, query);
    if (!asked || narrowed === null) return { kinds: [] };
    const shown = kind === undefined ? Math.min(limit, OF_EACH_KIND) : limit;
    const found = [];
    const kinds = kind === undefined ? SEARCH_KINDS : [kind];
    for (const each of kinds.filter((one) => filters.every((filter) => FILTERS_OF_KIND[one].includes(filter)))) {
      const hits = await hitsOfKind(this.database, each, { actor, asked, narrowed, after, wanted: shown + 1 });
      if (hits.length > 0) found.push({ kind: each, hits: hits.slice(0, shown), next: nextOf(hits, shown) });
    }
    return { kinds: await this.shown(asked, found) };
  }

  /** Null where nothing can be such. */
  private async narrowedBy(actor: Actor, query: SearchOfficeQuery): Promise<Narrowed | null> {
    const { from, to, unitId, sender, holderId, state } = query;
    const { organisationId } = actor;
    await refuseUnknown(this.database, organisationId, { postId: holderId });
    const postIds = unitId === undefined ? undefined : await idsOfPostsOfUnit(this.database, organisationId, unitId);
    const called = sender === undefined ? undefined : await this.questions.formulasFor(organisationId, sender);
    if (called === null) return null;
    const words = called && (called.sounds ?? called.meanings ?? called.forms);
    const narrowing = narrowingTo({ from, to, postIds, sender: words });
    if (narrowing === null) return null;
    return {
      to: narrowing.query === '' ? undefined : narrowing,
      postIds: postIds ?? [],
      there: holderId === undefined && state === undefined ? undefined : { holderId, state },
    };
  }

  private async shown(
    asked: Asked,
    found: readonly { readonly kind: SearchKind; readonly hits: readonly Found[]; readonly next: string | null }[],
  ): Promise<FoundOfKind[]> {
    const stems = new Set((asked.sounds ?? asked.meanings ?? asked.forms).marked);
    const all = found.flatMap(({ kind, hits }) => hits.map((hit) => ({ kind, hit })));
    const items: SearchHit[] = await showHits(this.database, this.words, all, stems);
    let from = 0;
    return found.map(({ kind, hits, next }) => ({ kind, items: items.slice(from, (from += hits.length)), next }));
  }
}

const nextOf = (hits: readonly Found[], shown: number): string | null => {
  const last = hits[shown - 1];
  return hits.length > shown && last ? encodeCursor([last.place]) : null;
};

/** @throws Refusal `invalid-input` of one that no list has given, and of one without its kind. */
function placeIn(cursor: string, kind: SearchKind | undefined): number {
  const place = Number(decodeCursor(cursor, ['number'])[0]);
  if (kind === undefined || !Number.isSafeInteger(place) || place < 0)
    throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/cursor', detail: 'cursor' }] });
  return place;
}
