import { Injectable } from '@nestjs/common';

/** How a letter that lies on a file is described by the area from which it came. */
export interface LetterSource {
  /** A join to `r`, the line of the correspondence. */
  readonly join: string;
  /** Expressions, null for letters of another source. */
  readonly party: string;
  readonly number: string;
  readonly date: string;
  readonly subject: string;
  /** The places of its addressees as a `jsonb` array: those who get a copy have none. */
  readonly addressees: string;
  /** The contract's `WithdrawalKind`, once it no longer holds. */
  readonly withdrawn: string;
}

/** Letters that went out are described by dispatch, which stands above correspondence and registers here. */
@Injectable()
export class LetterSources {
  private issued: LetterSource | undefined;

  registerIssued(source: LetterSource): void {
    this.issued = source;
  }

  /** @throws Error while nobody has registered: a list without them would be wrong. */
  get issues(): LetterSource {
    if (!this.issued) throw new Error('No area describes the letters that went out');
    return this.issued;
  }
}
