import { Controller, Get, Inject, type OnModuleDestroy, Req, Res, StreamableFile } from '@nestjs/common';
import { buildFacts, CONFIG, type Config } from '@patravali/config';
import { Refusal } from '@patravali/errors';
import { OfficeCondition } from '@patravali/upkeep';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '../requests/access.decorators';
import { conditionMetrics } from './condition-metrics';
import { EXPOSITION, expositionOf } from './exposition';
import { bringsToken } from './metrics-token';
import { type PoolState, ProcessMetrics } from './process-metrics';
import { RequestTimes } from './request-times';

/** For Prometheus, by a token of its own: figures of this process and of the office, none of which is about a person. */
@Controller('metrics')
@Public()
export class MetricsController implements OnModuleDestroy {
  private readonly process: ProcessMetrics | undefined;

  constructor(
    private readonly condition: OfficeCondition,
    private readonly requests: RequestTimes,
    database: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'metricsToken'>,
  ) {
    const pool = () => (database.driver as unknown as { readonly master: PoolState }).master;
    // Where nobody may ask, nothing is measured.
    if (config.metricsToken !== undefined) this.process = new ProcessMetrics(pool);
  }

  onModuleDestroy(): void {
    this.process?.end();
  }

  /** @throws Refusal `not-found` where the office has set no token, `not-signed-in` without it. */
  @Get()
  async metrics(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    if (!this.process) throw new Refusal('not-found');
    if (!bringsToken(request, this.config.metricsToken)) {
      void reply.header('www-authenticate', 'Bearer');
      throw new Refusal('not-signed-in');
    }
    const condition = await this.condition.ask();
    void reply.header('cache-control', 'no-store');
    const text = expositionOf([
      this.requests.metric(),
      ...this.process.metrics(),
      ...conditionMetrics(condition, buildFacts()),
    ]);
    return new StreamableFile(Buffer.from(text), { type: EXPOSITION });
  }
}
