import type { Actor } from '@patravali/authorization';
import { CloseFile, CorrectCover, CreateFile, FileHistory, FileViewQuery, FindFiles } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { useOffice } from '../../../../test/support/office/office';
import { WORDS } from '../../../../test/support/office/words';

describe('correcting the cover of a file', () => {
  const office = useOffice();
  let [holder, officer, stranger]: Actor[] = [];
  const people = () => {
    if (!holder || !officer || !stranger) throw new Error('the people are there once beforeAll has run');
    return { holder, officer, stranger };
  };
  beforeAll(async () => {
    officer = await office().actor({ marking: 'SO' });
    holder = await office().actor({ marking: 'DH', roles: ['dealing_hand'], superior: officer });
    stranger = await office().actor({ marking: 'OTHER' });
  });

  const REASON = 'वर्तनी की भूल';
  const newFile = () =>
    office().get(CreateFile).execute(people().holder, {
      headId: office().headId,
      subject: 'सडक की मरम्मत',
      grading: 'normal',
      urgency: 'ordinary',
      remarks: 'पुराना',
    });
  const correct = (by: Actor, fileId: string, change: object, version = 1) =>
    office()
      .get(CorrectCover)
      .execute(by, fileId, { subject: 'सड़क की मरम्मत', remarks: null, reason: REASON, ...change }, version);
  const view = (fileId: string) => office().get(FileViewQuery).execute(people().officer, fileId);
  const events = async (fileId: string) =>
    (await office().get(FileHistory).execute(people().officer, fileId, { limit: 50 })).items;

  it('changes the wording, keeps the numbers, and tells old and new wording with the reason', async () => {
    const { id, number, computerNumber } = await newFile();
    await expect(correct(people().holder, id, {})).resolves.toEqual({ id, version: 2 });
    expect(await view(id)).toMatchObject({ subject: 'सड़क की मरम्मत', coverRemarks: null, number, computerNumber });
    expect((await events(id)).at(-1)).toMatchObject({
      sequence: 2,
      name: 'file.cover_corrected',
      reason: REASON,
      data: {
        subjectBefore: 'सडक की मरम्मत',
        subjectAfter: 'सड़क की मरम्मत',
        remarksBefore: 'पुराना',
        remarksAfter: null,
      },
    });
    const found = await office().get(FindFiles).execute(people().holder, { q: 'सड़क की मरम्मत', limit: 50 });
    expect(found.items.map((file) => file.id)).toContain(id);
  });

  it('is offered to the holder alone, on a desk', async () => {
    const { id } = await newFile();
    const offered = async (by: Actor) => (await office().get(FileViewQuery).execute(by, id)).allowedMoves;
    expect(await offered(people().holder)).toContain('correct_cover');
    expect(await offered(people().officer)).not.toContain('correct_cover');
    await expect(correct(people().officer, id, {})).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(correct(people().stranger, id, {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses what a passed version, a closed file or an unchanged wording asks, and changes nothing', async () => {
    const { holder: clerk, officer: superior } = people();
    const { id } = await newFile();
    await expect(correct(clerk, id, {}, 7)).rejects.toMatchObject({ code: 'file-moved' });
    const unchanged = { subject: 'सडक की मरम्मत', remarks: 'पुराना' };
    await expect(correct(clerk, id, unchanged)).rejects.toMatchObject({ code: 'invalid-input' });
    const { version } = await office()
      .get(ForwardFile)
      .execute(clerk, id, { toPostId: superior.postId, action: 'put_up', ...WORDS });
    const closed = await office()
      .get(CloseFile)
      .execute(superior, id, { reason: 'निस्तारित', confirmNote: false }, version);
    await expect(correct(superior, id, {}, closed.version)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await view(id)).toMatchObject({ subject: 'सडक की मरम्मत', coverRemarks: 'पुराना' });
    expect((await events(id)).map(({ name }) => name)).not.toContain('file.cover_corrected');
  });
});
