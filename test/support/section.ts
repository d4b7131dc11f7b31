import { randomUUID } from 'node:crypto';
import { type AbilityRules, type Actor, defineAbility } from '@patravali/authorization';
import { receiptAbilities } from '@patravali/dak';
import type { Role } from '@patravali/contract';
import { Jobs, Transactions } from '@patravali/database';
import { issueAbilities } from '@patravali/dispatch';
import { documentAbilities } from '@patravali/documents';
import { draftAbilities } from '@patravali/drafts';
import { CreateFile } from '@patravali/files';
import { fileAbilities } from '@patravali/custody';
import { applicationDataSource } from '@patravali/schema';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { useDatabase } from './database';

export interface Section {
  /** The owner's connection string, as the office is given it. */
  readonly databaseUrl: string;
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly jobs: Jobs;
  /** The owner's connections: for what the application's role may not do. */
  readonly owner: Pool;
  readonly organisationId: string;
  /** Acts from the post with this marking. */
  actor(marking: Marking): Actor;
  /** A new file on the desk of that post. */
  newFile(by: Actor, wishes?: { grading?: 'normal' | 'confidential' }): Promise<{ fileId: string; number: string }>;
  /** A stored document of that post, as far as the database knows. */
  newDocument(by: Actor, facts?: { pages?: number; sha256?: string }): Promise<string>;
  /** Rows of one statement. */
  rows<R>(sql: string, values?: unknown[]): Promise<R[]>;
}

/** Deputy secretary over under secretary over section officer over assistant, a dispatcher, an auditor; and another unit. */
const POSTS = {
  DS: { unit: 'EST', roles: ['officer'], superior: null, level: 1 },
  US: { unit: 'EST', roles: ['officer'], superior: 'DS', level: 2 },
  SO: { unit: 'EST', roles: ['officer', 'dealing_hand'], superior: 'US', level: 3 },
  ASO: { unit: 'EST', roles: ['dealing_hand'], superior: 'SO', level: 4 },
  DISPATCH: { unit: 'EST', roles: ['dispatcher'], superior: 'SO', level: 5 },
  AUDIT: { unit: 'FIN', roles: ['auditor'], superior: null, level: 2 },
  OTHER: { unit: 'FIN', roles: ['officer', 'dealing_hand'], superior: null, level: 3 },
  CLERK: { unit: 'FIN', roles: ['dealing_hand'], superior: 'OTHER', level: 4 },
} as const satisfies Record<string, { unit: string; roles: readonly Role[]; superior: string | null; level: number }>;
const AREAS: readonly AbilityRules[] = [
  fileAbilities,
  receiptAbilities,
  documentAbilities,
  draftAbilities,
  issueAbilities,
];

export type Marking = keyof typeof POSTS;

/** An office with two sections and a person on each post, in a database of its own. */
export function useSection(): () => Section {
  let section: (Section & { close(): Promise<void> }) | undefined;
  // Before the database's own hooks: it is dropped when nobody is connected any more.
  afterAll(async () => section?.close());
  const database = useDatabase();

  beforeAll(async () => {
    const { ownerUrl } = database();
    const dataSource = await applicationDataSource(ownerUrl, { size: 12 }).initialize();
    const owner = new Pool({ connectionString: ownerUrl, max: 4 });
    section = await openSection({ databaseUrl: ownerUrl, dataSource, owner, jobs: new Jobs(ownerUrl) });
  }, 60_000);

  return () => {
    if (!section) throw new Error('the section is there once beforeAll has run');
    return section;
  };
}

interface Ground {
  readonly databaseUrl: string;
  readonly dataSource: DataSource;
  readonly owner: Pool;
  readonly jobs: Jobs;
}

