import type { Addressee, IssueView, Named } from '@patravali/contract';
import { likelyAddressee } from '../../../apps/web/src/correspondence/put-in-file/likely-addressee';
import { silentOf } from '../../../apps/web/src/correspondence/silent';
import { fromUnanswered } from '../../../apps/web/src/drafts/new/reply';

const magistrate = (address: string): Addressee => ({ name: 'जिलाधिकारी', address });
const sendingsTo = (...addressees: Addressee[]) =>
  addressees.map((addressee, recipient) => ({ recipient, addressee, asCopy: false, notToBeSent: null }));
const letter = (answers: (number | null)[], sendings: object[]) =>
  ({
    subject: 'आख्या',
    number: '14/स्था०/2026',
    issuedOn: '2026-11-12',
    language: 'hi',
    sendings,
    answers: answers.map((recipient) => ({ page: 3, at: '2026-11-20T05:00:00.000Z', recipient })),
  }) as unknown as Named<IssueView>;
const THREE = sendingsTo(magistrate('आज़मगढ़'), magistrate('मऊ'), magistrate('बलिया'));
const likely = (senderName: string, senderAddress: string | null = null, sendings: object[] = THREE) =>
  likelyAddressee({ senderName, senderDesignation: null, senderAddress }, letter([], sendings).sendings);
const silent = (answers: (number | null)[], sendings: object[] = THREE) =>
  silentOf(letter(answers, sendings)).map(({ recipient }) => recipient);

describe('whose answer a letter is', () => {
  it('is suggested by its sender, where one addressee is nearer to him than all others', () => {
    expect(likely('जिलाधिकारी, मऊ')).toBe(1);
    expect(likely('अपर जिलाधिकारी', 'कलेक्ट्रेट, बलिया')).toBe(2);
    expect(likely('जिलाधिकारी')).toBeNull();
    expect(likely('श्री राम')).toBeNull();
  });

  it('is not asked of a letter to one', () => {
    expect(likely('श्री राम', null, sendingsTo(magistrate('मऊ')))).toBe(0);
    expect(likely('श्री राम', null, [])).toBeNull();
  });
});

describe('who is silent', () => {
  it('has not answered himself, is an addressee, and was to be sent the letter', () => {
    expect(silent([0, 0])).toEqual([1, 2]);
    expect(silent([null])).toEqual([]);
    const [first, second, third] = THREE;
    expect(silent([], [first ?? {}, { ...second, asCopy: true }, { ...third, notToBeSent: {} }])).toEqual([0]);
  });

  it('alone is reminded', () => {
    const { addressees, referenceNumber } = fromUnanswered(letter([0, 2], THREE), (_, subject) => subject);
    expect(addressees).toEqual([{ name: 'जिलाधिकारी', designation: '', address: 'मऊ', email: '' }]);
    expect(referenceNumber).toBe('14/स्था०/2026');
  });
});
