import { randomUUID } from 'node:crypto';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Config } from '@patravali/config';
import { type Unnamed } from '@patravali/contract';
import { Jobs, Transactions } from '@patravali/database';
import { CreateFile } from '@patravali/files';
import { LoadOffice } from '@patravali/identity';
import { type OfficeFileContent, readOffice, withPosts } from '@patravali/organisation';
import type { Pool } from 'pg';
import { DataSource, EntityManager } from 'typeorm';
import type { z } from 'zod';
import { type Marking, type NewPost, writeActor, writeAssistant, writeLinkOfficer, type WrittenOffice } from './rows';

interface Parts {
  readonly app: INestApplicationContext;
  readonly config: Config;
  readonly owner: Pool;
  readonly start: (changes?: Partial<Config>) => Promise<INestApplicationContext>;
  readonly written: WrittenOffice | undefined;
  readonly people: ReadonlyMap<Marking, Actor> | undefined;
}

/** An office of one test's own: what Nest opened, its people, and its database as the owner sees it. */
export class TestOffice {
  constructor(private readonly parts: Parts) {}

  /** A command, a query or a part of the platform, as the office itself has it. */
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T) | symbol): T {
    return this.parts.app.get<T>(token, { strict: false });
  }

  /** Another process of this office, told something else at its start. It is closed with the office. */
  start(changes: Partial<Config> = {}): Promise<INestApplicationContext> {
    return this.parts.start(changes);
  }

  get app(): INestApplicationContext {
    return this.parts.app;
  }

  get config(): Config {
    return this.parts.config;
  }

  /** The owner's connections: for what the application's role may not do. */
  get owner(): Pool {
    return this.parts.owner;
  }

  get dataSource(): DataSource {
    return this.get(DataSource);
  }

  get manager(): EntityManager {
    return this.get(EntityManager);
  }

  get transactions(): Transactions {
    return this.get(Transactions);
  }

  get jobs(): Jobs {
    return this.get(Jobs);
  }

  get id(): string {
    return this.written.id;
  }

  get headId(): string {
    return this.written.headId;
  }

  get unitId(): string {
    return this.written.units.EST;
  }

  /** Acts from that post of the section. */
  at(marking: Marking): Actor {
    const actor = this.parts.people?.get(marking);
    if (!actor) throw new Error(`There is no post ${marking}: the office holds no section`);
    return actor;
  }

  /** A person on a new post of the office. An officer unless said otherwise. */
  actor(wanted: NewPost = {}): Promise<Actor> {
    return writeActor(this.owner, this.written, wanted);
  }

  /** A second person on that post, who acts for its holder. */
  linkOfficerOf(holder: Actor): Promise<Actor> {
    return writeLinkOfficer(this.owner, this.written, holder);
  }

  /** The personal assistant of that officer. */
  assistantOf(officer: Actor): Promise<Actor> {
    return writeAssistant(this.owner, this.written, officer);
  }

  /** A new file on the desk of that post. */
  async newFile(by: Actor, { grading = 'normal' }: { grading?: 'normal' | 'confidential' } = {}) {
    const request = { headId: this.headId, subject: 'विद्यालय भवन की मरम्मत', grading, urgency: 'ordinary' } as const;
    const { id, number } = await this.get(CreateFile).execute(by, request);
    return { fileId: id, number };
  }

  /** A stored document of that post, as far as the database knows. */
  async newDocument(by: Actor, { pages = 2, sha256 = randomUUID().replaceAll('-', '').repeat(2), size = 1000 } = {}) {
    const [document] = await this.rows<{ id: string }>(
      `INSERT INTO document (id, organisation_id, sha256, size, pages, file_name, has_text, uploaded_by_user_id, uploaded_by_post_id)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'पत्र.pdf', true, $5, $6) RETURNING id`,
      [this.id, sha256, size, pages, by.userId, by.postId],
    );
    return document?.id ?? '';
  }

  /** What this person read, as it is shown: with each post in the place of its id. */
  async named<Schema extends z.ZodType>(
    schema: Schema,
    reading: Promise<Unnamed<z.output<Schema>>>,
    by: Pick<Actor, 'organisationId'> = { organisationId: this.id },
  ) {
    return withPosts(this.manager, by, schema, await reading);
  }

  load(content: OfficeFileContent): ReturnType<LoadOffice['execute']> {
    return this.get(LoadOffice).execute(readOffice(JSON.stringify(content)));
  }

  /** Rows of one statement, as the owner of the database. */
  async rows<R = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.owner.query(sql, values)).rows as R[];
  }

  /** How many rows each table holds: a refusal must leave it as it was. */
  async counts(): Promise<Record<string, number>> {
    const tables = await this.rows<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`,
    );
    const [counts] = await this.rows<Record<string, number>>(
      `SELECT ${tables.map(({ name }) => `(SELECT count(*)::int FROM ${name}) AS ${name}`).join(', ')}`,
    );
    return counts ?? {};
  }

  private get written(): WrittenOffice {
    if (!this.parts.written) throw new Error('This office begins with an empty database');
    return this.parts.written;
  }
}
