import { FindFiles as FindFilesQuery, SearchOffice as SearchOfficeQuery } from '@patravali/contract';
import { FindFiles } from '@patravali/files';
import { SearchOffice } from '@patravali/finding';
import { OfficeQuestions, SearchWords } from '@patravali/search';
import { useApplicationClient } from '../support/database/application-client';
import { readOf, watched } from '../support/database/plan-of';
import { writeManyFiles } from '../support/office/large-office';
import { useOffice } from '../support/office/office';
import type { Marking } from '../support/office/rows';
import { NOTE_WORDS, writeManyNotes } from './many-notes';

const FILES = 40_000;
/** One file of a thousand each: those that the assistant holds, and those that are parked. */
const ONE_OF = 1000;
const PAGE = 50;
/** The entries of what a post has, and of what is given up before it, each looked at as often as its row is joined. */
const READ_AT_MOST = 2 * (8_000 + 3 * 500);
/** Where a word stands in nothing newer that is open, all that is open is gone through once. */
const READ_OF_MANY = 2 * FILES;
const READERS = ['SO', 'US', 'DS', 'CLERK', 'AUDIT'] as const satisfies readonly Marking[];

describe('searching among many for what lies with a post, or is in a state', () => {
  const { connect, client } = useApplicationClient();
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => {
    await writeManyFiles(office(), FILES, 'said');
    await writeManyNotes(office(), 2, ['शासन', 'आदेश', 'पत्र', 'कार्यालय', 'प्रस्तुत', 'अभिलेख', 'वर्ष', 'मांग']);
    await office().get(SearchWords).note(office().manager, Object.values(NOTE_WORDS));
    await layThere();
    await connect(office().config.databaseUrl);
  }, 240_000);

  async function layThere(): Promise<void> {
    const { owner } = office();
    await owner.query('ALTER TABLE file_custody DISABLE TRIGGER USER');
    await owner.query(
      `UPDATE file_custody c SET holder_post_id = $1, state = 'on_desk', closed_by_post_id = NULL, closing_reason = NULL,
         reader_post_ids = reader_post_ids || $1::uuid FROM office_file f
       WHERE f.id = c.file_id AND f.computer_number % ${5 * ONE_OF} = 10`,
      [office().at('CLERK').postId],
    );
    await owner.query(
      `UPDATE file_custody c SET holder_post_id = reader_post_ids[1], state = 'parked', parked_for = 'reply_received',
         opened_at = now(), closed_by_post_id = NULL, closing_reason = NULL FROM office_file f
       WHERE f.id = c.file_id AND f.computer_number % ${5 * ONE_OF} = 5`,
    );
    await owner.query('ALTER TABLE file_custody ENABLE TRIGGER USER');
    await owner.query(
      `INSERT INTO desk_entry (organisation_id, kind, id, post_id, place, since, day, urgency, unread)
       SELECT organisation_id, 'file', file_id, holder_post_id, CASE state WHEN 'parked' THEN 'parked' ELSE 'desk' END,
         since, 'infinity', 1, false FROM file_custody WHERE holder_post_id IS NOT NULL ON CONFLICT DO NOTHING`,
    );
    await owner.query(
      `UPDATE file_search s SET state = c.state, reader_post_ids = c.reader_post_ids FROM file_custody c
       WHERE c.file_id = s.file_id AND (s.state <> c.state OR s.reader_post_ids <> c.reader_post_ids)`,
    );
    await owner.query('VACUUM (ANALYZE) file_custody, desk_entry, file_search');
  }

  const places = () => [
    { holderId: office().at('CLERK').postId },
    { state: 'parked' },
    { state: 'closed' },
    { state: 'open' },
    { holderId: office().at('CLERK').postId, state: 'parked' },
  ];

  it('finds all of it, however little that is', async () => {
    const notes = async (reader: Marking, there: object) => {
      const request = SearchOfficeQuery.parse({ q: NOTE_WORDS.fill, kind: 'note', limit: 200, ...there });
      const { kinds } = await office().get(SearchOffice).execute(office().at(reader), request);
      return kinds[0]?.items.length ?? 0;
    };
    const files = async (reader: Marking, there: object) =>
      (
        await office()
          .get(FindFiles)
          .execute(office().at(reader), FindFilesQuery.parse({ limit: 200, ...there }))
      ).items.length;
    const [withClerk, parked] = places() as [object, object];
    const held = FILES / ONE_OF;
    for (const reader of ['CLERK', 'DS'] as const)
      expect([await notes(reader, withClerk), await files(reader, withClerk)]).toEqual([2 * held, held]);
    expect([await notes('DS', parked), await files('DS', parked)]).toEqual([2 * held, held]);
    expect([await notes('SO', withClerk), await files('SO', withClerk)]).toEqual([0, 0]);
  });

  it.each(READERS)('reads a bounded number of rows: %s', async (reader) => {
    const actor = office().at(reader);
    const reads: string[] = [];
    let [asked, most] = ['', 0];
    const manager = watched(office().manager, client(), (table, read) => {
      const isSmall = table === 'post' || table === 'unit' || table === 'search_word';
      if (!isSmall && (read.scanned || read.rows > most)) reads.push(`${asked}: ${readOf(table, read)}`);
    });
    const [questions, words] = [office().get(OfficeQuestions), office().get(SearchWords)];
    const [search, find] = [new SearchOffice(manager, questions, words), new FindFiles(manager, questions)];
    for (const there of places()) {
      most = 'state' in there && there.state === 'open' ? READ_OF_MANY : READ_AT_MOST;
      for (const q of [...Object.values(NOTE_WORDS), 'absent']) {
        asked = `notes ${q} ${JSON.stringify(there)}`;
        await search.execute(actor, SearchOfficeQuery.parse({ q, kind: 'note', ...there }));
      }
      for (const q of [undefined, 'पेंशन', 'Seldom', 'absent']) {
        asked = `files ${q ?? ''} ${JSON.stringify(there)}`;
        await find.execute(actor, FindFilesQuery.parse({ q, limit: PAGE, ...there }));
      }
    }
    expect(reads).toEqual([]);
  });
});
