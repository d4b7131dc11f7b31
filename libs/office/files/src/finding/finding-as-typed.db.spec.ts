import type { Actor } from '@patravali/authorization';
import { CorrectCover, CreateFile } from '@patravali/files';
import { TextIndex } from '@patravali/search';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { FindFiles } from './find-files';

const office = useOffice({ holds: 'section' });

describe('files by words as people type them', () => {
  const found = async (q: string, actor: Actor = office().at('SO')) => {
    const rows = await everyPage(2, (page) =>
      office()
        .get(FindFiles)
        .execute(actor, { q, ...page }),
    );
    return rows.map(({ computerNumber }) => computerNumber);
  };
  const create = async (subject: string, by: Actor = office().at('SO'), grading: 'normal' | 'secret' = 'normal') =>
    await office().get(CreateFile).execute(by, { headId: office().headId, urgency: 'ordinary', grading, subject });
  const index = () => office().get(TextIndex).indexAll();

  beforeAll(async () => {
    await create('सेवानिवृत्त कर्मचारियों की पेंशन का निर्धारण'); // 1
    await create('समयपूर्व रिहाई हेतु बन्दी का प्रार्थना-पत्र'); // 2
    await create('Construction of boundary wall at Inter College, Lalganj'); // 3
    await create('ग्राम सिसवा में नलकूप की मरम्मत'); // 4
    await create('जि०अ० महोदय का निरीक्षण, नागरिकांे की समस्याएँ'); // 5
    await create('पेंशन प्रकरण: श्री रामदीन पाण्डेय', office().at('SO'), 'secret'); // 6
    await index();
  });

  it.each([
    ['पेन्शन', 'half a nasal for its dot', [6, 1]],
    ['कर्मचारी', 'another form', [1]],
    ['पेंशन कर्मचारी', 'another order', [1]],
    ['pension nirdharan', 'Latin letters', [1]],
    ['निरधारण', 'another spelling', [1]],
    ['समय पूर्व', 'two words for one', [2]],
    ['नल कूप', 'two words for one', [4]],
    ['प्रार्थनापत्र', 'one word for a compound', [2]],
    ['constructon', 'a letter too few', [3]],
    ['सेवानिपृत्त', 'a wrong letter', [1]],
    ['निर्धाण', 'a letter too few', [1]],
    ['निरीक्षपण', 'a letter too many', [5]],
    ['walls', 'another form', [3]],
    ['चारदीवारी', 'the word of the other language', [3]],
    ['जिलाधिकारी', 'an abbreviation', [5]],
    ['नागरिकों', 'what an old conversion displaced', [5]],
    ['गाँव', 'another word for the same', [4]],
    ['ramdin pande', 'a name in Latin letters', [6]],
    ['"सेवानिवृत्त कर्मचारी"', 'a phrase', [1]],
    ['"कर्मचारी पेंशन"', 'a phrase that stands nowhere in a row but for what binds', [1]],
    ['"पेंशन कर्मचारी"', 'a phrase in another order', []],
    ['"और" पेंशन', 'a phrase of what only binds', [6, 1]],
    ['"और"', 'nothing but a phrase of what only binds', []],
    ['पेंशन -का', 'what only binds must not be there', [6, 1]],
    ['पेंशन -प्रकरण', 'a word that must not be there', [1]],
    ['पेंशन -"श्री रामदीन"', 'a phrase that must not be there', [1]],
    ['%%%% ___ \u202e', 'signs alone', []],
    ['बाढ़', 'what stands nowhere', []],
  ])('%s: %s', async (q, _, numbers) => {
    expect(await found(q)).toEqual(numbers);
  });

  it('first those that have the words themselves, then those that mean the same, last those that sound alike', async () => {
    await create('सूखा: तहसील सगडी'); // 7
    await create('गाँव की सड़क'); // 8
    await create('ग्राम का मार्ग'); // 9
    await index();
    expect(await found('सड़क')).toEqual([8, 9]);
    expect(await found('मार्ग')).toEqual([9, 8]);
    expect(await found('sagri')).toEqual([7]);
  });

  it('never those that one may not read, whatever was typed', async () => {
    for (const q of ['पेंशन', 'पेन्शन', 'pension', 'ramdin', 'रामदीन', '"रामदीन पाण्डेय"']) {
      expect([q, await found(q, office().at('OTHER'))]).toEqual([q, []]);
      expect([q, (await found(q, office().at('AUDIT'))).includes(6)]).toEqual([q, false]);
    }
  });

  it('by the subject as it is now', async () => {
    const { id } = await create('आपदा राहत'); // 10
    await index();
    expect(await found('aapda')).toEqual([10]);
    await office()
      .get(CorrectCover)
      .execute(office().at('SO'), id, { subject: 'बाढ़ राहत', remarks: null, reason: 'त्रुटि' }, 1);
    expect(await found('badh')).toEqual([]);
    await index();
    expect(await found('badh')).toEqual([10]);
    expect(await found('aapda')).toEqual([]);
  });
});
