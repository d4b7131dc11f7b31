/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AnswerConsultation } from './answer-consultation';
export { ConsultPosts } from './consult-posts';
export { PrepareOpinion } from './prepare-opinion';
export { ReturnConsultation } from './return-consultation';
export { SignOpinion } from './sign-opinion';
export { WithdrawConsultation } from './withdraw-consultation';
