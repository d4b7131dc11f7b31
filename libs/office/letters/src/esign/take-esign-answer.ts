import { Injectable } from '@nestjs/common';
import { SigningFailed } from '@patravali/signatures';
import { ESignService } from '@patravali/signing';
import { EntityManager } from 'typeorm';
import { enterESignAnswer, isESignAwaited } from './esign-requests';

/**
 * What a browser brings from the eSign service, without a session: only what the service has signed is kept, and only for a request
 * that waits for it. The officer completes it in his own session.
 */
@Injectable()
export class TakeESignAnswer {
  constructor(
    private readonly database: EntityManager,
    private readonly service: ESignService,
  ) {}

  /** @throws Refusal `esign-not-configured`, `signature-unavailable`. */
  async execute(issueId: string, body: string): Promise<void> {
    const service = await this.service.get();
    if (!(await isESignAwaited(this.database, issueId))) return;
    const answer = await service.finish(body).catch((error: unknown) => {
      // Whoever sent it: nothing changes, and the officer is told that no answer came.
      if (error instanceof SigningFailed && error.why === 'remote-refused') return null;
      throw error;
    });
    if (!answer) return;
    const { transaction, signed } = answer;
    const [certificate] = signed?.certificates ?? [];
    await enterESignAnswer(this.database, {
      issueId,
      transaction,
      signature: signed && asText(signed.signature),
      certificate: certificate ? asText(certificate) : null,
    });
  }
}

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
