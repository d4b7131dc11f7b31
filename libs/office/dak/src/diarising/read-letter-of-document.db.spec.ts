import { Readable } from 'node:stream';
import { ReadLetterOfDocument } from '@patravali/dak';
import { UploadDocument } from '@patravali/documents';
import { letterPage } from '@patravali/letters';
import { startTypesetter } from '@patravali/typesetting';
import { documentActs } from '../../../../../test/support/acts/document-acts';
import { useOffice } from '../../../../../test/support/office/office';
import { written } from '../../../../platform/typesetting/test/samples';
import { aLetter } from '../../../letters/test/samples';

const office = useOffice({ holds: 'section' });
const { diarise } = documentActs(office);
const typesetter = startTypesetter();
afterAll(() => typesetter.close());

const BODY = 'कार्यालय मण्डलायुक्त के पत्रांक 412 के सन्दर्भ में अवगत कराना है कि पेंशन के 42 प्रकरण लम्बित हैं।';

async function uploaded(toDiarise: boolean): Promise<string> {
  const bytes = await typesetter.typeset(letterPage(aLetter({ body: written(BODY) })));
  const upload = { body: Readable.from([bytes]), fileName: 'पत्र.pdf', toDiarise };
  return (await office().get(UploadDocument).execute(office().at('ASO'), upload)).id;
}
const readBy = async (id: string, at: 'ASO' | 'CLERK' | 'SO' | 'DS' = 'ASO') =>
  await office().get(ReadLetterOfDocument).execute(office().at(at), id);

describe('a letter that is about to be diarised', () => {
  it('is read as soon as it is stored, where its PDF has a text', async () => {
    const { fields } = await readBy(await uploaded(true));
    const found = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    expect(found).toEqual({
      subject: 'वृद्धावस्था पेंशन के लम्बित प्रकरणों के निस्तारण के सम्बन्ध में',
      senderName: 'राजेश कुमार वर्मा',
      senderDesignation: 'प्रशासनिक अधिकारी',
      letterNumber: 'A-11011/5/2026-Estt',
      letterDate: '2026-11-24',
      language: 'hi',
    });
  });

  it('is not read before anybody wants to diarise it', async () => {
    expect(await readBy(await uploaded(false))).toEqual({ state: 'none', fields: [] });
  });

  it('is diarised all the same, and its scans are wanted once', async () => {
    const id = await uploaded(true);
    await diarise(office().at('ASO'), id);
    expect(await office().rows('SELECT state FROM document_text WHERE document_id = $1', [id])).toEqual([
      { state: 'waiting' },
    ]);
  });

  it('is read by nobody but the post that uploaded it', async () => {
    const id = await uploaded(true);
    await expect(readBy(id, 'CLERK')).rejects.toMatchObject({ code: 'not-found' });
  });
});
