import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as contract from '@patravali/contract';
import { applicationDataSource, ENTITIES, ownerDataSource } from '@patravali/schema';
import type { DataSource } from 'typeorm';
import { useOwner } from '../../support/database/owner';
import { sourcesIn } from '../../support/sources/sources';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly filled: boolean;
}

/** Nothing official bears the capacity of an assistant. */
const OFFICIAL = contract.TENURE_KINDS.filter((kind) => !contract.prepares(kind));

/** Which list of the contract each closed column of the database holds. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'desk_entry.kind': contract.DESK_KINDS,
  capacity: OFFICIAL,
  'tenure.end_cause': contract.END_CAUSES,
  'charge_handover.cause': contract.END_CAUSES,
  half: contract.HALVES,
  handed_capacity: OFFICIAL,
  'tenure.start_cause': contract.START_CAUSES,
  report_outcome: contract.REPORTED_OUTCOMES,
  created_capacity: OFFICIAL,
  diarised_capacity: OFFICIAL,
  approved_capacity: OFFICIAL,
  issued_capacity: OFFICIAL,
  withheld_capacity: OFFICIAL,
  confirmed_capacity: OFFICIAL,
  cancelled_capacity: OFFICIAL,
  put_up_capacity: OFFICIAL,
  stopped_capacity: OFFICIAL,
  started_capacity: OFFICIAL,
  clock_stopped_for: contract.STOP_REASONS,
  trouble: contract.TROUBLES,
  'connection_setting.connection': contract.PAGE_CONNECTIONS,
  'clock_stop.reason': contract.STOP_REASONS,
  evidence_kind: contract.EVIDENCE_KINDS,
  asked_capacity: OFFICIAL,
  ended_capacity: OFFICIAL,
  answered_capacity: OFFICIAL,
  added_capacity: OFFICIAL,
  seen_capacity: OFFICIAL,
  author_capacity: contract.TENURE_KINDS,
  'note_version.capacity': contract.TENURE_KINDS,
  'event.capacity': contract.TENURE_KINDS,
  'item_reading.capacity': contract.TENURE_KINDS,
  'draft_version.capacity': contract.TENURE_KINDS,
  detached_capacity: OFFICIAL,
  resolved_capacity: OFFICIAL,
  'draft_comment.part': contract.MARKED_PARTS,
  'tenure.kind': contract.TENURE_KINDS,
  grading: contract.GRADINGS,
  urgency: contract.URGENCIES,
  channel: contract.NOTICE_CHANNELS,
  'office_urgency.code': contract.URGENCIES,
  'office_urgency.set_by': contract.URGENCY_SETTERS,
  decision: contract.DECISIONS,
  colour: contract.NOTE_COLOURS,
  'note.kind': contract.SHEET_NOTE_KINDS,
  'pending_note.kind': contract.NOTE_KINDS,
  'note_version.kind': contract.NOTE_KINDS,
  'note_set_aside.kind': contract.NOTE_KINDS,
  'consultation.snapshot': contract.SNAPSHOT_STATES,
  'consultation.language': contract.LANGUAGES,
  'consulted_post.state': contract.CONSULTED_STATES,
  'file_recall.outcome': contract.RECALL_OUTCOMES,
  'participant_answer.answer': contract.DISCUSSION_ANSWERS,
  language: contract.LETTER_LANGUAGES,
  delivery_mode: contract.DELIVERY_MODES,
  cover: contract.COVERS,
  flag: contract.FLAGS,
  form: contract.LETTER_FORMS,
  letter_layout: contract.LETTER_LAYOUTS,
  'post.information_role': contract.INFORMATION_ROLES,
  signed_forms: contract.LETTER_FORMS,
  'letter_signature.level': contract.SIGNATURE_LEVELS,
  revocation: contract.REVOCATION_CHECKS,
  'signing_key.bound_by': contract.KEY_BINDINGS,
  'signing_key.kind': contract.SIGNING_KEY_KINDS,
  // Whether it has expired its certificate says.
  'signing_key.state': contract.SIGNING_KEY_STATES.filter((state) => state !== 'expired'),
  mode: contract.DISPATCH_MODES,
  'asked_pdf.form': contract.ASKED_FORMS,
  'asked_pdf.language': contract.LANGUAGES,
  'asked_pdf.state': contract.ASKED_PDF_STATES,
  'redaction.language': contract.LANGUAGES,
  'redaction.state': contract.REDACTION_STATES,
  'file_custody.state': contract.FILE_STATES,
  'receipt.state': contract.RECEIPT_STATES,
  'draft.state': contract.DRAFT_STATES,
  'draft_template.form': contract.LETTER_FORMS,
  'draft_template.language': contract.LETTER_LANGUAGES,
  'organisation.letterhead_languages': contract.LETTER_LANGUAGES,
  'organisation.kept_languages': contract.KEPT_LANGUAGES,
  'issue.state': contract.ISSUE_STATES,
  'dispatch.state': contract.DISPATCH_STATES,
  'movement.kind': contract.MOVEMENT_KINDS,
  'file_custody.parked_for': contract.PARKING_EVENTS,
  'file_custody.back_from_parking': contract.WAYS_BACK,
  'parking_line.kind': contract.PARKING_LINE_KINDS,
  'parking_line.until_event': contract.PARKING_EVENTS,
  'parking_line.cause': contract.CALL_BOOK_CAUSES,
  'correspondence.kind': contract.CORRESPONDENCE_KINDS,
  // `none` is said of a document without a row.
  'document_text.state': contract.TEXT_STATES.filter((state) => state !== 'none'),
  'page_text.language': contract.PageLanguage.options,
  'issue_withdrawal.kind': contract.WITHDRAWAL_KINDS,
  'security_event.kind': contract.SECURITY_EVENT_KINDS,
  'item_reading.act': contract.READING_ACTS,
};
/** Lists that only the database knows: what numbers are drawn for, what events and readings are about, why a page was not read, what a picture is packed in, to
 * what of a file notes refer. */
