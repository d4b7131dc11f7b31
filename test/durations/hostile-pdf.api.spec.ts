import { Readable } from 'node:stream';
import { UploadDocument } from '@patravali/documents';
import { useApi } from '../support/http/api';
import { appointClerks } from '../support/http/clerks';
import { HOSTILE_PDFS } from '../support/papers/hostile-pdfs';
import { slowedBy } from './growth';

describe('a PDF that is looked at for ever', () => {
  const api = useApi();

  it('leaves other people as quick as they were until it is refused', async () => {
    const { clerk, officer } = await appointClerks(api());
    const uploads = api().office.get(UploadDocument);
    const endless = HOSTILE_PDFS['forms that draw ten of the next, twelve deep']?.() ?? Buffer.of();
    const whileItIsLookedAt = async (work: () => Promise<void>) => {
      const refused = uploads.execute(clerk, { body: Readable.from([endless]), fileName: 'a.pdf' }).then(
        () => 'taken',
        (error: unknown) => (error as { code?: string }).code,
      );
      await work();
      expect(await refused).toBe('pdf-hostile');
    };
    const desk = async () => expect((await api().as(officer, 'get', '/desk')).status).toBe(200);
    expect(await slowedBy(whileItIsLookedAt, desk)).toBeLessThan(2);
  }, 180_000);
});
