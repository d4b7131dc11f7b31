import { Refusal } from '@patravali/errors';

/** The file does not begin as a PDF does. */
export class NotPdf extends Refusal {
  constructor() {
    super('not-pdf');
    this.name = new.target.name;
  }
}

/** Cannot be opened without a password. One with an empty password opens by itself and is no refusal. */
export class PdfEncrypted extends Refusal {
  constructor() {
    super('pdf-encrypted');
    this.name = new.target.name;
  }
}

/** Begins as a PDF, but cannot be read, or does not hold the pages it promises. */
export class PdfBroken extends Refusal {
  constructor() {
    super('pdf-broken');
    this.name = new.target.name;
  }
}

/** Reading it took more time, memory or pages than any honest document needs, or ended the process that read it. */
export class PdfHostile extends Refusal {
  /** `cause`: which limit, for the log; nobody outside is told. */
  constructor(cause: unknown) {
    super('pdf-hostile', {}, { cause });
    this.name = new.target.name;
  }
}

/** Reading it takes more work than its size warrants: thousands of pages of one heavy drawing, for instance. */
export class PdfTooComplex extends Refusal {
  constructor() {
    super('pdf-too-complex');
    this.name = new.target.name;
  }
}

const RETRY_AFTER_SECONDS = 5;

/** The inspection could not be started or was ended from outside: a fault of the installation, not of the document. */
export class InspectionFailed extends Refusal {
  constructor(cause: unknown) {
    super('inspection-unavailable', {}, { retryAfter: RETRY_AFTER_SECONDS, cause });
    this.name = new.target.name;
  }
}
