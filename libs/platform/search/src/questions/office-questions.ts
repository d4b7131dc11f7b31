import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SYNONYMS } from '@patravali/devanagari';
import { EntityManager } from 'typeorm';
import { Synonyms } from '../synonyms/synonyms';
import { SearchWords } from '../words/search-words';
import { type Likeness, likenessOf } from './likenesses';
import { type Asked, formulasFor } from './questions';

/** What is asked for of what somebody typed, with the words that mean the same in an office. */
@Injectable()
export class OfficeQuestions implements OnApplicationBootstrap {
  private readonly synonyms: Synonyms;

  constructor(
    private readonly database: EntityManager,
    words: SearchWords,
  ) {
    this.synonyms = new Synonyms(words, SYNONYMS);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.synonyms.prepare(this.database);
  }

  /** @throws Refusal `invalid-input` of too many words. */
  async formulasFor(organisationId: string, typed: string): Promise<Asked | null> {
    return await formulasFor(this.database, this.synonyms, organisationId, typed);
  }

  /** What other texts must say to be about the same; null of a text that tells too little. */
  async likenessOf(organisationId: string, text: string): Promise<Likeness | null> {
    return await likenessOf(this.database, this.synonyms, organisationId, text);
  }
}
