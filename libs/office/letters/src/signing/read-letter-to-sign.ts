import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DocumentBytes } from '@patravali/documents';
import { PrepareToSign } from '../making/prepare-to-sign';
import { LettersToSign } from './letters-to-sign';

export interface ReadableLetter {
  readonly stream: Readable;
  readonly size: number;
  readonly fileName: string;
}

/** What an officer reads before he signs it: these very bytes, with the signatures that they have. */
@Injectable()
export class ReadLetterToSign {
  constructor(
    private readonly letters: LettersToSign,
    private readonly prepare: PrepareToSign,
    private readonly documentBytes: DocumentBytes,
  ) {}

  /** @throws Refusal `not-found` for whoever does not sign it, and once it waits no more; those of typesetter and store. */
  async execute(actor: Actor, issueId: string): Promise<ReadableLetter> {
    const { number } = await this.letters.view(actor, issueId);
    const standing = await this.prepare.execute(actor.organisationId, issueId);
    const fileName = `${number.replaceAll(/[/\\]/g, '-')}.pdf`;
    return { stream: await this.documentBytes.open({ ...standing, fileName }), size: standing.size, fileName };
  }
}
