/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AnswerConsultation } from './answer-consultation';
export { ConsultPosts } from './consult-posts';
export { ReturnConsultation } from './return-consultation';
export { WithdrawConsultation } from './withdraw-consultation';
