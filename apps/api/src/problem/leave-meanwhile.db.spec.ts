import { ForwardFile } from '@patravali/movement';
import { TakeLeave } from '@patravali/organisation';
import { useOffice } from '../../../../test/support/office/office';
import { WORDS } from '../../../../test/support/office/words';
import { refusalOf } from './refusal-of';

const office = useOffice({ holds: 'section' });

describe('an act whose officer went on leave after the guard had let him through', () => {
  it('is refused with a sentence, and nothing has changed', async () => {
    const [officer, other] = [await office().actor(), await office().actor()];
    const { fileId } = await office().newFile(officer);
    const [{ today } = { today: '' }] = await office().rows<{ today: string }>('SELECT india_today()::text AS today');
    const days = { fromOn: today, fromHalf: 'forenoon', untilOn: today, untilHalf: 'afternoon' } as const;
    await office()
      .get(TakeLeave)
      .execute(officer, { ...days, linkPostId: other.postId, orderReference: 'अर्जित अवकाश आदेश 9/2026' });
    const before = await office().counts();
    const refused = await office()
      .get(ForwardFile)
      .execute(officer, fileId, { toPostId: office().at('DS').postId, ...WORDS })
      .catch((error: unknown) => refusalOf(error));
    expect(refused).toMatchObject({ code: 'being-changed' });
    expect(await office().counts()).toEqual(before);
  });

  it('and no other refusal of the database becomes a sentence by that', () => {
    expect(refusalOf({ driverError: { code: '23514', constraint: 'holder_reads' } })).toBeNull();
  });
});