const OF_THE_DATABASE = [
  'desk_entry.place',
  'number_scheme.kind',
  'number_scheme.period',
  'event.subject_kind',
  'notice.subject_kind',
  'item_reading.item_kind',
  'page_text.failure',
  'document_picture.format',
  'published_log.fault',
  'note_reference.kind',
];

describe('the migrated database', () => {
  const owner = useOwner();
  let dataSource: DataSource;
  let columns: Column[];
  beforeAll(async () => {
    dataSource = await applicationDataSource(owner().database.ownerUrl, { size: 1 }).initialize();
    columns = (await owner().client.query<Column>(COLUMNS)).rows;
  });
  // Before the database is dropped, which would wait for nobody.
  afterEach(() => undefined);

  it('has every column of every entity, with its type and whether it may be empty', async () => {
    for (const entity of dataSource.entityMetadatas) {
      for (const column of entity.columns) {
        const found = columns.find(({ table, name }) => table === entity.tableName && name === column.databaseName);
        expect({
          at: `${entity.tableName}.${column.databaseName}`,
          type: found?.type,
          required: found?.required,
        }).toEqual({
          at: `${entity.tableName}.${column.databaseName}`,
          type: `${TYPES[String(column.type)] ?? String(column.type)}${column.isArray ? '[]' : ''}`,
          required: !column.isNullable,
        });
      }
    }
    await dataSource.destroy();
  });

  it('fills by itself every column that an entity does not name', () => {
    const missing = columns.filter(({ table, name, required, filled }) => {
      const entity = dataSource.entityMetadatas.find(({ tableName }) => tableName === table);
      return entity && required && !filled && !entity.columns.some(({ databaseName }) => databaseName === name);
    });
    expect(missing).toEqual([]);
  });

  it('takes in closed columns exactly the values of the contract', async () => {
    const { rows } = await owner().client.query<{ column: string; values: string[] }>(CLOSED);
    for (const { column, values } of rows) {
      if (OF_THE_DATABASE.includes(column)) continue;
      const list = LISTS[column] ?? LISTS[column.split('.')[1] ?? ''];
      expect([column, [...values].sort()]).toEqual([column, [...(list ?? [])].sort()]);
    }
    expect(rows.length).toBeGreaterThan(20);
  });

  it('asks the office clock wherever it stamps a row, but for what belongs to the machine', async () => {
    const { rows } = await owner().client.query<{ asks: string; tables: string[] }>(`
      SELECT pg_get_expr(d.adbin, d.adrelid) AS asks, array_agg(DISTINCT c.relname::text) AS tables
      FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
      WHERE c.relnamespace = 'public'::regnamespace AND pg_get_expr(d.adbin, d.adrelid) ~* '(now|timestamp)\\('
      GROUP BY 1`);
    const tablesAsking = (clock: string) => rows.find(({ asks }) => asks === clock)?.tables;
    expect(rows.map(({ asks }) => asks).sort()).toEqual(['clock_timestamp()', 'office_now()']);
    expect(tablesAsking('clock_timestamp()')).toEqual([
      'idempotency_key',
      'network_use',
      'recent_use',
      'session',
      'sign_in_attempt',
    ]);
    const functions = await owner().client.query<{ name: string }>(
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosrc ~* 'timestamp\\(|\\mnow\\('`,
    );
    expect(functions.rows).toEqual([{ name: 'office_now' }]);
  });

  /** How far the making of notices has come is asked by the clock of the machine. */
  const BY_THE_MACHINE = ['libs/office/identity/', 'libs/office/notices/src/making/make-notices.ts'];

  it('asks the office clock in every statement of the areas, but for sessions and the like', () => {
    const asking = sourcesIn('libs/office/*')
      .filter(({ path }) => !BY_THE_MACHINE.some((own) => path.startsWith(own)) && !path.includes('/migrations/'))
      .filter(({ text }) =>
        /\b(clock_timestamp|statement_timestamp|transaction_timestamp)\(|[^_.\w]now\(\)|CURRENT_(DATE|TIME)/.test(text),
      );
    expect(asking.map(({ path }) => path)).toEqual([]);
  });

  it('is made by every migration there is, in their order', () => {
    const files = globSync('libs/**/src/migrations/**/[0-9]*.ts', { cwd: join(__dirname, '../../..') })
      .map((path) => basename(path, '.ts'))
      .sort();
    const listed = ownerDataSource('postgres://nowhere').options.migrations as (new () => object)[];
    const nameOf = ({ name }: { name: string }) => `${name.slice(-13)}-${kebab(name.slice(0, -13))}`;
    expect(listed.map(nameOf)).toEqual(files);
  });

  it('is mapped by every entity that the areas declare', () => {
    const declared = sourcesIn('libs/*', 'libs/*/*').flatMap(({ text }) =>
      [...text.matchAll(/@Entity\('\w+'\)\s+export class (\w+)/g)].map(([, name]) => name),
    );
    expect(ENTITIES.map(({ name }) => name).sort()).toEqual(declared.sort());
  });
});

const TYPES: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
    a.atthasdef AS filled
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`;

/** Checks of one column against a list of words. */
const CLOSED = `
  SELECT conrelid::regclass || '.' || attname AS column,
    ARRAY(SELECT m[1] FROM regexp_matches(pg_get_constraintdef(k.oid), '''([A-Za-z_0-9-]+)''::text', 'g') m) AS values
  FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'c' AND k.connamespace = 'public'::regnamespace AND array_length(k.conkey, 1) = 1
    AND pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\['`;

function kebab(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
