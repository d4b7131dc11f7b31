import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
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
import { type Asked, OfficeQuestions, SearchWords } from '@patravali/search';
import { EntityManager } from 'typeorm';
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

  /** A statement for the words, one for each kind, and one for the words of what was found, where they are new. */
  @Serves('searchOffice')
  async execute(actor: Actor, { q, kind, cursor, limit }: SearchOfficeQuery): Promise<Unnamed<SearchAnswer>> {
    const after = cursor === undefined ? undefined : placeIn(cursor, kind);
    const asked = await this.questions.formulasFor(actor.organisationId, q);
    if (!asked) return { kinds: [] };
    const shown = kind === undefined ? Math.min(limit, OF_EACH_KIND) : limit;
    const found = [];
    for (const each of kind === undefined ? SEARCH_KINDS : [kind]) {
      const hits = await hitsOfKind(this.database, each, { actor, asked, after, wanted: shown + 1 });
      if (hits.length > 0) found.push({ kind: each, hits: hits.slice(0, shown), next: nextOf(hits, shown) });
    }
    return { kinds: await this.shown(asked, found) };
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
