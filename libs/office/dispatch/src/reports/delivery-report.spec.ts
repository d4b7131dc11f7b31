import { bounce, KEY } from '../../test/bounce';
import { readDeliveryReport } from './delivery-report';

const OTHER_KEY = KEY.replaceAll('a', 'z');
const said = async (mail: string) => (await readDeliveryReport(mail))?.recipients[0];

describe('what a mail server reports', () => {
  it('of a mail that bounced is found by the key in the address that it was returned to, with what the other server said', async () => {
    expect(await readDeliveryReport(bounce())).toEqual({
      keys: [KEY],
      recipients: [
        {
          addresses: ['a@example.in'],
          outcome: 'returned',
          words: '550 5.1.1 <a@example.in>: Recipient address rejected: User unknown',
        },
      ],
    });
  });

  it('is read whatever it is packed in, and however its lines end', async () => {
    for (const changed of [
      bounce({ returned: 'text/rfc822-headers' }),
      bounce({ returned: null }),
      bounce({ packed: true }),
      bounce().replaceAll('\n', '\r\n'),
      bounce({ boundary: 'a b+(c)?=' }),
      bounce({ key: KEY.toUpperCase() }),
    ])
      expect(await readDeliveryReport(changed)).toMatchObject({ keys: [KEY], recipients: [{ outcome: 'returned' }] });
  });

  it('names the address that the mail went to, and the one that we gave', async () => {
    const forwarded = bounce({ recipient: 'B@Elsewhere.in', original: 'A@example.in' });
    expect(await said(forwarded)).toMatchObject({ addresses: ['a@example.in', 'b@elsewhere.in'] });
  });

  it('names the key also where the mailbox alone says for whom it came', async () => {
    const delivered = bounce({ key: null }).replace('To: ', `Delivered-To: x-${OTHER_KEY}@bounces.example.in\nTo: `);
    expect(await readDeliveryReport(delivered)).toMatchObject({ keys: [OTHER_KEY] });
  });

  it('says that it was delivered, or settles nothing', async () => {
    expect(await said(bounce({ action: 'delivered' }))).toMatchObject({ outcome: 'delivered' });
    for (const action of ['delayed', 'relayed', 'expanded', ''])
      expect(await readDeliveryReport(bounce({ action }))).toBeNull();
  });

  it('is no other mail, and none of whoever does not know the key', async () => {
    expect(await readDeliveryReport('Subject: अवकाश\n\nमैं अवकाश पर हूँ।')).toBeNull();
    expect(await readDeliveryReport(bounce({ key: null }))).toBeNull();
    expect(await readDeliveryReport(bounce({ key: KEY.slice(1) }))).toBeNull();
    expect(await readDeliveryReport('')).toBeNull();
    expect(await readDeliveryReport('Content-Type: multipart/report\n\n')).toBeNull();
    // Within another mail, or within another report, it is what somebody sends on.
    expect(await readDeliveryReport(`To: office+${KEY}@example.in\n\n${bounce({ key: null })}`)).toBeNull();
    const sentOn = bounce({ key: null }).replace('\ntext', `\n${bounce()}`);
    expect(await readDeliveryReport(sentOn)).toBeNull();
  });

  it('is read from its first two hundred parts, and no further', async () => {
    const after = (parts: number) =>
      bounce().replace('--BOUNDARY\n', '--BOUNDARY\nContent-Type: text/plain\n\nx\n'.repeat(parts) + '--BOUNDARY\n');
    expect(await readDeliveryReport(after(190))).toMatchObject({ recipients: [{ outcome: 'returned' }] });
    expect(await readDeliveryReport(after(200))).toBeNull();
  });

  it('gives its words on one line, of whatever a stranger wrote', async () => {
    const report = await said(bounce({ diagnostic: `smtp; 550 no\n  such\u0007 person ${'x'.repeat(1000)}` }));
    expect(report?.words).toMatch(/^550 no such person x+$/);
    expect(report?.words).toHaveLength(300);
  });
});
