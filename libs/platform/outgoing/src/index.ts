export { type AnswerLimits, askOverHttp, type HttpQuestion } from './ask-over-http';
export { NotAllowedOutside, Outgoing, type OutgoingOptions } from './outgoing';
