import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Turns } from '@patravali/child-process';
import { CONFIG, type Config } from '@patravali/config';
import { Refusal } from '@patravali/errors';
import type { Spooled } from '../spool/spool';
import { askClamd, ScannerAway } from './ask-clamd';

/** What a scanner works on at once. */
const AT_ONCE = 2;
const RETRY_AFTER_S = 30;

/** `not_scanned`: the scanner was away, and this office takes documents all the same. */
export type VirusScan = 'clean' | 'not_scanned';

/** Has an upload scanned before it becomes a document, where the office has a virus scanner. */
@Injectable()
export class ScanForViruses {
  private readonly logger = new Logger(ScanForViruses.name);
  private readonly turns = new Turns({ atOnce: AT_ONCE });

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'virusScanner'>) {}

  /** Whether the scanner looks through a file, which is this program; null where there is no scanner. */
  async answers(): Promise<boolean | null> {
    const { virusScanner } = this.config;
    if (!virusScanner) return null;
    return await this.turns
      .take(() => askClamd(__filename, virusScanner.address))
      .then(
        () => true,
        () => false,
      );
  }

  /**
   * @returns undefined where there is no scanner.
   * @throws Refusal `document-infected`, `scanner-unavailable`, `too-busy`.
   */
  async execute(
    { userId, postId }: Actor,
    { path, sha256 }: Pick<Spooled, 'path' | 'sha256'>,
  ): Promise<VirusScan | undefined> {
    const { virusScanner } = this.config;
    if (!virusScanner) return undefined;
    try {
      const found = await this.turns.take(() => askClamd(path, virusScanner.address));
      if (found === null) return 'clean';
      this.logger.warn({ message: 'refused an infected document', found, sha256, userId, postId });
      throw new Refusal('document-infected', { found });
    } catch (error) {
      if (!(error instanceof ScannerAway)) throw error;
      this.logger.error({ message: error.message, why: String(error.cause), whenAway: virusScanner.whenAway });
      if (virusScanner.whenAway === 'accept') return 'not_scanned';
      throw new Refusal('scanner-unavailable', {}, { retryAfter: RETRY_AFTER_S, cause: error });
    }
  }
}
