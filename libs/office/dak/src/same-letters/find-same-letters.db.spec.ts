import { CreateReceipt as CreateReceiptRequest, type LetterToDiarise } from '@patravali/contract';
import { CreateReceipt } from '@patravali/dak';
import { useOffice } from '../../../../../test/support/office/office';
import { FindSameLetters } from './find-same-letters';

const DIARISED = {
  subject: 'नलकूपों की मरम्मत',
  senderName: 'तहसीलदार, सगड़ी',
  letterNumber: 'पत्रांक-१२३/स्था०/2026',
  letterDate: '2020-01-20',
  receivedOn: '2020-01-22',
  deliveryMode: 'post',
  language: 'hi',
};

describe('a letter that is diarised', () => {
  const office = useOffice({ holds: 'section' });
  let id: string;
  let ofItsDay: string;
  let sha256: string | undefined;
  const diarise = async (letter: object) => {
    const by = office().at('ASO');
    const documentId = await office().newDocument(by);
    const made = await office()
      .get(CreateReceipt)
      .execute(by, CreateReceiptRequest.parse({ ...DIARISED, documentId, ...letter }));
    return { id: made.id, documentId };
  };
  beforeAll(async () => {
    const made = await diarise({});
    id = made.id;
    const [document] = await office().rows<{ sha256: string }>('SELECT sha256 FROM document WHERE id = $1', [
      made.documentId,
    ]);
    sha256 = document?.sha256;
    await diarise({ letterNumber: '12', senderName: 'निरीक्षक' });
    ofItsDay = (await diarise({ letterNumber: undefined, senderName: 'तहसीलदार, सगड़ी' })).id;
  });
  const found = async (letter: LetterToDiarise, at: 'ASO' | 'SO' | 'CLERK' = 'ASO') =>
    (await office().get(FindSameLetters).execute(office().at(at), letter)).map(({ id, by }) => ({ id, by }));
  const sender = { senderName: DIARISED.senderName };
  const date = { letterDate: DIARISED.letterDate };

  it.each<[string, LetterToDiarise]>([
    ['as it stands on it', { letterNumber: DIARISED.letterNumber, ...sender }],
    ['in western digits, with other signs between', { letterNumber: 'पत्रांक 123-स्था॰-2026', ...sender }],
    ['with a zero for the point of an abbreviation', { letterNumber: 'पत्रांक 123/स्था0/2026', ...sender }],
    ['from a sender of whom more is said', { letterNumber: DIARISED.letterNumber, senderName: 'तहसीलदार सगड़ी आजमगढ़' }],
    ['from a sender of whom less is said', { letterNumber: DIARISED.letterNumber, senderName: 'तहसीलदार' }],
    ['of its date, from somebody else', { letterNumber: DIARISED.letterNumber, senderName: 'SDM', ...date }],
    ['of its date, from nobody yet', { letterNumber: DIARISED.letterNumber, ...date }],
    [
      'of its date, with letters misread',
      { letterNumber: 'पत्राक-l23/स्था0/2O26', senderName: 'तहसिलदार सगडी', ...date },
    ],
  ])('is in the diary already by its number %s', async (_, letter) => {
    expect(await found(letter)).toEqual([{ id, by: 'number' }]);
  });

  it('is in the diary already by its date, sender and subject, where one of the two has no number', async () => {
    const misread = { senderName: 'तहसिलदार सगडी', subject: 'नलकुपों की मरम्मत', ...date };
    const both = (by: string) =>
      expect.arrayContaining([
        { id: ofItsDay, by },
        { id, by },
      ]) as unknown;
    expect(await found(misread)).toEqual(both('date'));
    expect(await found({ ...misread, letterNumber: '77/लेखा/2026' })).toEqual([{ id: ofItsDay, by: 'date' }]);
  });

  it('is in the diary already by the bytes of its scan, whatever is typed', async () => {
    expect(await found({ sha256 })).toEqual([{ id, by: 'scan' }]);
    expect(await found({ sha256, letterNumber: DIARISED.letterNumber, ...sender })).toEqual([{ id, by: 'scan' }]);
  });

  it.each<[string, LetterToDiarise]>([
    ['nothing is said of it', {}],
    ['its number alone is said', { letterNumber: DIARISED.letterNumber }],
    ['another letter of its sender and date is said', { ...sender, ...date }],
    ['another matter of its sender and date is said', { ...sender, ...date, subject: 'पेंशन प्रकरण' }],
    ['its matter and date are said by another sender', { senderName: 'SDM', ...date, subject: DIARISED.subject }],
    ['its matter and sender have another date', { ...sender, letterDate: '2020-01-21', subject: DIARISED.subject }],
    ['its number is that of another sender and day', { letterNumber: DIARISED.letterNumber, senderName: 'निरीक्षक' }],
    ['its number is short and its date alone is the same', { letterNumber: '12', ...date }],
    ['its number has no letter or digit', { letterNumber: '-/-', ...sender, ...date }],
    ['its sender has none', { letterNumber: DIARISED.letterNumber, senderName: '...' }],
    ['its scan is another', { sha256: '0'.repeat(64) }],
  ])('is not taken for another one when %s', async (_, letter) => {
    expect(await found(letter)).toEqual([]);
  });

  it('is told nobody who may not see it in the diary', async () => {
    const letter = { sha256, letterNumber: DIARISED.letterNumber, ...sender };
    expect(await found(letter, 'SO')).toHaveLength(1);
    expect(await found(letter, 'CLERK')).toEqual([]);
  });
});
