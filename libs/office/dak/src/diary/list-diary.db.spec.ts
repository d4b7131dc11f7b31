import { CreateReceipt as CreateReceiptRequest } from '@patravali/contract';
import { CreateReceipt } from '@patravali/dak';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { ListDiary } from './list-diary';

/** A day in India begins at half past six in the evening before, in UTC. */
const DIARISED = {
  '31 January, its last millisecond': '2026-01-31T18:29:59.999Z',
  '1 February, its first': '2026-01-31T18:30:00.000Z',
  '1 February, at noon': '2026-02-01T06:30:00.000Z',
  '1 February, its last': '2026-02-01T18:29:59.999Z',
  '2 February, its first': '2026-02-01T18:30:00.000Z',
};
const ALL = Object.keys(DIARISED).reverse();

describe('the diary', () => {
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => {
    const by = office().at('ASO');
    for (const [subject, at] of Object.entries(DIARISED)) {
      const letter = {
        documentId: await office().newDocument(by),
        subject,
        senderName: 'निरीक्षक',
        receivedOn: '2020-01-20',
      };
      const request = CreateReceiptRequest.parse({ ...letter, deliveryMode: 'post', language: 'hi' });
      const { id } = await office().get(CreateReceipt).execute(by, request);
      await office().rows('UPDATE receipt SET diarised_at = $2 WHERE id = $1', [id, at]);
    }
  });

  it.each([
    ['without end', {}, ALL],
    ['from 1 February', { from: '2026-02-01' }, ALL.slice(0, 4)],
    ['to 1 February', { to: '2026-02-01' }, ALL.slice(1)],
    ['of 1 February', { from: '2026-02-01', to: '2026-02-01' }, ALL.slice(1, 4)],
    ['of a day without letters', { from: '2026-02-03', to: '2026-02-04' }, []],
  ])('shows the days in India that are asked for, both inclusive: %s', async (_, days, expected) => {
    for (const limit of [1, 2, 3, 50]) {
      const rows = await everyPage(limit, (page) =>
        office()
          .get(ListDiary)
          .execute(office().at('ASO'), { ...days, ...page }),
      );
      expect([limit, rows.map(({ subject }) => subject)]).toEqual([limit, expected]);
    }
  });

  it('of a unit shows nothing to a stranger', async () => {
    const rows = await office().get(ListDiary).execute(office().at('CLERK'), { limit: 50 });
    expect(rows).toEqual({ items: [], next: null });
  });
});
