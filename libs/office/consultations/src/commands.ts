/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AnswerConsultation } from './opinions/answer-consultation';
export { ConsultPosts } from './consult-posts';
export { PrepareOpinion } from './opinions/prepare-opinion';
export { ReturnConsultation } from './opinions/return-consultation';
export { SignOpinion } from './opinions/sign-opinion';
export { WithdrawConsultation } from './withdraw-consultation';
