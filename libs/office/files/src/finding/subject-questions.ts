import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { select } from '@patravali/database';
import { SYNONYMS } from '@patravali/devanagari';
import { type Asked, formulasFor, SearchWords, Synonyms, TextIndex } from '@patravali/search';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

const Subject = z.object({ id: z.uuid(), text: z.string() });

/** The words of subjects: how they are indexed, and what is asked for of what somebody typed. */
@Injectable()
export class SubjectQuestions implements OnModuleInit, OnApplicationBootstrap {
  private readonly synonyms: Synonyms;

  constructor(
    private readonly database: EntityManager,
    private readonly texts: TextIndex,
    words: SearchWords,
  ) {
    this.synonyms = new Synonyms(words, SYNONYMS);
  }

  onModuleInit(): void {
    this.texts.register('file', {
      read: (tx, ids) =>
        select(
          tx,
          Subject,
          `SELECT f.id, concat_ws(' ', f.number, f.number_hi, f.subject) AS text FROM office_file f
          WHERE f.id = ANY ($1::uuid[])`,
          [ids],
        ),
      keep: async (tx, ids, said) => {
        await tx.query('SELECT say_files($1::uuid[], $2::text[])', [ids, said]);
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.synonyms.prepare(this.database);
  }

  /** @throws Refusal `invalid-input` of too many words. */
  async formulasFor(typed: string): Promise<Asked | null> {
    return await formulasFor(this.database, this.synonyms, typed);
  }
}
