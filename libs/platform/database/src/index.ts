export { APPLICATION_ROLE, AS_APPLICATION } from './application-role';
export { decodeCursor, encodeCursor, toPage } from './cursor';
export { Jobs, type Queue, QUEUES } from './jobs';
export { SnakeNaming } from './snake-naming';
export { Transaction } from './transaction';
export { Transactions } from './transactions';
