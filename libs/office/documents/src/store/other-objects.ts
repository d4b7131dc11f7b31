import { Injectable } from '@nestjs/common';
import type { Sha256 } from '@patravali/storage';

/** Objects of the store that are no documents, and the area whose rows name them. */
export interface OtherObject {
  /** Which of these are named. */
  readonly named: (batch: readonly Sha256[]) => Promise<readonly Sha256[]>;
  /** Deletes the rows whose time is over, before a sweep. @returns what they named. */
  readonly letGo: () => Promise<readonly Sha256[]>;
}

/** What else lies in the store. Each area that keeps bytes there which are no documents registers here, or a sweep takes them. */
@Injectable()
export class OtherObjects {
  private readonly others: OtherObject[] = [];

  register(other: OtherObject): void {
    this.others.push(other);
  }

  async named(batch: readonly Sha256[]): Promise<readonly Sha256[]> {
    return (await Promise.all(this.others.map((other) => other.named(batch)))).flat();
  }

  async letGo(): Promise<readonly Sha256[]> {
    return (await Promise.all(this.others.map((other) => other.letGo()))).flat();
  }
}
