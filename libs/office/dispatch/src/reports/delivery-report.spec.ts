import { bounce, DISPATCH } from '../../test/bounce';
import { readDeliveryReport } from './delivery-report';

describe('what a mail server reports', () => {
  it('of a mail that bounced is found by our Message-ID, with what the other server said', async () => {
    expect(await readDeliveryReport(bounce())).toEqual({
      dispatchId: DISPATCH,
      outcome: 'returned',
      reason: '550 5.1.1 <a@example.in>: Recipient address rejected: User unknown',
    });
  });

  it('is read whatever it is packed in, and however its lines end', async () => {
    for (const changed of [
      bounce({ returned: 'text/rfc822-headers' }),
      bounce({ packed: true }),
      bounce().replaceAll('\n', '\r\n'),
      bounce({ boundary: 'a b+(c)?=' }),
    ])
      expect(await readDeliveryReport(changed)).toMatchObject({ dispatchId: DISPATCH, outcome: 'returned' });
  });

  it('is found by the envelope where the mail is not returned with it', async () => {
    expect(await readDeliveryReport(bounce({ returned: null, envelope: DISPATCH }))).toMatchObject({
      dispatchId: DISPATCH,
    });
    expect(await readDeliveryReport(bounce({ returned: null }))).toBeNull();
  });

  it('says that it was delivered, or settles nothing', async () => {
    expect(await readDeliveryReport(bounce({ action: 'delivered' }))).toMatchObject({ outcome: 'delivered' });
    for (const action of ['delayed', 'relayed', 'expanded', ''])
      expect(await readDeliveryReport(bounce({ action }))).toBeNull();
  });

  it('is no other mail, and no report of the mails of others', async () => {
    expect(await readDeliveryReport('Subject: अवकाश\n\nमैं अवकाश पर हूँ।')).toBeNull();
    expect(await readDeliveryReport(bounce({ messageId: '<1@example.in>' }))).toBeNull();
    expect(await readDeliveryReport('')).toBeNull();
    expect(await readDeliveryReport('Content-Type: multipart/report\n\n')).toBeNull();
  });

  it('gives a reason of one line, of whatever a stranger wrote', async () => {
    const report = await readDeliveryReport(
      bounce({ diagnostic: `smtp; 550 no\n  such\u0007 person ${'x'.repeat(1000)}` }),
    );
    expect(report?.reason).toMatch(/^550 no such person x+$/);
    expect(report?.reason).toHaveLength(300);
  });
});
