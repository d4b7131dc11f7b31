import { randomUUID } from 'node:crypto';
import { migrate } from '@patravali/schema';
import { Client } from 'pg';
import { sharedServerUrl } from '../support/database/cluster';
import { id } from '../support/office/one-of-everything';
import { useOwner } from '../support/database/owner';
import { makeSchemaBeforeTheRelease } from './before-the-release';
import { catalogOf } from './catalog';

const [OFFICE, UNIT, POST, USER, HEAD, FILE, ISSUE, DRAFT] = ['o1', 'n1', 'p1', 'u1', 'h1', 'f1', 'i1', 'a1'].map(id);
const WHO = `'${USER}', '${POST}', 'regular'`;
const HASH = 'a'.repeat(64);

/** What such an office could hold and a later one cannot: one scan diarised twice, events about a letter. */
const ROWS = `
  INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ('${OFFICE}', 'कार्यालय', 'Office', '', '');
  INSERT INTO unit VALUES ('${UNIT}', '${OFFICE}', NULL, 'Estt', '', '');
  INSERT INTO post VALUES ('${POST}', '${OFFICE}', '${UNIT}', 'SO', '', '', 1, NULL, '{officer}');
  INSERT INTO office_user (id, organisation_id, username, name_hi, name_en) VALUES ('${USER}', '${OFFICE}', 'so', '', '');
  INSERT INTO number_head VALUES ('${HEAD}', '${OFFICE}', 'A', '11', '11', NULL, '', '');
  INSERT INTO office_file (id, organisation_id, number, computer_number, unit_id, head_id, series, subject,
      created_by_user_id, created_by_post_id, created_capacity)
    VALUES ('${FILE}', '${OFFICE}', '1', 1, '${UNIT}', '${HEAD}', 'A', 'सड़क', ${WHO});
  INSERT INTO file_custody (file_id, organisation_id, state, holder_post_id, reader_post_ids, grading, urgency, movements,
      correspondence, pages, drafts)
    VALUES ('${FILE}', '${OFFICE}', 'on_desk', '${POST}', '{${POST}}', 'normal', 'ordinary', 1, 2, 3, 1);
  INSERT INTO document VALUES ('${id('d1')}', '${OFFICE}', '${HASH}', 1, 2, 'a.pdf', true, '${USER}', '${POST}'),
    ('${id('d2')}', '${OFFICE}', '${HASH}', 1, 1, 'letter.pdf', true, '${USER}', '${POST}');
  INSERT INTO receipt (id, organisation_id, diary_number, state, subject, sender_name, received_on, delivery_mode, language,
      grading, urgency, enclosures, document_id, unit_id, diarised_by_user_id, diarised_by_post_id, diarised_capacity,
      diarised_at, holder_post_id, reader_post_ids, file_id)
    VALUES ('${id('r1')}', '${OFFICE}', '1/2026', 'created', 'सड़क', 'ग्राम प्रधान', '2026-01-01', 'post', 'hi', 'normal', 'ordinary', 0,
        '${id('d1')}', '${UNIT}', ${WHO}, '2026-01-01', '${POST}', '{}', NULL),
      ('${id('r2')}', '${OFFICE}', '2/2026', 'in_file', 'सड़क', 'ग्राम प्रधान', '2026-01-02', 'post', 'hi', 'normal', 'ordinary', 0,
        '${id('d1')}', '${UNIT}', ${WHO}, '2026-01-02', NULL, '{}', '${FILE}');
  INSERT INTO movement (id, organisation_id, file_id, receipt_id, sequence, kind, to_post_id, by_user_id, by_post_id, capacity)
    VALUES ('${id('v1')}', '${OFFICE}', '${FILE}', NULL, 1, 'created', '${POST}', ${WHO});
  INSERT INTO draft (id, organisation_id, file_id, ordinal, state, form, subject, addressee, current_version)
    VALUES ('${DRAFT}', '${OFFICE}', '${FILE}', 1, 'draft', 'letter', 'सड़क', '', 1);
  INSERT INTO draft_version (organisation_id, draft_id, number, content, user_id, post_id, capacity, movement_sequence)
    VALUES ('${OFFICE}', '${DRAFT}', 1, '{"signatoryPostId": "${POST}"}', ${WHO}, 1);
  UPDATE draft SET state = 'issued', approved_version = 1, approved_by_user_id = '${USER}', approved_by_post_id = '${POST}',
    approved_capacity = 'regular', approved_at = now();
  INSERT INTO issue (id, organisation_id, number, issued_on, draft_id, draft_version, file_id, document_id, subject, language,
      addressee, signatory_post_id, signed_by_user_id, unit_id)
    VALUES ('${ISSUE}', '${OFFICE}', '1/2026', '2026-01-03', '${DRAFT}', 1, '${FILE}', '${id('d2')}', 'सड़क', 'hi', '', '${POST}',
      '${USER}', '${UNIT}');
  INSERT INTO correspondence (id, organisation_id, file_id, serial, kind, first_page, pages, document_id, receipt_id, issue_id,
      added_by_user_id, added_by_post_id, capacity)
    VALUES ('${id('c1')}', '${OFFICE}', '${FILE}', 1, 'received', 1, 2, '${id('d1')}', '${id('r2')}', NULL, ${WHO}),
      ('${id('c2')}', '${OFFICE}', '${FILE}', 2, 'issued', 3, 1, '${id('d2')}', NULL, '${ISSUE}', ${WHO});
  INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, related_id, user_id, post_id, capacity, data)
    VALUES ('${id('e1')}', '${OFFICE}', 'file', '${FILE}', 1, 'file.created', NULL, ${WHO}, '{}'),
      ('${id('e2')}', '${OFFICE}', 'issue', '${ISSUE}', 1, 'dispatch.created', NULL, ${WHO}, '{}'),
      ('${id('e3')}', '${OFFICE}', 'issue', '${ISSUE}', 2, 'dispatch.sent', '${id('q1')}', ${WHO}, '{}');`;

