import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ActOnFiles } from '@patravali/contract';
import type { Refusal } from '@patravali/errors';
import { BulkActs } from './bulk-acts';

/** A file, and why it could not be touched; null when it could. */
export interface CheckedFile {
  readonly id: string;
  readonly refusal: Refusal | null;
}

/** Says of each file beforehand what the act would answer now. Nothing is changed. */
@Injectable()
export class CheckBulkAct {
  constructor(private readonly acts: BulkActs) {}

  async execute(actor: Actor, { fileIds, act }: ActOnFiles): Promise<CheckedFile[]> {
    const refusals = await this.acts.of(act).check(actor, fileIds, act);
    return fileIds.map((id) => ({ id, refusal: refusals.get(id) ?? null }));
  }
}
