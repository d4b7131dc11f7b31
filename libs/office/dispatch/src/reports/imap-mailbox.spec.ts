import { bounce } from '../../test/bounce';
import { mayRunDovecot, startImapServer, type TestImapServer } from '../../test/imap-server';
import { readDeliveryReport } from './delivery-report';
import { ImapMailbox } from './imap-mailbox';
import type { Entered } from './report-mailbox';

const withDovecot = mayRunDovecot() ? describe : describe.skip;
const READ = 'S';
const ORDINARY = 'From: a@example.in\nSubject: पत्र\nContent-Type: text/plain\n\nमहोदय, पत्र प्राप्त हुआ।\n';
/** Of a mail of somebody else. */
const FOREIGN = bounce({ key: null });

withDovecot('a mailbox on an IMAP server', () => {
  let server: TestImapServer;
  beforeEach(async () => {
    server = await startImapServer();
  }, 60_000);
  afterEach(() => server.stop());

  /** What was given, and what became of each mail in the mailbox. */
  async function read(
    answer: (mail: string) => Entered | Promise<Entered> = enteredAs,
    kind: 'imaps' | 'imap' = 'imaps',
  ) {
    const given: string[] = [];
    await new ImapMailbox(server.url(kind), { ca: server.ca }).readEach(async (mail) => {
      given.push(mail);
      return await answer(mail);
    });
    return given;
  }
  const enteredAs = async (mail: string): Promise<Entered> => ((await readDeliveryReport(mail)) ? 'done' : 'foreign');

  it.each(['imaps', 'imap'] as const)('gives a report once, whole, and marks it as read, over %s', async (kind) => {
    await server.receive(bounce());
    const [given = '', ...others] = await read(enteredAs, kind);
    expect(others).toEqual([]);
    expect(await readDeliveryReport(given)).toEqual(await readDeliveryReport(bounce()));
    expect(await server.flags()).toEqual([READ]);
    expect(await read()).toEqual([]);
  });

  it('leaves unread what is no report, without fetching it, and reports of others, which it looks at once', async () => {
    for (const mail of [ORDINARY, FOREIGN, bounce(), ORDINARY]) await server.receive(mail);
    expect(await read()).toHaveLength(2);
    const flags = await server.flags();
    expect(flags.map((each) => each.includes(READ))).toEqual([false, false, true, false]);
    await server.receive(bounce({ action: 'delivered' }));
    expect(await read()).toHaveLength(1);
  });

  it('gives again what came too early, and what a process died over', async () => {
    await server.receive(bounce());
    expect(await read(() => 'later')).toHaveLength(1);
    const dying = read(() => {
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await server.flags()).toEqual(['']);
    expect(await read()).toHaveLength(1);
  });

  it('is not harmed by hostile mails: they stay, and what comes after them is read', async () => {
    const header = 'Content-Type: multipart/report; boundary="B"';
    const hostile = [
      `${header}\n\n${'--B\n'.repeat(100_000)}`,
      `${header}\n\n--B\nContent-Type: message/delivery-status\n\n${'\n \n'.repeat(100_000)}`,
      `${header};\n ${' boundary='.repeat(10_000)}\n\n`,
      `${header}\n\n${'x'.repeat(9 * 1024 * 1024)}`,
      `${header}\nX: \u0000\u0001\ud800\n\n--B--`,
    ];
    for (const mail of [...hostile, bounce()]) await server.receive(mail);
    const given = await read();
    // The one that is longer than any report was not even fetched.
    expect(given).toHaveLength(hostile.length);
    expect((await server.flags()).map((each) => each.includes(READ))).toEqual([...hostile.map(() => false), true]);
    expect(await read()).toEqual([]);
  }, 60_000);

  it('tells its password to no server that it does not trust, and to none without TLS', async () => {
    await server.receive(bounce());
    const enter = jest.fn(() => Promise.resolve<Entered>('done'));
    await expect(new ImapMailbox(server.url('imaps')).readEach(enter)).rejects.toThrow();
    await expect(new ImapMailbox(server.url('imap')).readEach(enter)).rejects.toThrow();
    const wrong = server.url('imaps', 'गलत');
    await expect(new ImapMailbox(wrong, { ca: server.ca }).readEach(enter)).rejects.toThrow();
    expect(enter).not.toHaveBeenCalled();
    expect(await server.flags()).toEqual(['']);
  });
});
