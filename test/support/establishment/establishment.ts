import type { Actor } from '@patravali/authorization';
import type { CreatePerson as NewPerson, KeepPost, StartTenure as NewTenure } from '@patravali/contract';
import { CreatePerson } from '@patravali/establishment';
import { FindPerson } from '@patravali/identity';
import { CreatePost, CreateUnit, StartTenure } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { useOffice } from '../office/office';

export const REASON = 'कार्यालय आदेश संख्या 14/2027';
export const ORDER = 'कार्यालय आदेश संख्या 15/2027';
export const NAZARAT = {
  abbreviation: 'Nazarat',
  abbreviationHi: 'नज़ारत',
  name: { hi: 'नज़ारत', en: 'Nazarat' },
  parentId: null,
};

/** An office that an administrator keeps: whose people sign in by links, with a unit into which posts are put. */
export function useEstablishment() {
  const office = useOffice({ holds: 'section' });
  const kept = { administrator: undefined as unknown as Actor, unitId: '' };
  beforeAll(async () => {
    // The people of a demo need no links.
    await office().rows('UPDATE organisation SET demo = false');
    kept.administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
    const unit = { ...NAZARAT, reason: REASON };
    kept.unitId = (await office().get(CreateUnit).execute(kept.administrator, unit)).id;
  });

  let made = 0;
  const aPost = (more: Partial<KeepPost> = {}): KeepPost => ({
    marking: `NAZIR-${++made}`,
    markingHi: null,
    designation: { hi: 'नाज़िर', en: 'Nazir' },
    level: 6,
    unitId: kept.unitId,
    superiorPostId: null,
    roles: ['dealing_hand'],
    auditedUnitIds: [],
    administeredUnitId: null,
    informationRole: null,
    phone: null,
    email: null,
    reason: REASON,
    ...more,
  });
  const newPost = async (more: Partial<KeepPost> = {}) =>
    (await office().get(CreatePost).execute(kept.administrator, aPost(more))).id;
  const aPerson = (more: Partial<NewPerson> = {}): NewPerson => ({
    username: `person-${uuidv7()}`,
    name: { hi: 'रमेश यादव', en: 'Ramesh Yadav' },
    email: null,
    reason: REASON,
    ...more,
  });
  const newPerson = (more: Partial<NewPerson> = {}) =>
    office().get(CreatePerson).execute(kept.administrator, aPerson(more));
  const join = (tenure: Partial<NewTenure> & Pick<NewTenure, 'personId' | 'postId'>) =>
    office()
      .get(StartTenure)
      .execute(kept.administrator, {
        kind: 'regular',
        cause: 'posted',
        fromOn: '2026-01-01',
        fromHalf: 'forenoon',
        untilOn: null,
        orderReference: ORDER,
        ...tenure,
      });
  const today = async () => (await office().rows<{ day: string }>('SELECT india_today()::text AS day'))[0]?.day ?? '';
  const postsOf = async (personId: string) =>
    (await office().get(FindPerson).execute(office().id, personId)).heldPosts.map(({ id }) => id);
  return { office, kept, aPost, newPost, aPerson, newPerson, join, today, postsOf };
}
