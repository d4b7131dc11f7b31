import { Inject, Injectable } from '@nestjs/common';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import {
  AS_SEALED,
  checkRows,
  type EventRow,
  eventsOf,
  eventsWithIds,
  type NamedRow,
  namedRows,
  ROWS_SEALED,
  type Statements,
  SEALED_TABLES,
  type SealedTable,
  type Subjects,
} from '@patravali/ledger';
import { tenuresOf } from '@patravali/organisation';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsInScope, type RowScope, shownNames, thingsNamedBy } from './rows-of-bundle';
import { rowsOfSubjects } from './subject-of-rows';

/** What of the record goes into a bundle, as of one moment. */
export interface BundledRecord {
  /** All of the chains. */
  readonly events: readonly EventRow[];
  /** Of other chains: those that named last a person, a post or something else of the rows. */
  readonly naming: readonly EventRow[];
  readonly rows: readonly NamedRow[];
}

/** Whether every row is named by an event by now. */
const Office = z.object({ sealed: z.boolean() });

/** Whose chains are not of one thing that only some may read. */
const OF_THE_OFFICE: readonly string[] = ['organisation', 'user'];

/** Reads the events and rows of which a bundle is made, and holds these against those. */
@Injectable()
export class BundleRecord {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SEALED_TABLES) private readonly tables: readonly SealedTable[],
  ) {}

  /** @throws Refusal `record-changed` when a row that goes into a bundle is not what events say, or a line not what its event says. */
  async refuseChanged(organisationId: string, scope: RowScope): Promise<void> {
    const subjectIds = [...scope.fileIds, ...scope.subjectIds];
    const { wrong, wrongLines } = await this.dataSource.transaction('REPEATABLE READ', async (reader) => {
      await reader.query(AS_SEALED);
      const [office] = await select(reader, Office, ROWS_SEALED, [organisationId]);
      const only = { organisationId, subjectIds, rowsOf };
      return await checkRows(reader, this.tables, { isSealed: office?.sealed ?? false, only });
    });
    if (wrong.length + wrongLines.length > 0) throw new Refusal('record-changed');
    await this.of(organisationId, scope);
  }

  /** The events alone. */
  async eventsOf(subjects: Subjects): Promise<BundledRecord> {
    return { events: await eventsOf(this.dataSource, subjects), naming: [], rows: [] };
  }

  /** @throws Refusal `record-changed` */
  async of(organisationId: string, scope: RowScope): Promise<BundledRecord> {
    return await this.dataSource.transaction('REPEATABLE READ', async (reader) => {
      const subjectIds = [...scope.fileIds, ...scope.subjectIds];
      const events = await eventsOf(reader, { organisationId, subjectIds });
      const shown = rowsInScope(await this.named(reader, shownNames(events)), scope);
      const rows = [...shown, ...(await this.beside(reader, organisationId, { events, rows: shown, naming: [] }))];
      const ofChains = new Set(events.map(({ id }) => id));
      const elsewhere = new Set(rows.map(({ eventId }) => eventId).filter((id) => !ofChains.has(id)));
      const naming = (await eventsWithIds(reader, [...elsewhere])).filter(isOfTheOffice);
      const given = new Set([...ofChains, ...naming.map(({ id }) => id)]);
      return { events, naming, rows: rows.filter(({ eventId }) => given.has(eventId)) };
    });
  }

  /** Who and what events and rows tell of: people and their tenures, posts, units, documents, the office. */
  private async beside(reader: EntityManager, organisationId: string, known: BundledRecord): Promise<NamedRow[]> {
    const { userIds, postIds, unitIds, documentIds } = thingsNamedBy(known.events, known.rows);
    const tenures = await tenuresOf(reader, organisationId, pairsIn(known.events));
    const there = new Set(known.rows.map(({ name }) => name));
    const named = await this.named(reader, [
      `organisation ${organisationId}`,
      ...[...userIds].map((id) => `office_user ${id}`),
      ...[...postIds].map((id) => `post ${id}`),
      ...tenures.map((id) => `tenure ${id}`),
      ...[...documentIds].map((id) => `document ${id}`).filter((name) => !there.has(name)),
    ]);
    const units = new Set([...unitIds, ...thingsNamedBy([], named).unitIds]);
    const ofUnits = await this.named(
      reader,
      [...units].map((id) => `unit ${id}`),
    );
    return [...named, ...ofUnits];
  }

  private async named(reader: Statements, names: readonly string[]): Promise<NamedRow[]> {
    const rows = await namedRows(reader, this.tables, names);
    if (!rows.every(({ isAsNamed }) => isAsNamed)) throw new Refusal('record-changed');
    return rows;
  }
}

const isOfTheOffice = ({ subjectKind }: EventRow): boolean => OF_THE_OFFICE.includes(subjectKind);

/** Who has acted from which post. */
function pairsIn(events: readonly EventRow[]): { userIds: string[]; postIds: string[] } {
  const pairs = new Set(events.flatMap(({ userId, postId }) => (userId && postId ? [`${userId} ${postId}`] : [])));
  const parts = [...pairs].map((pair) => pair.split(' '));
  return { userIds: parts.map(([user = '']) => user), postIds: parts.map(([, post = '']) => post) };
}

/** Also rows that no event has named. */
const rowsOf = (table: SealedTable): string | null =>
  (['file', 'receipt', 'document'] as const).flatMap((kind) => rowsOfSubjects(table, kind) ?? []).join(' OR ') || null;
