import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Who has so much left unread reads no more. */
const MOST_UNREAD_BYTES = 64 * 1024;
/** A browser comes back after a while that differs from listener to listener: a server that starts anew is not overrun. */
const RETRY_MS = { least: 1_000, spread: 4_000 };

/** One answer that goes on: server-sent events. */
export class EventStream {
  private constructor(private readonly raw: ServerResponse) {}

  /** Takes the answer out of Fastify's hands. */
  static in(reply: FastifyReply): EventStream {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // A proxy that collects answers would keep the events to itself.
      'x-accel-buffering': 'no',
    });
    raw.on('error', () => raw.destroy());
    const stream = new EventStream(raw);
    stream.write(`retry: ${RETRY_MS.least + Math.round(Math.random() * RETRY_MS.spread)}\n\n`);
    return stream;
  }

  onClose(closed: () => void): void {
    if (this.raw.closed) closed();
    else this.raw.once('close', closed);
  }

  send(event: string, data: object, id: string): void {
    this.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Says that the line is there, and where it stands: a browser that comes back goes on from there. */
  beat(id: string): void {
    this.write(`id: ${id}\n\n`);
  }

  end(): void {
    this.raw.end();
  }

  private write(text: string): void {
    if (this.raw.writableEnded || this.raw.destroyed) return;
    if (this.raw.writableLength > MOST_UNREAD_BYTES) this.raw.destroy();
    else this.raw.write(text);
  }
}
