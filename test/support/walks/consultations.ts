import type { Actor } from '@patravali/authorization';
import { AnswerConsultation, ConsultPosts, ReturnConsultation, WithdrawConsultation } from '@patravali/consultations';
import type { ConsultingStep } from '../model/consultation';
import { copyStands } from '../office/copy-stands';
import type { TestOffice } from '../office/test-office';

/** Takes a step of a consultation in the office. */
export async function consultIn(
  office: TestOffice,
  { by, fileId, postIdOf }: { by: Actor; fileId: string; postIdOf: (marking: string) => string },
  step: ConsultingStep,
): Promise<unknown> {
  const reason = 'नियमानुसार';
  switch (step.does) {
    case 'consult': {
      const posts = [{ postId: postIdOf(step.post), dueOn: step.dueOn }];
      const request = { question: 'क्या बजट उपलब्ध है?', posts, confirmNote: true };
      return await office.get(ConsultPosts).execute(by, fileId, request, { language: 'hi' });
    }
    case 'withdraw_consultation':
      return await office.get(WithdrawConsultation).execute(by, fileId, { reason });
    case 'opinion': {
      const paragraph = { children: [{ type: 'text' as const, text: 'बजट उपलब्ध है।' }] };
      const text = { version: 1 as const, paragraphs: Array.from({ length: step.paragraphs }, () => paragraph) };
      const asked = await askedOf(office, by, fileId);
      await copyStands(office, asked);
      return await office.get(AnswerConsultation).execute(by, asked, { text });
    }
    case 'not_ours':
      return await office.get(ReturnConsultation).execute(by, await askedOf(office, by, fileId), { reason });
  }
}

/** The last question to that post; that which is nobody's, if it was asked none. */
async function askedOf(office: TestOffice, { postId }: Actor, fileId: string): Promise<string> {
  const sql = 'SELECT id FROM consulted_post WHERE file_id = $1 AND post_id = $2 ORDER BY id DESC LIMIT 1';
  const [asked] = await office.rows<{ id: string }>(sql, [fileId, postId]);
  return asked?.id ?? fileId;
}
