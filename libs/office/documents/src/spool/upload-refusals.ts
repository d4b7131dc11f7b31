import { BYTES_PER_MIB } from '@patravali/config';
import { Refusal } from '@patravali/errors';

/** More bytes than the office takes in one document. */
export class TooLarge extends Refusal {
  /** `limit` in bytes. */
  constructor(limit: number) {
    super('too-large', { limitMiB: Math.round((limit / BYTES_PER_MIB) * 10) / 10 });
    this.name = new.target.name;
  }
}

/** The upload ended before its announced end: the sender went away, or the line broke. */
export class UploadTruncated extends Refusal {
  constructor(cause?: unknown) {
    super('upload-truncated', {}, { cause });
    this.name = new.target.name;
  }
}
