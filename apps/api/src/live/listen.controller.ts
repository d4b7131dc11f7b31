import { Controller, Req, Res } from '@nestjs/common';
import type { SignedIn } from '@patravali/identity';
import { justBefore, readPlace } from '@patravali/notices';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentSession } from '../session/current-session.decorator';
import { EventStream } from './event-stream';
import { Listeners } from './listeners';

/** The line by which the page hears that something has changed. */
@Controller()
export class ListenController {
  constructor(private readonly listeners: Listeners) {}

  @Operation('listen')
  async listen(
    @CurrentSession() signedIn: SignedIn,
    @Input() { query }: Input<'listen'>,
    @Req() { method, headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<undefined> {
    if (method === 'HEAD') return void reply.send();
    const id = headers['last-event-id'] ?? query.after;
    const place = id === undefined ? justBefore() : readPlace(String(id));
    this.listeners.refuseMoreOf(signedIn.person.userId);
    await this.listeners.add(signedIn, EventStream.in(reply), place);
  }
}
