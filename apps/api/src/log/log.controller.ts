import { Controller, Get, Inject, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { Refusal } from '@patravali/errors';
import { RecentUse } from '@patravali/identity';
import { PublicLog } from '@patravali/ledger';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../requests/access.decorators';

/** From one network: a witness asks a few times a minute, and who verifies a large log waits in between. */
const PER_MINUTE = 600;

const NOTE = 'text/plain; charset=utf-8';
const HASHES = 'application/octet-stream';
const NEWEST = 'no-cache';
/** A tile never says anything else. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/**
 * The public part of the log, for whoever verifies the office or bears witness for it: checkpoints, keys, hashes and what the log
 * says of itself, at the paths of C2SP tlog-tiles, whose slashes no parameter of the contract holds. Open to anybody, since it
 * names nobody and no subject; the entries of events are not served.
 */
@Controller('log')
@Public()
export class LogController {
  private readonly log: PublicLog;

  constructor(
    private readonly recentUse: RecentUse,
    @Inject(OBJECT_STORE) store: ObjectStore,
  ) {
    this.log = new PublicLog(store);
  }

  /** @throws Refusal `too-many-requests`, `not-found`, `store-unavailable`, as all here. */
  @Get('checkpoint')
  async checkpoint(
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await this.count(ip);
    return answer(reply, await this.log.checkpoint(), { type: NOTE, caching: NEWEST });
  }

  @Get('witnessed')
  async witnessed(
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await this.count(ip);
    return answer(reply, await this.log.witnessed(), { type: NOTE, caching: NEWEST });
  }

  @Get('changes')
  async changes(
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await this.count(ip);
    return answer(reply, await this.log.changes(), { type: NOTE, caching: NEWEST });
  }

  @Get('keys')
  async keys(@Req() { ip }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    await this.count(ip);
    return answer(reply, await this.log.keys(), { type: NOTE, caching: NEWEST });
  }

  /** `0/067`, `0/x001/234`, `0/x001/x234/067`, each also with `.p` and a width. */
  @Get(['tile/:level/:a', 'tile/:level/:a/:b', 'tile/:level/:a/:b/:c', 'tile/:level/:a/:b/:c/:d'])
  async tile(
    @Param() { level, a, b, c, d }: Readonly<Partial<Record<'level' | 'a' | 'b' | 'c' | 'd', string>>>,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await this.count(ip);
    const path = [level, a, b, c, d].filter((part) => part !== undefined).join('/');
    return answer(reply, await this.log.tile(path), { type: HASHES, caching: FOR_GOOD });
  }

  private async count(ip: string): Promise<void> {
    await this.recentUse.countStranger(ip, 'readLog', PER_MINUTE);
  }
}

function answer(
  reply: FastifyReply,
  bytes: Buffer | null,
  { type, caching }: { readonly type: string; readonly caching: string },
): StreamableFile {
  if (!bytes) throw new Refusal('not-found');
  void reply.header('cache-control', caching);
  return new StreamableFile(bytes, { type, length: bytes.length });
}
