import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { NotAllowedOutside, Outgoing } from '@patravali/outgoing';
import { SMTPServer } from 'smtp-server';
import { type MailNotSent, OfficeMail } from './office-mail';

/** A mail server as an office has it: over TLS, and for whoever knows the password alone. */
describe('a mail server with TLS and a login', () => {
  const taken: string[] = [];
  /** The names for which clients have asked it for its certificate. */
  const names: unknown[] = [];
  const server = new SMTPServer({
    secure: true,
    authMethods: ['PLAIN', 'LOGIN'],
    closeTimeout: 100,
    onSecure: (socket, _session, done) => {
      names.push((socket as { servername?: unknown }).servername);
      done();
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'office' && password === 'राज़') done(null, { user: username });
      else done(Object.assign(new Error('Invalid username or password'), { responseCode: 535 }));
    },
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => {
        taken.push(mail);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  /** @param trusted whether the certificate of the server, which nobody has signed, is taken. */
  const send = async (password: string, trusted: boolean, host = '127.0.0.1') => {
    const { port } = server.server.address() as AddressInfo;
    const login = `office:${encodeURIComponent(password)}`;
    const url = `smtps://${login}@${host}:${String(port)}${trusted ? '?tls.rejectUnauthorized=false' : ''}`;
    const mail = new OfficeMail({ mail: { kind: 'smtp', url, from: 'office@example.in' } });
    const letter = { id: '1', to: 'a@example.in', from: 'x@example.in', subject: 'पत्र', text: 'पत्र संलग्न है।' };
    return await mail.send(letter).then(
      () => 'sent',
      (error: unknown) => error as MailNotSent,
    );
  };

  it('takes the mail with the right password', async () => {
    expect(await send('राज़', true)).toBe('sent');
    expect(taken.at(-1)).toContain('Message-ID: <1@patravali>');
  });

  it('is found by its name once, and shows the certificate for that name', async () => {
    const lookedUp = jest.spyOn(Outgoing.prototype, 'addressesOf');
    expect(await send('राज़', true, 'localhost')).toBe('sent');
    expect([lookedUp.mock.calls, names.at(-1)]).toEqual([[['localhost']], 'localhost']);
    lookedUp.mockRestore();
  });

  it('is given nothing where its name leads into an inner network that no setting names, and is asked again later', async () => {
    const inside = new NotAllowedOutside('mail.example.in', '10.1.2.3 lies in an inner network');
    const lookedUp = jest.spyOn(Outgoing.prototype, 'addressesOf').mockRejectedValueOnce(inside);
    expect(await send('राज़', true)).toMatchObject({ reason: 'mail-server-inside', forGood: false, cause: inside });
    lookedUp.mockRestore();
  });

  it('is given nothing with a wrong one, and is asked again later: the fault is the office’s and not the letter’s', async () => {
    const before = taken.length;
    expect(await send('wrong', true)).toMatchObject({ name: 'MailNotSent', forGood: false, mayHaveArrived: false });
    expect(taken).toHaveLength(before);
  });

  it('is given nothing, not even the password, when its certificate is not trusted', async () => {
    const before = taken.length;
    expect(await send('राज़', false)).toMatchObject({ name: 'MailNotSent', forGood: false, mayHaveArrived: false });
    expect(taken).toHaveLength(before);
  });
});
