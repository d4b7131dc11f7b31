import { again } from '../database/stopped-statements';

/** What triggers stop of what the office keeps beside its files. */
export const STOPPED_ON_THE_OFFICE = {
  clock_goes_forward: {
    table: 'office_clock',
    statements: [`UPDATE office_clock SET behind = '1 second'`, again('office_clock', { behind: '1 day' })],
  },
  security_event_is_kept: {
    table: 'security_event',
    statements: ['UPDATE security_event SET username = NULL', 'DELETE FROM security_event'],
  },
  security_event_is_not_truncated: {
    table: 'security_event',
    as: 'security_event_is_kept',
    statements: ['TRUNCATE security_event'],
  },
  document_is_kept_for_a_week: { table: 'document', statements: ['DELETE FROM document'] },
  generation_grows: {
    table: 'store_generation',
    statements: [
      'UPDATE store_generation SET generation = generation - 1',
      'UPDATE store_generation SET store = gen_random_uuid()',
    ],
  },
};
