import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { LetterToSign, PageQuery, PageRows } from '@patravali/contract';
import { pageByKey, Parameters } from '@patravali/database';
import { LETTER_TO_SIGN, LETTERS_TO_SIGN, lettersToSign } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

/** The letters that the acting post is to sign now, the longest there first, wherever their files are: one statement a page. */
@Injectable()
export class ToSignBox {
  constructor(private readonly database: EntityManager) {}

  @Serves('listLettersToSign')
  execute(actor: Actor, query: PageQuery): Promise<PageRows<LetterToSign>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: LETTER_TO_SIGN,
        source: LETTERS_TO_SIGN,
        where: lettersToSign(actor, parameters),
        parameters,
        order: { column: 'i.issued_at', type: 'timestamptz', direction: 'ASC' },
        id: 'i.id',
      },
      query,
    );
  }
}
