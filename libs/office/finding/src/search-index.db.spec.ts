import { randomUUID } from 'node:crypto';
import { SearchOffice as SearchOfficeRequest } from '@patravali/contract';
import { ForwardFile } from '@patravali/movement';
import { TextIndex } from '@patravali/search';
import { useOffice } from '../../../../test/support/office/office';
import { SearchOffice } from './search-office';

const office = useOffice({ holds: 'section' });

const found = async (q: string) => {
  const { kinds } = await office().get(SearchOffice).execute(office().at('SO'), SearchOfficeRequest.parse({ q }));
  return kinds.flatMap(({ kind, items }) => items.map(({ id }) => `${kind} ${id}`)).sort();
};

describe('an index that is made again', () => {
  it('has what is there, and nothing that is gone', async () => {
    const { fileId } = await office().newFile(office().at('SO'));
    await office()
      .get(ForwardFile)
      .execute(office().at('SO'), fileId, {
        toPostId: office().at('CLERK').postId,
        action: 'put_up',
        note: {
          text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'नलकूपों की मरम्मत' }] }] },
          decision: null,
        },
        confirmNote: true,
      });
    const texts = office().get(TextIndex);
    await texts.indexAll();
    const before = await found('नलकूप');
    expect(before).toHaveLength(1);

    const gone = randomUUID();
    const { organisationId } = office().at('SO');
    await office().owner.query('DELETE FROM search_entry');
    await office().owner.query(`UPDATE file_search SET said = NULL`);
    await office().owner.query(
      `INSERT INTO search_entry (kind, item_id, organisation_id, said) VALUES ('note', $1, $2, 'x')`,
      [gone, organisationId],
    );
    expect(await found('नलकूप')).toEqual([]);

    expect(await texts.noteAll()).toBeGreaterThan(2);
    await texts.indexAll();
    expect(await found('नलकूप')).toEqual(before);
    const { rows } = await office().owner.query<{ kind: string }>(
      'SELECT kind FROM search_entry WHERE item_id = $1 UNION ALL SELECT kind FROM search_due',
      [gone],
    );
    expect(rows).toEqual([]);
    const { rows: silent } = await office().owner.query('SELECT FROM file_search WHERE said IS NULL');
    expect(silent).toHaveLength(0);
  });

  it('is gone on with after a stop', async () => {
    const due = async () => {
      const { rows } = await office().owner.query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM search_due',
      );
      return rows[0]?.count;
    };
    const texts = office().get(TextIndex);
    await texts.indexAll();
    await office().owner.query(
      `INSERT INTO search_due (kind, item_id) SELECT 'note', gen_random_uuid() FROM generate_series(1, 1000)`,
    );
    texts.start();
    await texts.stop();
    const left = await due();
    expect(left).toBeLessThan(1000);
    expect(left).toBeGreaterThan(0);
    await texts.indexAll();
    expect(await due()).toBe(0);
  });
});
