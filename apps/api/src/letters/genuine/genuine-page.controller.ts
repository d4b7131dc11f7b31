import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import {
  CheckGenuine as CheckGenuineQuery,
  type GenuineLetter,
  OPERATIONS,
  REFUSALS,
  VERIFY_PATH,
} from '@patravali/contract';
import { CheckGenuine } from '@patravali/letters';
import type { Refusal } from '@patravali/errors';
import { RecentUse } from '@patravali/identity';
import { translateRefusal } from '@patravali/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../requests/access.decorators';
import { contentSecurity } from '../../http/content-security';
import { pageLanguageOf } from '../../requests/language';
import { refusalOf } from '../../problem/refusal-of';
import { STATUS_OF } from '../../problem/status-of';
import { genuinePage, OWN_STYLE } from './genuine-page';
import { hashFormFile } from './hash-form-file';

interface GenuineQuery {
  readonly code?: unknown;
  readonly sha256?: unknown;
}

/** What is known of a letter; what was given as its hash is none; or why there is no answer. */
interface Checked {
  readonly letter?: GenuineLetter;
  readonly hashUnreadable?: boolean;
  readonly refusal?: Refusal;
}

/**
 * Where anybody checks a letter, without a session and without JavaScript: the QR code leads to `/verify/CODE`, and the form on
 * `/verify` asks for the code. Its answers are those of the operation `checkGenuine`, and counted with them.
 */
@Controller(VERIFY_PATH)
@Public()
export class GenuinePageController {
  constructor(
    private readonly checkGenuine: CheckGenuine,
    private readonly recentUse: RecentUse,
    @Inject(CONFIG) private readonly config: Pick<Config, 'maxUploadBytes'>,
  ) {}

  @Get()
  async typed(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { code } = request.query as GenuineQuery;
    return await this.show(request, reply, { code: typeof code === 'string' ? code.trim() : '' });
  }

  @Get(':code')
  async scanned(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { sha256 } = request.query as GenuineQuery;
    // As programs print it, which may be in groups.
    const hash = typeof sha256 === 'string' ? sha256.replace(/[\s:]/g, '') : '';
    return await this.show(request, reply, { code, hash: () => Promise.resolve(hash === '' ? null : hash) });
  }

  /** The form with the PDF. */
  @Post(':code')
  @HttpCode(200)
  async compared(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const hash = () => hashFormFile(request, this.config.maxUploadBytes);
    return await this.show(request, reply, { code, hash });
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    { code, hash }: { readonly code: string; readonly hash?: () => Promise<string | null> },
  ): Promise<string> {
    const language = pageLanguageOf(request);
    const checked: Checked = code === '' ? {} : await this.check(request, reply, { code, hash });
    void reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurity(OWN_STYLE))
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex');
    const { letter, hashUnreadable, refusal } = checked;
    const refused = refusal && translateRefusal(language, refusal.code, refusal.params);
    return genuinePage(language, { code, letter, hashUnreadable, refused });
  }

  /** The letter, or why there is no answer; the status says so as well. */
  private async check(
    { ip }: FastifyRequest,
    reply: FastifyReply,
    { code, hash }: { readonly code: string; readonly hash?: (() => Promise<string | null>) | undefined },
  ): Promise<Checked> {
    try {
      await this.recentUse.countStranger(ip, 'checkGenuine', OPERATIONS.checkGenuine.perMinute);
      const asked = CheckGenuineQuery.safeParse({ code, sha256: (await hash?.()) ?? undefined });
      if (asked.success) return { letter: await this.checkGenuine.execute(asked.data) };
      const letter = await this.checkGenuine.execute({ code });
      void reply.status(STATUS_OF.invalid);
      return { letter, hashUnreadable: true };
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      if (refusal.retryAfter !== undefined) void reply.header('retry-after', String(refusal.retryAfter));
      void reply.status(STATUS_OF[REFUSALS[refusal.code]]);
      return { refusal };
    }
  }
}
