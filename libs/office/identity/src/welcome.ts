import { Injectable } from '@nestjs/common';
import { Bilingual, Welcome } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { Organisation, PEOPLE, SHOWN_POSTS } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { SessionPolicy } from './session/session-policy';

const DEMO_PERSON = projection(Welcome.shape.demoPeople.element, {
  username: 'person.username',
  name: `jsonb_build_object('hi', person.name_hi, 'en', person.name_en)`,
  shows: `jsonb_build_object('hi', COALESCE(person.shows_hi, ''), 'en', COALESCE(person.shows_en, ''))`,
  posts: 'shown.posts',
});

/** What the sign-in page may know before anybody has signed in. */
@Injectable()
export class WelcomeQuery {
  constructor(
    private readonly database: EntityManager,
    private readonly policy: SessionPolicy,
  ) {}

  /** The office's name, and in a demo its people, officers before their assistants; one that has not been loaded yet has an empty name. */
  @Serves('getWelcome')
  async execute(): Promise<Welcome> {
    const [office] = await this.database.find(Organisation, { order: { id: 'ASC' }, take: 1 });
    if (!office)
      return {
        organisation: { hi: '', en: '' },
        keptLanguages: 'bilingual',
        demo: this.policy.demo,
        demoPeople: [],
      };
    const demo = office.demo && this.policy.demo;
    const organisation: Bilingual = { hi: office.nameHi, en: office.nameEn };
    const { keptLanguages } = office;
    return { organisation, keptLanguages, demo, demoPeople: demo ? await this.demoPeople(office.id) : [] };
  }

  private demoPeople(organisationId: string): Promise<z.output<typeof DEMO_PERSON.row>[]> {
    return select(
      this.database,
      DEMO_PERSON.row,
      `SELECT ${DEMO_PERSON.columns} FROM ${PEOPLE}, ${SHOWN_POSTS}
       WHERE person.organisation_id = $1 AND person.demo
       ORDER BY shown.level, shown.marking, shown.posts -> 0 ->> 'capacity' IN ('assistant', 'operator'), person.username`,
      [organisationId],
    );
  }
}
