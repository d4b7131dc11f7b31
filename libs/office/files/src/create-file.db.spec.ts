import { randomUUID } from 'node:crypto';
import { useOffice } from '../../../../test/support/office/office';
import { CreateFile } from './create-file';

describe('opening a file', () => {
  const office = useOffice({ holds: 'section' });

  it('is refused under a number head that the office does not have, and draws no number', async () => {
    const request = { subject: 'सड़क', grading: 'normal', urgency: 'ordinary' } as const;
    const before = await office().counts();
    const doing = office()
      .get(CreateFile)
      .execute(office().at('SO'), { ...request, headId: randomUUID() });
    await expect(doing).rejects.toMatchObject({
      code: 'unknown-number-head',
      errors: [{ pointer: '#/headId', detail: 'unknown-number-head' }],
    });
    expect(await office().counts()).toEqual(before);
  });
});
