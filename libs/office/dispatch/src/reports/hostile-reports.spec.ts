import { bounce, KEY } from '../../test/bounce';
import { readDeliveryReport } from './delivery-report';

const MIB = 1024 * 1024;
const REPORT = `To: office+${KEY}@example.in\nContent-Type: multipart/report; boundary="B"`;
const STATUS = '--B\nContent-Type: message/delivery-status\n\n';

/** Parts within parts, each with a boundary of its own. */
const nested = (levels: number) =>
  Array.from(
    { length: levels },
    (_, level) => `--b${level - 1}\nContent-Type: multipart/mixed; boundary=b${level}\n\n`,
  );

const HOSTILE: Record<string, () => string> = {
  'parts 10,000 deep': () =>
    `${REPORT}\n\n--B\nContent-Type: multipart/mixed; boundary=b-1\n\n${nested(10_000).join('')}`,
  'mails 10,000 deep': () => `${REPORT}\n\n${`--B\nContent-Type: message/rfc822\n\n${REPORT}\n\n`.repeat(10_000)}`,
  'a header field of 8 MiB': () => `${REPORT}\nX: ${'x'.repeat(8 * MIB)}\n\n`,
  'a million header fields': () => `${REPORT}\n${'X: y\n'.repeat(1_000_000)}\n`,
  'a field folded a million times': () => `${REPORT}\nX: y\n${' z\n'.repeat(1_000_000)}\n`,
  'a million parameters': () => `${REPORT};${' a*0=b;'.repeat(1_000_000)}\n\n`,
  'addresses without end': () => `${REPORT}\nTo: ${'a:'.repeat(4 * MIB)}\n\n`,
  'brackets that nobody closes': () => `${REPORT}\nTo: ${'('.repeat(200_000)}\nDate: ${'('.repeat(200_000)}\n\n`,
  'empty lines': () => `${REPORT}\n\n--B\n\n${'\n'.repeat(8 * MIB)}`,
  'empty parts': () => `${REPORT}\n\n${'--B\n'.repeat(2 * MIB)}`,
  'groups of nothing': () => `${REPORT}\n\n${STATUS}${'\n \n'.repeat(2 * MIB)}`,
  'recipients without end': () => `${REPORT}\n\n${STATUS}${'\nAction: delayed\n'.repeat(500_000)}`,
  'keys without end': () =>
    `${REPORT}\nDelivered-To: ${Array.from(
      { length: 300_000 },
      (_, at) =>
        `+${KEY.slice(6)}${String(at)
          .padStart(6, 'a')
          .replaceAll(/[0189]/g, 'b')}@a`,
    ).join(' ')}\n\n`,
  'a key without end': () => `${REPORT}\nDelivered-To: ${'a'.repeat(8 * MIB)}\n\n`,
  'mails returned without end': () =>
    `${REPORT}\n\n${STATUS}A: b\n${'--B\nContent-Type: message/rfc822\n\nA: b\n'.repeat(200_000)}`,
  'one line of 8 MiB': () => `${REPORT}\n\n--B\nContent-Transfer-Encoding: base64\n\n${'A'.repeat(8 * MIB)}`,
  'pages of HTML': () => `${REPORT}\n\n${`--B\nContent-Type: text/html\n\n${'<a><!--'.repeat(1000)}\n`.repeat(1000)}`,
  'nothing but signs of escape': () =>
    `${REPORT}\n\n--B\nContent-Transfer-Encoding: quoted-printable\n\n${'='.repeat(8 * MIB)}`,
};

describe('a mail that was made to harm', () => {
  it.each(Object.entries(HOSTILE))('is no report, and costs little: %s', async (_what, write) => {
    const mail = write();
    const { rss } = process.memoryUsage();
    const before = process.cpuUsage();
    expect(await readDeliveryReport(mail)).toBeNull();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
    expect(process.memoryUsage().rss - rss).toBeLessThan(256 * MIB);
  });

  it.each(['utf-7', 'utf-16le', 'x-unknown', '\u0000', '"'])(
    'is read as what it is where it claims the charset %j',
    async (charset) => {
      const claimed = bounce().replace('message/delivery-status', `message/delivery-status; charset=${charset}`);
      expect(await readDeliveryReport(claimed)).toMatchObject({ keys: [KEY], recipients: [{ outcome: 'returned' }] });
    },
  );

  it('is read where bytes of another charset stand in it', async () => {
    const latin = Buffer.from(bounce({ diagnostic: 'smtp; 550 Empf\u00e4nger unbekannt' }), 'latin1').toString('utf8');
    expect(await readDeliveryReport(latin)).toMatchObject({
      recipients: [{ words: '550 Empf\ufffdnger unbekannt' }],
    });
  });

  it('is read though the letter that came back with it is long', async () => {
    const letter = `\n${'A'.repeat(76)}`.repeat((7 * MIB) / 77);
    expect(await readDeliveryReport(bounce().replace('\ntext', `\n${letter}`))).toMatchObject({
      recipients: [{ outcome: 'returned' }],
    });
  });
});
