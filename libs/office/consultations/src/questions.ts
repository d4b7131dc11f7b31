import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { PageQuery, PageRows, Question, QuestionView } from '@patravali/contract';
import { pageByKey, Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { ONE_QUESTION, QUESTION, QUESTIONS, questionsTo } from './question/consultation-rows';

/** What other desks ask the acting post. */
@Injectable()
export class Questions {
  constructor(private readonly database: EntityManager) {}

  /** What is due first stands first: one statement a page. */
  @Serves('listQuestions')
  list(actor: Actor, query: PageQuery): Promise<PageRows<Question>> {
    const parameters = new Parameters();
    const where = questionsTo(actor, parameters);
    const order = { column: 'p.due_on', type: 'date', direction: 'ASC' } as const;
    return pageByKey(
      this.database,
      { projection: QUESTION, source: QUESTIONS, where, parameters, order, id: 'p.id' },
      query,
    );
  }

  /** @throws Refusal `not-found` for every post that is not asked, or not any longer. */
  @Serves('getQuestion')
  async one(actor: Actor, consultedId: string): Promise<Omit<QuestionView, 'posts'>> {
    const parameters = new Parameters();
    const where = [`p.id = ${parameters.bind(consultedId)}`, ...questionsTo(actor, parameters)];
    const [question] = await select(
      this.database,
      ONE_QUESTION.row,
      `SELECT ${ONE_QUESTION.columns} FROM ${QUESTIONS} WHERE ${where.join(' AND ')}`,
      parameters.values,
    );
    if (!question) throw new Refusal('not-found');
    return question;
  }
}
