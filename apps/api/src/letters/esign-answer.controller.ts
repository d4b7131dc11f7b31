import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ESIGN_PATH } from '@patravali/contract';
import { RecentUse } from '@patravali/identity';
import { TakeESignAnswer } from '@patravali/letters';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FromElsewhere, Public } from '../requests/access.decorators';

const SEE_OTHER = 303;
/** Each answer is looked at by a process of its own. */
const PER_MINUTE = 30;

/**
 * Where the eSign service sends the browser of an officer, with a form. Whatever is in it, the browser goes on to the page of the
 * letter, which asks in the session of the officer what has become of it.
 */
@Controller(ESIGN_PATH)
@Public()
@FromElsewhere()
export class ESignAnswerController {
  constructor(
    private readonly take: TakeESignAnswer,
    private readonly recentUse: RecentUse,
  ) {}

  /** @throws Refusal `too-many-requests`, `esign-not-configured`. */
  @Post(':letterId')
  @HttpCode(SEE_OTHER)
  async answered(
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Body() body: unknown,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.recentUse.countStranger(ip, 'takeESignAnswer', PER_MINUTE);
    await this.take.execute(letterId, typeof body === 'string' ? body : '');
    void reply.header('location', `/letters-to-sign/${letterId}?esign=back`);
  }
}
