import { useOffice } from '../../../../../test/support/office/office';
import { printedDiary } from '../../../../../test/support/papers/printed-diary';
import { pageTexts } from '../../../../platform/typesetting/test/pdf-text';
import { DownloadDiary } from './download-diary';

const office = useOffice({ holds: 'section' });
const ROOT = '1bd04e87eeaf3aa2c55d37eb9be0563477dde238294c9e16652a5e086909b6f9';

describe('the diary on paper', () => {
  const publish = (at: string | null) =>
    office().rows(`UPDATE published_log SET size = 123456, root = decode($1, 'hex'), published_at = $2`, [ROOT, at]);

  it('says nothing of the log before its first checkpoint', async () => {
    expect((await printedDiary(office(), office().at('ASO'))).checkpoint).toBeNull();
    await publish(null);
    expect((await printedDiary(office(), office().at('ASO'))).checkpoint).toBeNull();
  });

  it.each([
    ['hi', 'जाँच-बिन्दु: 24.11.2026, 16:40 को लॉग में 1,23,456 प्रविष्टियाँ, मूल हैश 1bd0 4e87 eeaf 3aa2…'],
    ['en', 'Checkpoint: 1,23,456 entries in the log on 24.11.2026, 16:40, root 1bd0 4e87 eeaf 3aa2…'],
  ] as const)('bears witness for the log below its entries, in %s', async (language, line) => {
    await publish('2026-11-24T11:10:00Z');
    expect((await printedDiary(office(), office().at('ASO'), { language })).checkpoint).toBe(line);
    const pdf = await office().get(DownloadDiary).execute(office().at('ASO'), {}, language);
    expect((await pageTexts(Buffer.from(pdf))).at(-1)?.replace(/\s+/g, ' ')).toContain('1bd0 4e87 eeaf 3aa2…');
  });

  it('says that the log has gone on after a loss', async () => {
    await publish('2026-11-24T11:10:00Z');
    const loss = 'patravali loss 1\\nentries 3-7\\nat 2026-11-23T06:30:00Z\\nreason An older backup.\\n';
    await office().owner.query(
      `INSERT INTO log_entry (index, text, leaf_hash) VALUES (9000000, E'${loss}', sha256(''))`,
    );
    const { checkpoint } = await printedDiary(office(), office().at('ASO'), { language: 'en' });
    expect(checkpoint).toMatch(
      /root 1bd0 4e87 eeaf 3aa2… The log resumed after a loss on 23.11.2026, 12:00: An older backup.$/,
    );
  });
});
