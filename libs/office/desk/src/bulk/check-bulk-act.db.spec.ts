import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { ConsultPosts } from '@patravali/consultations';
import type { BulkAct } from '@patravali/contract';
import { CheckBulkAct, DoBulkAct } from '@patravali/desk';
import { CloseFile, CreateFile } from '@patravali/files';
import { dayInIndia } from '@patravali/language';
import { ForwardFile, ParkFile, PutInCallBook, PutUpForCorrection } from '@patravali/movement';
import { AddNote } from '@patravali/notes';
import { KeepCaseCategory } from '@patravali/organisation';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const office = useOffice({ holds: 'section' });
const at = (marking: Marking) => office().at(marking);
const IN_TEN_DAYS = dayInIndia(new Date(Date.now() + 10 * 86_400_000));
const PARKING = { kind: 'park', until: null, event: 'reply_received' } as const;

const fresh = async (by: Actor) => (await office().newFile(by)).fileId;
const send = (by: Actor, fileId: string, to: Actor, more: object = {}) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, { toPostId: to.postId, confirmNote: false, ...more });
/** A file with words that lies unread on the desk of the section officer. */
const arrived = async () => {
  const fileId = await fresh(at('ASO'));
  await send(at('ASO'), fileId, at('SO'), WORDS);
  return fileId;
};

/** One file of each kind that the section officer may meet, and what parking and following it are refused with. */
const KINDS: readonly (readonly [make: () => Promise<string>, parked: string | null, followed: string | null])[] = [
  [arrived, null, null],
  [
    async () => {
      const fileId = await arrived();
      await office().get(ParkFile).execute(at('SO'), fileId, PARKING);
      return fileId;
    },
    null,
    null,
  ],
  [
    async () => {
      const fileId = await arrived();
      const request = { cause: 'court', reason: 'न्यायालय', reviewOn: IN_TEN_DAYS } as const;
      await office().get(PutInCallBook).execute(at('SO'), fileId, request);
      return fileId;
    },
    'file-in-call-book',
    null,
  ],
  [
    async () => {
      const fileId = await fresh(at('ASO'));
      await office().get(AddNote).execute(at('ASO'), fileId, WORDS.note);
      await office()
        .get(PutUpForCorrection)
        .execute(at('ASO'), fileId, { toPostId: at('SO').postId });
      return fileId;
    },
    'note-up-for-correction',
    null,
  ],
  [
    async () => {
      const fileId = await arrived();
      await send(at('SO'), fileId, at('DS'), { remarks: 'अत्यावश्यक' });
      return fileId;
    },
    'not-allowed',
    null,
  ],
  [
    async () => {
      const fileId = await arrived();
      await office().get(CloseFile).execute(at('SO'), fileId, { reason: 'निस्तारित', confirmNote: false });
      return fileId;
    },
    'not-allowed',
    null,
  ],
  [() => fresh(at('OTHER')), 'not-found', 'not-found'],
  [() => Promise.resolve(randomUUID()), 'not-found', 'not-found'],
];

interface Told {
  readonly refusal: { code: string; params: unknown; errors: readonly unknown[] } | null;
}
const told = (items: readonly Told[]) =>
  items.map(({ refusal }) => refusal && { code: refusal.code, params: refusal.params, errors: refusal.errors });
const check = async (by: Actor, fileIds: readonly string[], act: BulkAct) => {
  const request = { fileIds: [...fileIds], act };
  return (await office().get(CheckBulkAct).execute(by, request)).items;
};
/** The check says what the act then says, word for word. @returns the codes. */
const asked = async (by: Actor, fileIds: readonly string[], act: BulkAct) => {
  const checked = await check(by, fileIds, act);
  const { items } = await office()
    .get(DoBulkAct)
    .execute(by, { fileIds: [...fileIds], act });
  expect(told(items)).toEqual(told(checked));
  return checked.map(({ refusal }) => refusal?.code ?? null);
};
const everyKind = () => Promise.all(KINDS.map(([make]) => make()));

