import { Readable } from 'node:stream';
import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { SecurityEvents } from '@patravali/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentActor } from '../session/current-actor.decorator';

/** What administrators look through after something has happened. */
@Controller()
export class SecurityEventsController {
  constructor(private readonly events: SecurityEvents) {}

  @Operation('exportSecurityEvents')
  async export(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'exportSecurityEvents'>,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const lines = await this.events.export(actor, ip, query);
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(Readable.from(lines), {
      type: 'application/x-ndjson',
      disposition: 'attachment; filename="security-events.jsonl"',
    });
  }
}
