import type { Actor } from '@patravali/authorization';
import { ForwardFile } from '@patravali/movement';
import { AddNote } from '@patravali/notes';
import { consultingActs } from '../../../../../test/support/acts/consulting-acts';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { RegisterOnPaper } from './register-on-paper';

const office = useOffice({ holds: 'section' });
const { today, written, consult, answer, giveBack } = consultingActs(office);
const lines = (by: Actor, fileId: string, language: 'hi' | 'en') =>
  office().get(RegisterOnPaper).of(by, fileId, language);

describe('the register of a file on paper', () => {
  it('tells the movements and the questions in the order in which they happened, with what became of each', async () => {
    await today('2026-06-01');
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const [one, other, third] = [await office().actor(), await office().actor(), await office().actor()];
    const { fileId } = await office().newFile(aso);
    await office()
      .get(AddNote)
      .execute(aso, fileId, { text: written('परामर्श अपेक्षित है।'), decision: null });
    const [first, second] = await consult(aso, fileId, [one, other, third]);
    await answer(one, first);
    await giveBack(other, second);
    await office()
      .get(ForwardFile)
      .execute(aso, fileId, { toPostId: so.postId, ...WORDS });

    const shown = await lines(so, fileId, 'en');
    expect(shown.map(({ number, what, days }) => [number, what, days])).toEqual([
      ['1', 'opened the file', ''],
      ['', 'asked for an opinion', ''],
      ['', 'asked for an opinion', ''],
      ['', 'asked for an opinion', ''],
      ['2', 'forwarded', '0'],
    ]);
    expect(shown.slice(1, 4).map(({ more }) => more)).toEqual([
      ['Reply due by 08.06.2026', expect.stringMatching(/^answered · N\/2 · /)],
      ['Reply due by 08.06.2026', expect.stringMatching(/^returned: not concerned · .*: विषय हमारा नहीं$/)],
      ['Reply due by 08.06.2026', 'awaited'],
    ]);
    const inHindi = await lines(so, fileId, 'hi');
    expect(inHindi[3]).toMatchObject({ what: 'परामर्श माँगा', more: ['उत्तर अपेक्षित तिथि: 08.06.2026', 'प्रतीक्षित'] });
    await expect(lines(third, fileId, 'hi')).rejects.toMatchObject({ code: 'not-found' });
  });
});
