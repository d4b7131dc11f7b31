import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/**
 * What the mail server does with the next mail. `leaves before`: the line breaks before it is given the mail. `leaves after`:
 * it has taken the mail, and the line breaks before it says so. `silent`: it has taken the mail and says nothing.
 */
export type Trouble = 'none' | 'refuses' | 'leaves before' | 'leaves after' | 'silent';

/** A mail server on which trouble can be called down. */
export class TroubledMailServer {
  trouble: Trouble = 'none';
  /** The Message-ID of each mail that it has taken. */
  readonly taken: string[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly smtp: SMTPServer;

  private constructor() {
    this.smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      onRcptTo: (_address, _session, done) => {
        if (this.trouble === 'leaves before') this.leave();
        else done(this.trouble === 'refuses' ? Object.assign(new Error('later'), { responseCode: 451 }) : null);
      },
      onData: (stream, _session, done) => {
        void text(stream).then((mail) => {
          this.taken.push(/^message-id: *(\S+)/im.exec(mail)?.[1] ?? '');
          if (this.trouble === 'leaves after') this.leave();
          else if (this.trouble !== 'silent') done();
        });
      },
    });
    this.smtp.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    });
    this.smtp.on('error', () => undefined);
  }

  static async start(): Promise<TroubledMailServer> {
    const server = new TroubledMailServer();
    server.smtp.listen(0, '127.0.0.1');
    await once(server.smtp.server, 'listening');
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.smtp.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.leave();
    await new Promise<void>((resolve) => this.smtp.close(() => resolve()));
  }

  private leave(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
