import { QueryFailedError } from 'typeorm';
import { databaseFailureOf } from '@patravali/database';

const failed = (code: string, severity = 'ERROR') =>
  new QueryFailedError('SELECT', [], Object.assign(new Error('said by the database'), { code, severity }));
const onTheWay = (code: string, syscall: string) => Object.assign(new Error('said by the network'), { code, syscall });

describe('a failure of the database', () => {
  it.each([
    ['a lock that was not had in time', failed('55P03'), 'locked'],
    ['a statement that took too long', failed('57014'), 'overloaded'],
    ['too many connections', failed('53300', 'FATAL'), 'overloaded'],
    ['a collision, again and again', failed('40P01'), 'overloaded'],
    ['shutting down', failed('57P01', 'FATAL'), 'away'],
    ['starting up', failed('57P03', 'FATAL'), 'away'],
    ['a database that takes no connections', failed('55000', 'FATAL'), 'away'],
    ['a role that may not connect', failed('28P01', 'FATAL'), 'away'],
    ['a full disk', failed('53100'), 'away'],
    ['a copy that only reads', failed('25006'), 'away'],
    ['a connection refused', onTheWay('ECONNREFUSED', 'connect'), 'away'],
    ['a name that nobody knows', onTheWay('ENOTFOUND', 'getaddrinfo'), 'away'],
    [
      'a connection that broke',
      new QueryFailedError('SELECT', [], new Error('Connection terminated unexpectedly')),
      'away',
    ],
    ['no connection in time', new Error('timeout exceeded when trying to connect'), 'away'],
    ['a state in which a statement is of no use', failed('55000'), null],
    ['a constraint', failed('23505'), null],
    ['a file that is not there', onTheWay('ENOENT', 'open'), null],
    ['a mistake of ours', new TypeError('undefined is not a function'), null],
  ] as const)('is told from others: %s', (_, error, failure) => {
    expect(databaseFailureOf(error)).toBe(failure);
  });
});