async function openSection({ databaseUrl, dataSource, owner, jobs }: Ground) {
  const people = await settle(owner);
  const transactions = new Transactions(dataSource, jobs);
  const rows = async <R>(sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows as R[];
  const actor = (marking: Marking): Actor => actorOf(people, marking);
  return {
    databaseUrl,
    dataSource,
    transactions,
    jobs,
    owner,
    organisationId: people.organisationId,
    actor,
    rows,
    newFile: async (by: Actor, { grading = 'normal' }: { grading?: 'normal' | 'confidential' } = {}) => {
      const request = { headId: people.headId, subject: 'विद्यालय भवन की मरम्मत', grading, urgency: 'ordinary' } as const;
      const { id, number } = await new CreateFile(transactions).execute(by, request);
      return { fileId: id, number };
    },
    newDocument: async (by: Actor, { pages = 2, sha256 = randomUUID().replaceAll('-', '').repeat(2) } = {}) => {
      const [document] = await rows<{ id: string }>(
        `INSERT INTO document (id, organisation_id, sha256, size, pages, file_name, has_text, uploaded_by_user_id, uploaded_by_post_id)
         VALUES (gen_random_uuid(), $1, $2, 1000, $3, 'पत्र.pdf', true, $4, $5) RETURNING id`,
        [people.organisationId, sha256, pages, by.userId, by.postId],
      );
      return document?.id ?? '';
    },
    close: async () => {
      await jobs.stop();
      await dataSource.destroy();
      await owner.end();
    },
  };
}

interface People {
  readonly organisationId: string;
  readonly headId: string;
  readonly units: Record<string, string>;
  readonly posts: Record<string, string>;
  readonly users: Record<string, string>;
}

async function settle(owner: Pool): Promise<People> {
  const [organisationId, headId] = [randomUUID(), randomUUID()];
  const ids = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, randomUUID()]));
  const people = { organisationId, headId, units: ids(['EST', 'FIN']), posts: ids(MARKINGS), users: ids(MARKINGS) };
  await owner.query(
    `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en, phone, email, demo)
     VALUES ($1, 'शिक्षा विभाग', 'Department of Education', 'लखनऊ', 'Lucknow', '0522-2222222', 'office@example.in', true)`,
    [organisationId],
  );
  for (const [abbreviation, id] of Object.entries(people.units)) {
    await owner.query(
      `INSERT INTO unit (id, organisation_id, abbreviation, name_hi, name_en) VALUES ($1, $2, $3, 'अनुभाग', 'Section')`,
      [id, organisationId, abbreviation],
    );
  }
  for (const marking of MARKINGS) await appoint(owner, people, marking);
  await owner.query(
    `INSERT INTO number_head (id, organisation_id, basic, "primary", secondary, title_hi, title_en)
     VALUES ($1, $2, 'A', '11', '11', 'स्थापना', 'Establishment')`,
    [headId, organisationId],
  );
  await owner.query(
    `INSERT INTO number_scheme (organisation_id, kind, template, period) VALUES
       ($1, 'file', '{basic}-{primary}0{secondary}/{serial}/{year}-{unit}', 'calendar'),
       ($1, 'diary', '{serial}/{year}', 'calendar'), ($1, 'issue', '{serial}/{unit}-{year}', 'financial')`,
    [organisationId],
  );
  return people;
}

const MARKINGS = Object.keys(POSTS) as Marking[];

async function appoint(owner: Pool, { organisationId, ...people }: People, marking: Marking): Promise<void> {
  const { unit, roles, superior, level } = POSTS[marking];
  await owner.query(
    `INSERT INTO post (id, organisation_id, unit_id, marking, designation_hi, designation_en, level, superior_post_id, roles)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      people.posts[marking],
      organisationId,
      people.units[unit],
      marking,
      `${marking} पद`,
      `${marking} post`,
      level,
      superior && people.posts[superior],
      roles,
    ],
  );
  await owner.query(
    `INSERT INTO office_user (id, organisation_id, username, name_hi, name_en) VALUES ($1, $2, $3, $4, $5)`,
    [people.users[marking], organisationId, marking.toLowerCase(), `${marking} अधिकारी`, `${marking} person`],
  );
  await owner.query(
    `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on)
     VALUES (gen_random_uuid(), $1, $2, $3, 'regular', '2020-01-01')`,
    [organisationId, people.users[marking], people.posts[marking]],
  );
}

function actorOf({ organisationId, units, posts, users }: People, marking: Marking): Actor {
  const { unit, roles, superior } = POSTS[marking];
  const post = {
    id: posts[marking] ?? '',
    organisationId,
    unitId: units[unit] ?? '',
    marking,
    designation: { hi: `${marking} पद`, en: `${marking} post` },
    superiorPostId: superior && (posts[superior] ?? null),
    roles,
  };
  return {
    organisationId,
    userId: users[marking] ?? '',
    postId: post.id,
    capacity: 'regular',
    name: { hi: `${marking} अधिकारी`, en: `${marking} person` },
    post,
    ability: defineAbility(post, AREAS),
  };
}
