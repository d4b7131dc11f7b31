import { id } from '../../office/one-of-everything';
import { HOLDS_AGAIN } from './withdrawing';
import { again, final } from '../../database/stopped-statements';

/** A letter that arrives without what it encloses. */
const CAME = { delivery_mode: 'within_office', letter_number: '1/2026', letter_date: '2026-01-01' };
const ARRIVED = {
  state: 'delivered',
  failure: null,
  sent_at: '2026-01-02T00:00:00Z',
  ended_at: '2026-01-02T00:00:00Z',
};
const ARRIVING = `${HOLDS_AGAIN}; UPDATE dispatch SET state = 'failed', failure = 'x'; ${again('receipt', { id: id('r9'), diary_number: '9/2026', ...CAME })};
  ${again('dispatch', { id: id('q2'), mode: 'within_office', to_post_id: id('p1'), receipt_id: id('r9'), ...ARRIVED })}`;

/**
 * What triggers stop of the documents that go with letters.
 * @param newVersion another draft on the file, not approved, with its first version
 */
export const stoppedOnEnclosures = (newVersion: string) => ({
  enclosed_from_its_file: {
    table: 'letter_enclosure',
    statements: [
      // What lies on no file.
      `${newVersion}; ${again('letter_enclosure', { draft_id: id('a2'), place: 2, document_id: id('d4') })}`,
    ],
  },
  enclosures_as_approved: {
    table: 'letter_enclosure',
    statements: [
      `UPDATE letter_enclosure SET title = 'x'`,
      'DELETE FROM letter_enclosure',
      again('letter_enclosure', { place: 2, document_id: id('d3') }),
      `${newVersion}; UPDATE draft SET current_version = 2 WHERE id = '${id('a2')}';
       DELETE FROM letter_enclosure WHERE draft_id = '${id('a2')}'`,
    ],
  },
  letter_enclosure_is_not_truncated: {
    table: 'letter_enclosure',
    as: 'letter_enclosure_is_final',
    statements: ['TRUNCATE letter_enclosure'],
  },
  ...final('receipt_enclosure', [], 'place'),
  enclosures_arrive_as_sent: { table: 'dispatch', statements: [ARRIVING] },
});
