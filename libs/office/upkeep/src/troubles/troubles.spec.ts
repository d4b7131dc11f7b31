import type { KnownCondition } from '../condition/office-condition';
import { troublesOf } from './troubles';

const queue = (name: string, oldestSeconds: number) => ({
  queue: name,
  waiting: 1,
  active: 0,
  failed: 0,
  oldestSeconds,
});

describe('what troubles an office', () => {
  it.each<[string, KnownCondition, readonly string[]]>([
    ['nothing of which nothing is known', {}, []],
    ['a log that stands', { log: 'stands' }, ['log']],
    ['a check that has found something', { record: 'wrong' }, ['record']],
    ['no check for days', { record: 'unchecked', isCheckOverdue: true }, ['unchecked']],
    ['no check of a young office', { record: 'unchecked', isCheckOverdue: false }, []],
    ['a mail that could not be sent', { failedMails: 1 }, ['mails']],
    ['mails that have waited for a quarter of an hour', { queues: [queue('dispatch-mail', 901)] }, ['mails']],
    ['mails that wait for a moment', { queues: [queue('dispatch-mail', 60)] }, []],
    ['other jobs that wait long', { queues: [queue('recognise-text', 90_000)] }, []],
    ['a disk of which less than a tenth is free', { disk: { freeBytes: 99, totalBytes: 1000 } }, ['disk']],
    ['a disk of which a tenth is free', { disk: { freeBytes: 100, totalBytes: 1000 } }, []],
    ['an old backup', { backup: 'old' }, ['backup']],
    ['no backup', { backup: 'never' }, ['backup']],
    ['backups that nobody watches', { backup: 'unwatched' }, []],
  ])('is %s', (_, condition, troubles) => {
    expect(troublesOf(condition)).toEqual(troubles);
  });
});
