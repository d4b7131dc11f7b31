import type { Actor } from '@patravali/authorization';
import { FindFiles as FindFilesQuery } from '@patravali/contract';
import { CloseFile, CreateFile, RegradeFile } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { FindFiles } from './find-files';
import { IndexNewReaders } from './index-new-readers';

/** A computer number that stands in no file number and no subject. */
const FAR = 987_654_321;
const office = useOffice({ holds: 'section' });

describe('finding files', () => {
  const found = async (query: Partial<FindFilesQuery>, actor: Actor = office().at('SO')) => {
    const rows = await everyPage(2, (page) =>
      office()
        .get(FindFiles)
        .execute(actor, { ...query, ...page }),
    );
    return rows.map(({ computerNumber }) => computerNumber);
  };

  /** Computer numbers 1 to 4 from the section officer, of which 3 is confidential and 4 closed; FAR from another section. */
  beforeAll(async () => {
    const [so, other] = [office().at('SO'), office().at('OTHER')];
    const head = { headId: office().headId, urgency: 'ordinary' } as const;
    const create = (by: Actor, subject: string, grading: 'normal' | 'confidential' = 'normal') =>
      office()
        .get(CreateFile)
        .execute(by, { ...head, subject, grading });
    await create(so, 'विद्यालय भवन की मरम्मत');
    await create(so, 'Pension cases of 2 teachers, 50% arrears');
    await create(so, 'Pension of A_B', 'confidential');
    const { id } = await create(so, 'विद्यालय में शिक्षक a b c d e f g h');
    await office().get(CloseFile).execute(so, id, { reason: 'कार्य पूर्ण', confirmNote: false });
    const far = await create(other, 'Pension rules');
    await office().rows('UPDATE office_file SET computer_number = $2 WHERE id = $1', [far.id, FAR]);
  });

  it('shows what one may read, the newest first, page by page', async () => {
    expect(await found({})).toEqual([4, 3, 2, 1]);
    expect(await found({}, office().at('OTHER'))).toEqual([FAR]);
    expect(await found({}, office().at('US'))).toEqual([4, 2, 1]);
    expect(await found({}, office().at('AUDIT'))).toEqual([FAR, 4, 2, 1]);
    expect(await found({}, office().at('DISPATCH'))).toEqual([]);
  });

  it('by words of the subject or the number, all of them, in any order and either case', async () => {
    expect(await found({ q: 'विद्यालय' })).toEqual([4, 1]);
    expect(await found({ q: '  मरम्मत \t विद्यालय ' })).toEqual([1]);
    expect(await found({ q: 'PENSION cases' })).toEqual([2]);
    expect(await found({ q: 'A-11011/2/' })).toEqual([2]);
    expect(await found({ q: 'A-11011/2/ pension' })).toEqual([2]);
    expect(await found({ q: 'pension मरम्मत' })).toEqual([]);
    expect(await found({ q: 'ESTविद्यालय' })).toEqual([]);
  });

  it('by the computer number, in the digits of either script, or as part of a text', async () => {
    expect(await found({ q: '3' })).toEqual([3]);
    expect(await found({ q: '३' })).toEqual([3]);
    expect(await found({ q: '50' })).toEqual([2]);
    expect(await found({ q: '२ ५०' })).toEqual([2]);
    expect(await found({ q: '3 विद्यालय' })).toEqual([]);
    expect(await found({ q: 'x3' })).toEqual([]);
    expect(await found({ q: '3x' })).toEqual([]);
    const other = office().at('OTHER');
    expect(await found({ q: '987654321' }, other)).toEqual([FAR]);
    expect(await found({ q: ' ९८७६५४३२१ ' }, other)).toEqual([FAR]);
    expect(await found({ q: '987654321 pension' }, other)).toEqual([]);
    expect(await found({ q: '9876543210' }, other)).toEqual([]);
    expect(await found({ q: '987654321' })).toEqual([]);
    expect(await found({ q: '1234567890123' })).toEqual([]);
  });

  it('takes the signs of a pattern as they are written', async () => {
    expect(await found({ q: '50%' })).toEqual([2]);
    expect(await found({ q: 'p%n' })).toEqual([]);
    expect(await found({ q: 'A_B' })).toEqual([3]);
    expect(await found({ q: 'p_nsion' })).toEqual([]);
    expect(await found({ q: '\\' })).toEqual([]);
  });

  it('looks at each word, and refuses more than it looks at', async () => {
    expect(await found({ q: 'शिक्षक a b c d e f g h' })).toEqual([4]);
    expect(await found({ q: 'शिक्षक a b c d e f g h NOT-THERE' })).toEqual([]);
    await expect(found({ q: `शिक्षक ${'x '.repeat(24)}` })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('by state, alone or with words', async () => {
    expect(await found({ state: 'closed' })).toEqual([4]);
    expect(await found({ state: 'on_desk' })).toEqual([3, 2, 1]);
    expect(await found({ state: 'on_desk', q: 'विद्यालय' })).toEqual([1]);
  });

  it('however a word was typed: nukta in either form, joiners or none, digits of either script', async () => {
    const subject = 'ज़िला अभिलेखागार के रिकॉर्ड्स, राष्ट्रीय श्रीमान् २०२६';
    const head = { headId: office().headId, urgency: 'ordinary', grading: 'normal' } as const;
    const withJoiners = { ...head, subject: 'पक्\u200dका श्रीमान्\u200c १५' };
    await office()
      .get(CreateFile)
      .execute(office().at('SO'), { ...head, subject });
    await office().get(CreateFile).execute(office().at('SO'), withJoiners);
    const typed = (q: string) => found(FindFilesQuery.parse({ q }));
    expect(await typed('रिकॉर्ड्स')).toEqual([6]);
    expect(await typed('रिकॉर्ड्\u200cस')).toEqual([6]);
    expect(await typed('\u095bिला')).toEqual([6]);
    expect(await typed('ज\u093cिला')).toEqual([6]);
    expect(await typed('रि\u200bकॉर्ड्स')).toEqual([6]);
    expect(await typed('राष्\u200dट्रीय 2026')).toEqual([6]);
    expect(await typed('२०२६ ज़िला')).toEqual([6]);
    expect(await typed('पक्का 15')).toEqual([7]);
    expect(await typed('श्रीमान्')).toEqual([7, 6]);
    expect(await typed('जिला')).toEqual([]);
  });

  describe('by those to whom it has come since its keys were sorted in', () => {
    let id = '';
    const newReaders = async () => {
      const [row] = await office().rows<{ count: number }>('SELECT count(*)::int FROM new_file_reader');
      return row?.count;
    };
    /** Behind the reader's own files, in every way that it can be asked for. */
    const isFound = async (actor: Actor, others: number[]) => {
      const [row] = await office().rows<{ number: number }>(
        'SELECT computer_number AS number FROM office_file WHERE id = $1',
        [id],
      );
      const number = row?.number ?? 0;
      expect(await found({}, actor)).toEqual([...others, number]);
      for (const query of [{ q: 'सिंचाई' }, { q: 'सिंचाई नहर' }, { q: String(number) }, { state: 'on_desk' }] as const) {
        expect([query, await found(query, actor)]).toEqual([query, expect.arrayContaining([number])]);
      }
      expect(await found({ q: 'सिंचाई', state: 'closed' }, actor)).toEqual([]);
      expect(await found({ q: 'सिंचाई बाँध' }, actor)).toEqual([]);
    };

    beforeAll(async () => {
      const [so, other] = [office().at('SO'), office().at('OTHER')];
      const subject = 'सिंचाई हेतु नहर';
      const request = { headId: office().headId, urgency: 'ordinary', grading: 'normal', subject } as const;
      ({ id } = await office().get(CreateFile).execute(so, request));
      await office()
        .get(ForwardFile)
        .execute(so, id, { toPostId: other.postId, action: 'put_up', ...WORDS });
    });

    it('finds it in its place among the others', async () => {
      expect(await newReaders()).toBeGreaterThan(0);
      expect(await found({ q: 'सिंचाई' }, office().at('DISPATCH'))).toEqual([]);
      await isFound(office().at('OTHER'), [FAR]);
    });

    it('and as well when they are sorted in', async () => {
      await office().get(IndexNewReaders).execute();
      expect(await newReaders()).toBe(0);
      await isFound(office().at('OTHER'), [FAR]);
    });

    it('but not those who may read it no more', async () => {
      const [other, so, us] = [office().at('OTHER'), office().at('SO'), office().at('US')];
      const request = { headId: office().headId, urgency: 'ordinary', grading: 'normal', subject: 'तटबन्ध' } as const;
      const created = await office().get(CreateFile).execute(other, request);
      const { version } = await office()
        .get(ForwardFile)
        .execute(other, created.id, { toPostId: so.postId, action: 'put_up', ...WORDS });
      expect(await newReaders()).toBe(3);
      expect(await found({ q: 'तटबन्ध' }, us)).toHaveLength(1);
      await office().get(RegradeFile).execute(so, created.id, { grading: 'secret', reason: 'जाँच' }, version);
      expect(await newReaders()).toBe(0);
      expect(await found({ q: 'तटबन्ध' }, us)).toEqual([]);
      expect(await found({ q: 'तटबन्ध' }, so)).toHaveLength(1);
    });
  });

  it('by what no application writes: neither the rows nor through a trigger of its own', async () => {
    const refused = (sql: string) => expect(office().manager.query(sql)).rejects.toThrow(/permission denied/);
    await refused(
      `UPDATE file_search SET reader_post_ids = reader_post_ids || '${office().at('DISPATCH').postId}'::uuid`,
    );
    await refused('DELETE FROM file_search');
    await refused(
      `INSERT INTO new_file_reader SELECT organisation_id, '${office().at('DISPATCH').postId}', 1 FROM file_search LIMIT 1`,
    );
    for (const writes of ['find_new_file', 'find_file_by_custody', 'find_file_by_cover']) {
      await refused(`CREATE TEMP TABLE mine (file_id uuid) ON COMMIT DROP;
        CREATE TRIGGER writes AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION ${writes}()`);
    }
  });

  it('refuses a place in the list that it has not given', async () => {
    const query = { limit: 2, cursor: 'nonsense' };
    await expect(office().get(FindFiles).execute(office().at('SO'), query)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
