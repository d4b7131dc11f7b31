import type { Actor } from '@patravali/authorization';
import { FileView, likelyAction } from '@patravali/contract';
import { ListMovements } from '@patravali/custody';
import { FileBoxes } from '@patravali/desk';
import { CloseFile, FileViewQuery } from '@patravali/files';
import { PullBackFile } from '@patravali/movement';
import { AddNote } from '@patravali/notes';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { ForwardFile } from './forward-file';
import { ReturnFile } from './return-file';

const office = useOffice({ holds: 'section' });
const at = (marking: Marking): Actor => office().at(marking);
const APPROVED = { note: { ...WORDS.note, decision: 'approved' as const }, confirmNote: true };

describe('a file that was decided on or returned', () => {
  let fileId: string;
  beforeEach(async () => {
    ({ fileId } = await office().newFile(at('ASO')));
    await office()
      .get(ForwardFile)
      .execute(at('ASO'), fileId, { toPostId: at('SO').postId, ...WORDS });
  });
  const row = async (marking: Marking) => {
    const { items } = await office().get(FileBoxes).inbox(at(marking), { limit: 50, order: 'newest' });
    return items.find(({ id }) => id === fileId);
  };
  const movements = async () => {
    const { items } = await office().get(ListMovements).execute(at('ASO'), fileId, { limit: 50 });
    return items.map(({ kind, decision, action }) => [kind, decision, action].filter(Boolean).join(' '));
  };
  const send = (by: Marking, to: Marking, more: object = {}) =>
    office()
      .get(ForwardFile)
      .execute(at(by), fileId, { toPostId: at(to).postId, confirmNote: false, ...more });

  it('says so on the row of the desk that it came to, and in the register', async () => {
    expect(await row('SO')).toMatchObject({ decision: null, returned: false });
    await send('SO', 'ASO', APPROVED);
    expect(await row('ASO')).toMatchObject({ decision: 'approved', returned: false });
    await office().get(ReturnFile).execute(at('ASO'), fileId, { reason: 'राशि अंकित नहीं', confirmNote: false });
    expect(await row('SO')).toMatchObject({ decision: null, returned: true });
    expect(await movements()).toEqual([
      'created',
      'forwarded put_up',
      'forwarded approved for_necessary_action',
      'returned',
    ]);
  });

  it('says after a pull back again how it had come', async () => {
    await send('SO', 'ASO', APPROVED);
    await office().get(ReturnFile).execute(at('ASO'), fileId, { reason: 'राशि', confirmNote: false });
    await send('SO', 'US', WORDS);
    await office().get(PullBackFile).execute(at('SO'), fileId, {});
    expect(await row('SO')).toMatchObject({ decision: null, returned: true });
    await send('SO', 'ASO', APPROVED);
    await send('ASO', 'SO', WORDS);
    await office().get(PullBackFile).execute(at('ASO'), fileId, {});
    expect(await row('ASO')).toMatchObject({ decision: 'approved', returned: false });
  });

  it('has its decision in the register also when it is closed with it', async () => {
    await office().get(AddNote).execute(at('SO'), fileId, APPROVED.note);
    await office().get(CloseFile).execute(at('SO'), fileId, { reason: 'निस्तारित', confirmNote: true });
    expect((await movements()).at(-1)).toBe('closed approved');
    expect(await office().get(FileViewQuery).execute(at('SO'), fileId)).toMatchObject({
      decision: null,
      returned: false,
    });
  });

  it('is put up to who stands above, and sent down for necessary action, unless the sender says otherwise', async () => {
    await send('SO', 'US');
    await send('US', 'ASO');
    await send('ASO', 'CLERK');
    await send('CLERK', 'US', { action: 'for_information' });
    expect((await movements()).slice(2)).toEqual([
      'forwarded put_up',
      'forwarded for_necessary_action',
      'forwarded for_necessary_action',
      'forwarded for_information',
    ]);
    await send('US', 'SO');
    const { suggestions } = await office().named(FileView, office().get(FileViewQuery).execute(at('SO'), fileId));
    expect(suggestions.map(({ post, action }) => `${post.marking} ${action}`)).toEqual(
      expect.arrayContaining(['US put_up']),
    );
    expect(likelyAction({ level: 5, superiorPostId: 'a' }, { id: 'a', level: 5 })).toBe('put_up');
    expect(likelyAction({ level: 5, superiorPostId: 'a' }, { id: 'b', level: 5 })).toBe('for_necessary_action');
  });
});
