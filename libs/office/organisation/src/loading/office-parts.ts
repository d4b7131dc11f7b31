import { Injectable } from '@nestjs/common';
import type { Transaction } from '@patravali/database';
import type { Upserted } from '../organisation/upsert';
import type { OfficeDescription } from './office-description';

/** Writes what the description of an office says of things that another area owns. */
export type OfficePart = (tx: Transaction, office: OfficeDescription) => Promise<readonly Upserted[]>;

/** What other areas take from the description of an office: written in the same transaction, after the office itself. */
@Injectable()
export class OfficeParts {
  private readonly parts: OfficePart[] = [];

  register(part: OfficePart): void {
    this.parts.push(part);
  }

  /** @throws OfficeMistakes */
  async write(tx: Transaction, office: OfficeDescription): Promise<Upserted[]> {
    const outcomes: Upserted[] = [];
    for (const part of this.parts) outcomes.push(...(await part(tx, office)));
    return outcomes;
  }
}
