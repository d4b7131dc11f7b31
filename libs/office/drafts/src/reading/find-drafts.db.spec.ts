import type { Actor } from '@patravali/authorization';
import { FindDrafts as FindDraftsQuery } from '@patravali/contract';
import { useOffice } from '../../../../../test/support/office/office';
import { writeDraft } from '../../../../../test/support/papers/written-letters';
import { DownloadDrafts } from './download-drafts';
import { FindDrafts } from './find-drafts';

describe('the drafts of the office', () => {
  const office = useOffice({ holds: 'section' });
  const found = async (by: Actor, query: object = {}) =>
    (await office().get(FindDrafts).execute(by, FindDraftsQuery.parse(query))).items.map(({ id }) => id);

  it('are found by whoever may read their files: by signatory, by unit, by state and by days, page by page', async () => {
    const [so, us, other] = [office().at('SO'), office().at('US'), office().at('OTHER')];
    const { fileId } = await office().newFile(so);
    const theirs = await office().newFile(other);
    const [mine, signed, gone] = [
      (await writeDraft(office(), so, fileId, 'draft', { signatory: so })).id,
      (await writeDraft(office(), so, fileId, 'approved', { signatory: us })).id,
      (await writeDraft(office(), so, fileId, 'cancelled', { signatory: us })).id,
    ];
    const elsewhere = (await writeDraft(office(), other, theirs.fileId, 'draft', { signatory: other })).id;

    expect(await found(so)).toEqual([gone, signed, mine]);
    expect(await found(other)).toEqual([elsewhere]);
    expect(await found(office().at('DISPATCH'))).toEqual([]);
    expect(await found(so, { signatory: us.postId })).toEqual([gone, signed]);
    expect(await found(so, { signatory: us.postId, state: 'approved' })).toEqual([signed]);
    expect(await found(so, { unit: us.post.unitId })).toEqual([gone, signed, mine]);
    expect(await found(so, { unit: other.post.unitId })).toEqual([]);
    expect(await found(so, { party: 'क', desk: so.postId })).toEqual([gone, signed, mine]);
    expect(await found(so, { party: 'ख' })).toEqual([]);
    expect(await found(so, { desk: us.postId })).toEqual([]);
    expect(await found(so, { numberHas: '1' })).toEqual([]);
    expect(await found(so, { to: '2020-01-01' })).toEqual([]);
    const sheet = await office().get(DownloadDrafts).sheet(so, { signatory: us.postId, state: 'approved' }, 'en');
    expect(sheet.rows).toHaveLength(1);
    expect(sheet.rows[0]).toEqual(expect.arrayContaining(['क', 'Approved', 'SO person, SO']));
    expect((await office().get(DownloadDrafts).sheet(office().at('DISPATCH'), {}, 'en')).rows).toEqual([]);
    const first = await office()
      .get(FindDrafts)
      .execute(so, FindDraftsQuery.parse({ limit: 2 }));
    expect(await found(so, { cursor: first.next ?? '' })).toEqual([mine]);
  });
});
