import { again, atTheEnd, final } from '../database/stopped-statements';
import { id, OURS } from '../office/one-of-everything';

const OLD = {
  id: id('p9'),
  marking: 'OLD',
  level: 3,
  superior_post_id: null,
  superior_post_ids: [],
  abolished_at: '2026-02-01',
};

/** What triggers stop of what the office keeps beside its files. */
export const STOPPED_ON_THE_OFFICE = {
  clock_goes_forward: {
    table: 'office_clock',
    statements: [`UPDATE office_clock SET behind = '1 second'`, again('office_clock', { behind: '1 day' })],
  },
  desks_of_posts_in_being: {
    table: 'desk_entry',
    statements: [`${again('post', OLD)}; UPDATE desk_entry SET post_id = '${id('p9')}' WHERE place <> 'closed'`],
  },
  empty_units_are_abolished: {
    table: 'unit',
    statements: [`UPDATE unit SET abolished_at = now() WHERE id = '${id('n1')}'`],
  },
  no_circle_of_units: { table: 'unit', statements: [`UPDATE unit SET parent_id = id WHERE id = '${id('n1')}'`] },
  one_holder_at_a_time: {
    table: 'tenure',
    statements: [again('tenure', { id: id('t9'), from_on: '2026-02-01', until_on: '2026-03-01' })],
  },
  one_office_is_set_up: {
    table: 'set_up_link',
    statements: [`UPDATE set_up_link SET organisation_id = '${OURS}'`],
  },
  unused_posts_are_abolished: { table: 'post', statements: ['UPDATE post SET abolished_at = now()'] },
  synonym_stands_once: {
    table: 'synonym_group',
    statements: [
      again('synonym_group', { id: id('g6') }),
      `UPDATE synonym_group SET stems = '{डीएम,डीएम}'`,
      `INSERT INTO synonym_group (id, organisation_id, words, stems)
       SELECT gen_random_uuid(), '${OURS}', ARRAY['a' || n, 'b' || n], ARRAY['a' || n, 'b' || n] FROM generate_series(1, 500) n`,
    ],
  },
  ...final('template_document', [`UPDATE template_document SET taken_off = true, title = 'x'`], 'title'),
  security_event_is_kept: {
    table: 'security_event',
    statements: ['UPDATE security_event SET username = NULL', 'DELETE FROM security_event'],
  },
  security_event_is_not_truncated: {
    table: 'security_event',
    as: 'security_event_is_kept',
    statements: ['TRUNCATE security_event'],
  },
  document_picture_is_final: { table: 'document_picture', statements: ['UPDATE document_picture SET page = page'] },
  document_picture_is_not_truncated: {
    table: 'document_picture',
    as: 'document_picture_is_final',
    statements: ['TRUNCATE document_picture'],
  },
  ...atTheEnd('pictures_are_pages', 'document_picture', again('document_picture', { page: 2 })),
  document_is_kept_for_a_week: { table: 'document', statements: ['DELETE FROM document'] },
  generation_grows: {
    table: 'store_generation',
    statements: [
      'UPDATE store_generation SET generation = generation - 1',
      'UPDATE store_generation SET store = gen_random_uuid()',
    ],
  },
};