describe('an office that was made just before the first release', () => {
  const name = `before_${randomUUID().replaceAll('-', '')}`;
  let client: Client;
  // Before the hooks of the other database, whose owner drops this one.
  afterAll(async () => {
    await client.end();
    await fresh().client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }, 60_000);
  const fresh = useOwner();
  beforeAll(async () => {
    await fresh().client.query(`CREATE DATABASE ${name}`);
    const url = new URL(await sharedServerUrl());
    url.pathname = `/${name}`;
    await makeSchemaBeforeTheRelease(url.href);
    client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query(ROWS);
    await migrate(url.href);
  }, 120_000);

  it('ends with the schema of a new office, and not for want of a difference', async () => {
    expect(await catalogOf(client)).toEqual(await catalogOf(fresh().client));
    await client.query('BEGIN; DROP INDEX one_receipt_per_document');
    expect(await catalogOf(client)).not.toEqual(await catalogOf(fresh().client));
    await client.query('ROLLBACK');
  });

  it('has two documents of the same bytes for a scan that was diarised twice', async () => {
    const { rows } = await client.query(`
      SELECT r.diary_number AS number, d.id = '${id('d1')}' AS first, d.sha256, d.file_name AS name, k.document_id = d.id AS filed
      FROM receipt r JOIN document d ON d.id = r.document_id LEFT JOIN correspondence k ON k.receipt_id = r.id ORDER BY 1`);
    expect(rows).toEqual([
      { number: '1/2026', first: true, sha256: HASH, name: 'a.pdf', filed: null },
      { number: '2/2026', first: false, sha256: HASH, name: 'a.pdf', filed: true },
    ]);
  });

  it('tells the fate of its letters in the history of their file', async () => {
    const { rows } = await client.query(
      'SELECT subject_kind, subject_id, sequence, name, related_id FROM event ORDER BY sequence',
    );
    const ofFile = { subject_kind: 'file', subject_id: FILE };
    expect(rows).toEqual([
      { ...ofFile, sequence: 1, name: 'file.created', related_id: null },
      { ...ofFile, sequence: 2, name: 'dispatch.created', related_id: ISSUE },
      { ...ofFile, sequence: 3, name: 'dispatch.sent', related_id: ISSUE },
    ]);
  });
});
