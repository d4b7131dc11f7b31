import { Controller, Get, Inject, Logger, Req } from '@nestjs/common';
import { buildFacts, CONFIG, type Config } from '@patravali/config';
import { Refusal } from '@patravali/errors';
import { FindSession } from '@patravali/identity';
import type { FastifyRequest } from 'fastify';
import { bringsToken } from '../metrics/metrics-token';
import { Public } from '../requests/access.decorators';
import { cookieRulesOf, sessionTokens } from '../session/session-cookie';
import { Readiness, type ReadinessReport } from './readiness';

const RETRY_AFTER_SECONDS = 5;

/**
 * For supervisors: is the process alive, and can it do its work? A stranger learns yes or no. How each part is, and which version this is,
 * learns who brings the token of the metrics, or is signed in as an administrator.
 */
@Controller('health')
@Public()
export class HealthController {
  private readonly logger = new Logger('Readiness');
  private said = '';

  constructor(
    private readonly readiness: Readiness,
    private readonly findSession: FindSession,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('live')
  live() {
    return { status: 'live' };
  }

  /** @throws Refusal `office-not-ready`; to who may know it with the state of each part. */
  @Get('ready')
  async ready(@Req() request: FastifyRequest) {
    const report = await this.readiness.ask();
    const details = (await this.mayKnow(request, report)) ? { ...buildFacts(), ...report } : {};
    const { database, store, jobs } = report;
    const isReady = database === 'ready' && store === 'ready' && jobs === 'ready';
    this.say(isReady, report);
    if (isReady) return { status: 'ready', ...details };
    throw new Refusal('office-not-ready', details, { retryAfter: RETRY_AFTER_SECONDS });
  }

  /** While the database is away nobody is known to be signed in. */
  private async mayKnow(request: FastifyRequest, { database }: ReadinessReport): Promise<boolean> {
    if (bringsToken(request, this.config.metricsToken)) return true;
    if (database !== 'ready') return false;
    for (const token of sessionTokens(request, cookieRulesOf(this.config))) {
      const isAdministrator = await this.findSession.execute(token, { unattended: true }).then(
        ({ heldPosts }) => heldPosts.some(({ roles }) => roles.includes('administrator')),
        () => false,
      );
      if (isAdministrator) return true;
    }
    return false;
  }

  /** Once for each change, in the log: who asks from outside is not told. */
  private say(isReady: boolean, report: ReadinessReport): void {
    const now = isReady ? '' : JSON.stringify(report);
    if (now === this.said) return;
    this.said = now;
    if (isReady) this.logger.log('the office is ready again');
    else this.logger.warn({ notReady: report });
  }
}
