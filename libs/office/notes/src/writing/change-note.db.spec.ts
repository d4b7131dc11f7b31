import { NoteContent, PageQuery } from '@patravali/contract';
import { ListNoteVersions } from '@patravali/notes';
import { useOffice } from '../../../../../test/support/office/office';
import { writeLinkOfficer } from '../../../../../test/support/office/rows';
import { AddNote } from './add-note';
import { ChangeNote } from './change-note';
import { ConfirmNote } from './confirm-note';
import { TakeBackNote } from './take-back-note';

describe('a note that has been confirmed', () => {
  const office = useOffice({ holds: 'section' });
  const note = (words: string) => {
    const paragraphs = [{ children: [{ type: 'text', text: words }] }];
    return NoteContent.parse({ text: { version: 1, paragraphs }, decision: null });
  };

  it('is not changed until it has been taken back', async () => {
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    await office().get(AddNote).execute(so, fileId, note('सहमत।'));
    await office().get(ConfirmNote).execute(so, fileId);
    const kept = () => office().rows('SELECT * FROM pending_note');
    const before = await kept();
    const changing = office().get(ChangeNote);
    await expect(changing.execute(so, fileId, note('असहमत।'), 2)).rejects.toMatchObject({ code: 'note-confirmed' });
    expect(await kept()).toEqual(before);

    const { version } = await office().get(TakeBackNote).execute(so, fileId);
    await expect(changing.execute(so, fileId, note('असहमत।'), version)).resolves.toMatchObject({
      version: version + 1,
    });
  });

  it('is changed in a version of its own by whoever confirmed what another had written', async () => {
    const so = office().at('SO');
    const { id, headId, unitId } = office();
    const { fileId } = await office().newFile(so);
    await office().get(AddNote).execute(so, fileId, note('सहमत।'));
    const link = await writeLinkOfficer(office().owner, { id, headId, units: { EST: unitId, FIN: unitId } }, so);
    await office().get(ConfirmNote).execute(link, fileId);
    const { version } = await office().get(TakeBackNote).execute(link, fileId);
    const changed = await office().get(ChangeNote).execute(link, fileId, note('असहमत।'), version);
    await office().get(ChangeNote).execute(link, fileId, note('असहमत हूँ।'), changed.version);
    const { items } = await office().get(ListNoteVersions).execute(so, fileId, PageQuery.parse({}));
    expect(items.map(({ by }) => by.capacity)).toEqual(['regular', 'link']);
  });
});
