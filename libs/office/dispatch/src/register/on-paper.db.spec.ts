import { DispatchIssue as DispatchIssueRequest, type EnvelopeSize } from '@patravali/contract';
import { DispatchIssue } from '@patravali/dispatch';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { DownloadPostalList } from './download-postal-list';
import { PrintEnvelopes } from './print-envelopes';

const office = useOffice({ holds: 'section' });
const clerk = () => office().at('DISPATCH');
const issued = async () => {
  const { fileId } = await office().newFile(office().at('SO'));
  return await writeIssue(office(), { fileId, by: office().at('SO'), signatory: office().at('US'), served: 0 });
};
const send = (id: string, ...dispatches: object[]) =>
  office().get(DispatchIssue).execute(clerk(), id, DispatchIssueRequest.parse({ dispatches }));
const envelopes = async (id: string, size: EnvelopeSize, recipients?: string) =>
  await pdfText(
    await office()
      .get(PrintEnvelopes)
      .execute(clerk(), id, { size, ...(recipients && { recipients }) }),
  );

describe('envelopes and labels', () => {
  it.each(['dl', 'c5', 'labels'] as const)('as %s name whom the letter goes to, and how', async (size) => {
    const { id, number } = await issued();
    await send(id, { recipient: 1, mode: 'registered_post' });
    const text = await envelopes(id, size);
    for (const words of ['निरीक्षक', 'प्रधानाचार्य', 'कोषाधिकारी', number, 'पंजीकृत डाक']) expect(text).toContain(words);
    expect(await envelopes(id, size, '2')).not.toContain('निरीक्षक');
  });

  it('are for nobody who may not send the letter', async () => {
    const { id } = await issued();
    const asked = (marking: 'DS' | 'OTHER') =>
      office().get(PrintEnvelopes).execute(office().at(marking), id, { size: 'dl' });
    await expect(asked('OTHER')).rejects.toMatchObject({ code: 'not-found' });
    await expect(asked('DS')).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(envelopes(id, 'dl', '9')).rejects.toMatchObject({ code: 'recipient-unknown' });
  });
});

describe('the postal list', () => {
  it('names what the post office was given, with its numbers and the sum of the postage', async () => {
    const { id, number } = await issued();
    await send(
      id,
      { recipient: 0, mode: 'registered_post', trackingNumber: 'RU1IN', postage: 999_900 },
      { recipient: 1, mode: 'speed_post', trackingNumber: 'EU1IN', postage: 4130 },
      { recipient: 2, mode: 'by_hand' },
    );
    const text = await pdfText(await office().get(DownloadPostalList).execute(clerk(), {}, 'hi'));
    for (const words of [number, 'RU1IN', 'EU1IN', '9,999.00', '41.30', '10,040.30', 'योग'])
      expect(text).toContain(words);
    const last = /(\d+) \S+ \S+ प्रधानाचार्य स्पीड पोस्ट/.exec(text)?.[1] ?? 'none';
    expect(text).toContain(`कुल प्रविष्टियाँ: ${last} `);
    expect(text).not.toContain('कोषाधिकारी');
    expect(await pdfText(await office().get(DownloadPostalList).execute(office().at('OTHER'), {}, 'en'))).not.toContain(
      'RU1IN',
    );
  });
});
