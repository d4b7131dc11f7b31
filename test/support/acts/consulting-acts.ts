import type { Actor } from '@patravali/authorization';
import {
  AnswerConsultation,
  ConsultPosts,
  ListConsultations,
  Questions,
  ReturnConsultation,
  WithdrawConsultation,
} from '@patravali/consultations';
import { ConsultPosts as ConsultRequest, type StructuredText } from '@patravali/contract';
import { copyStands } from '../office/copy-stands';
import type { TestOffice } from '../office/office';

const PAGE = { limit: 50 };

/** What people do with consultations, in the office of a spec. */
export function consultingActs(office: () => TestOffice) {
  const today = (day: string) =>
    office().rows(
      `CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT '${day}'::date $$`,
    );
  const written = (text: string): StructuredText => ({
    version: 1,
    paragraphs: [{ children: [{ type: 'text', text }] }],
  });
  const consult = async (by: Actor, fileId: string, posts: readonly Actor[], dueOn = '2026-06-08') => {
    const asked = posts.map(({ postId }) => ({ postId, dueOn }));
    const request = ConsultRequest.parse({ question: 'क्या बजट उपलब्ध है?', posts: asked });
    return (await office().get(ConsultPosts).execute(by, fileId, request, { language: 'hi' })).consultedIds;
  };
  const answer = async (by: Actor, id = '', text = written('बजट उपलब्ध है।')) => {
    await copyStands(office(), id);
    return office().get(AnswerConsultation).execute(by, id, { text });
  };
  const giveBack = (by: Actor, id = '') =>
    office().get(ReturnConsultation).execute(by, id, { reason: 'विषय हमारा नहीं' });
  const withdraw = (by: Actor, fileId: string, consultedIds?: string[]) =>
    office()
      .get(WithdrawConsultation)
      .execute(by, fileId, { reason: 'अब आवश्यक नहीं', ...(consultedIds && { consultedIds }) });
  const list = async (by: Actor, fileId: string) =>
    (await office().get(ListConsultations).execute(by, fileId, PAGE)).items;
  const questions = async (by: Actor) => (await office().get(Questions).list(by, PAGE)).items;
  return { today, written, consult, answer, giveBack, withdraw, list, questions };
}