describe('the check before several files are parked or followed', () => {
  it('says of each what parking it then says, and the day for all', async () => {
    expect(await asked(at('SO'), await everyKind(), PARKING)).toEqual(KINDS.map(([, parked]) => parked));
    const early = { kind: 'park', until: '2020-01-01', event: null } as const;
    expect(await asked(at('SO'), [await arrived(), await fresh(at('OTHER'))], early)).toEqual([
      'day-too-early',
      'not-found',
    ]);
    const rows = await office().rows(`SELECT FROM file_custody WHERE state = 'parked' AND holder_post_id = $1`, [
      at('SO').postId,
    ]);
    expect(rows).toHaveLength(2);
  });

  it('says of each, as parking it does, that no opinion is awaited', async () => {
    const ids = [await arrived(), await arrived(), await fresh(at('OTHER'))];
    const question = { question: 'क्या बजट उपलब्ध है?', posts: [{ postId: at('US').postId, dueOn: '2099-12-31' }] };
    await office()
      .get(ConsultPosts)
      .execute(at('SO'), ids[1] ?? '', { ...question, confirmNote: true }, { language: 'hi' });
    const waiting = { kind: 'park', until: null, event: 'consultation_answered' } as const;
    expect(await asked(at('SO'), ids, waiting)).toEqual(['nobody-consulted', null, 'not-found']);
    const early = { ...waiting, until: '2020-01-01' };
    expect(await asked(at('SO'), ids, early)).toEqual(['nobody-consulted', 'day-too-early', 'not-found']);
  });

  it('says of each what following it then says', async () => {
    const ids = await everyKind();
    expect(await asked(at('SO'), ids, { kind: 'follow' })).toEqual(KINDS.map(([, , followed]) => followed));
    const followed = await office().rows<{ id: string }>(
      'SELECT file_id AS id FROM followed_file WHERE post_id = $1 AND file_id = ANY ($2)',
      [at('SO').postId, ids],
    );
    expect(followed).toHaveLength(KINDS.filter(([, , refused]) => refused === null).length);
  });

  it('asks as many statements for many files as for one', async () => {
    const ids = [...(await everyKind()), ...(await everyKind())];
    const statements = async (what: BulkAct) => {
      const query = jest.spyOn(office().dataSource, 'createQueryRunner');
      await check(at('SO'), ids, what);
      const { length } = query.mock.calls;
      query.mockRestore();
      return length;
    };
    expect(await statements({ kind: 'follow' })).toBe(1);
    expect(await statements(PARKING)).toBe(1);
    expect(await statements({ kind: 'park', until: IN_TEN_DAYS, event: null })).toBe(2);
  });
});

describe('the check before several files are forwarded', () => {
  it('knows the channel of each: a level is jumped with a reason, and the way back leads through it', async () => {
    const administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
    const { id: categoryId } = await office()
      .get(KeepCaseCategory)
      .execute(administrator, {
        code: 'GRANT',
        name: { hi: 'अनुदान', en: 'Grant' },
        unitId: null,
        powers: [{ fromOn: '2020-01-01', levels: [3, 2, 1], finalPostId: null }],
      });
    const climbing = async () => {
      const cover = { headId: office().headId, subject: 'अनुदान', grading: 'normal', urgency: 'ordinary' } as const;
      const { id } = await office()
        .get(CreateFile)
        .execute(at('ASO'), { ...cover, categoryId });
      await send(at('ASO'), id, at('SO'), WORDS);
      return id;
    };
    const ids = [await arrived(), await climbing()];
    const onward = (to: Marking, remarks?: string): BulkAct => ({ kind: 'forward', toPostId: at(to).postId, remarks });
    // The first has no kind of case: its way is the line of superiors.
    expect(await asked(at('SO'), ids, onward('DS'))).toEqual(['jump-needs-reason', 'jump-needs-reason']);
    expect(await asked(at('SO'), ids, onward('DS', 'उप सचिव के निर्देश पर'))).toEqual([null, null]);
    const back = onward('ASO', 'कृपया कार्यवाही करें');
    expect(await asked(at('DS'), ids, back)).toEqual(['way-back-first', 'way-back-first']);
  });
});
