import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Refusal } from '@patravali/errors';
import { RecentUse } from '@patravali/identity';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/access.decorators';

/** Of one network in a minute: a verifier that begins anew reads a tile for every 256 events. */
const MOST_PER_MINUTE = 600;
/** A checkpoint is followed by the next within a second or two. */
const FOR_A_MOMENT = 'public, max-age=1';
const FOR_GOOD = 'public, max-age=31536000, immutable';
/** Hashes alone: the bundles of entries tell which things something happened to, and are not for everybody. */
const TILE = /^\/(log\/tile\/\d{1,2}\/(?:x\d{3}\/)*\d{3}(?:\.p\/\d{1,3})?)$/;

/** As deep as the number of a tile may be long. */
const TILES = [':a', ':a/:b', ':a/:b/:c', ':a/:b/:c/:d'].map((below) => `tile/:level/${below}`);

/** The log of the office for whoever wants to check it: what it signed, and the hashes that this stands on (C2SP tlog-tiles). */
@Controller('log')
@ApiExcludeController()
@Public()
export class LogController {
  constructor(
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly recentUse: RecentUse,
  ) {}

  @Get('checkpoint')
  async checkpoint(@Req() { ip }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    void reply.type('text/plain; charset=utf-8');
    return await this.give('log/checkpoint', ip, reply.header('cache-control', FOR_A_MOMENT));
  }

  @Get('keys')
  async keys(@Req() { ip }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    void reply.type('text/plain; charset=utf-8');
    return await this.give('log/keys', ip, reply.header('cache-control', FOR_A_MOMENT));
  }

  @Get(TILES)
  async tile(@Req() { ip, url }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const [, name] = TILE.exec(url.split('?')[0] ?? '') ?? [];
    if (name === undefined) throw new Refusal('not-found');
    void reply.type('application/octet-stream');
    return await this.give(name, ip, reply.header('cache-control', FOR_GOOD));
  }

  /** @throws Refusal `not-found`, which nobody keeps: it may be there in a moment. */
  private async give(name: string, address: string, reply: FastifyReply): Promise<Buffer> {
    try {
      await this.recentUse.countStranger(address, 'log', MOST_PER_MINUTE);
      const bytes = await this.store.readNamed(name);
      if (!bytes) throw new Refusal('not-found');
      return bytes;
    } catch (error) {
      void reply.header('cache-control', 'no-store');
      throw error;
    }
  }
}
