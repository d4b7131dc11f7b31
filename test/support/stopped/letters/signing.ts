import { id } from '../../office/one-of-everything';
import { again, final } from '../../database/stopped-statements';

const OF_THE_SECOND = { issue_id: id('i2') };
const UNSIGNED = { unsigned_sha256: null, unsigned_size: null };
const HASH_B = 'b'.repeat(64);
const reissued = (change: object) => again('issue', { id: id('i2'), ...change });

/** @param numbered statements that draw the number of a second letter, `i2`, which is being made. */
export const stoppedOnSigning = (numbered: string) => {
  // It was copied from the first, whose PDF was set before its signatures.
  const fresh = numbered.replace('"state":"numbered"', `"state":"numbered",${JSON.stringify(UNSIGNED).slice(1, -1)}`);
  const toSign = `${fresh}; ${again('letter_signatory', OF_THE_SECOND)}`;
  const ready = `${toSign}; UPDATE issue SET unsigned_sha256 = '${HASH_B}', unsigned_size = 1 WHERE id = '${id('i2')}'`;
  return {
    signatories_in_order: {
      table: 'letter_signatory',
      statements: [
        // The letter is issued; a place is left out; another than the signing post is the first; no officer.
        again('letter_signatory', { ordinal: 2, post_id: id('p2'), user_id: id('u2') }),
        `${fresh}; ${again('letter_signatory', { ...OF_THE_SECOND, ordinal: 2 })}`,
        `${fresh}; ${again('letter_signatory', { ...OF_THE_SECOND, post_id: id('p2'), user_id: id('u2') })}`,
        `${toSign}; ${again('letter_signatory', { ...OF_THE_SECOND, ordinal: 2, post_id: id('p3') })}`,
        // Once it is set, its names stand.
        `${ready}; ${again('letter_signatory', { ...OF_THE_SECOND, ordinal: 2, post_id: id('p2'), user_id: id('u2') })}`,
      ],
    },
    signatures_in_turn: {
      table: 'letter_signature',
      statements: [
        // The letter is issued; it is not set yet; it is not his turn; the key of another, or one that has ended.
        again('letter_signature', { ordinal: 2 }),
        `${toSign}; ${again('letter_signature', OF_THE_SECOND)}`,
        `${ready}; ${again('letter_signature', { ...OF_THE_SECOND, ordinal: 2 })}`,
        `${ready}; ${again('letter_signature', { ...OF_THE_SECOND, user_id: id('u2') })}`,
        `${ready}; ${again('letter_signature', { ...OF_THE_SECOND, fingerprint: HASH_B })}`,
        `${ready}; ${again('letter_signature', { ...OF_THE_SECOND, at: '2100-01-01' })}`,
        `${ready}; UPDATE signing_key SET state = 'revoked', ended_at = now(), p12 = NULL; ${again('letter_signature', OF_THE_SECOND)}`,
      ],
    },
    issued_when_signed: {
      table: 'issue',
      statements: [
        // Nobody has signed; what is issued is not what was signed last.
        `${ready}; UPDATE issue SET state = 'issued', letter = NULL, document_id = '${id('d3')}' WHERE id = '${id('i2')}'`,
        `${ready}; ${again('letter_signature', { ...OF_THE_SECOND, sha256: HASH_B })};
         UPDATE issue SET state = 'issued', letter = NULL, document_id = '${id('d3')}' WHERE id = '${id('i2')}'`,
      ],
    },
    same_day_letter_is_marked: { table: 'issue', statements: [reissued({ number: '2/2026' })] },
    nobody_signs_for_another: {
      table: 'issue',
      statements: [
        ...[{ issued_by_post_id: id('p3') }, { signatory_post_id: id('p2') }].map(reissued),
        reissued({ signed_by_user_id: id('u2') }),
        reissued({ issued_by_post_id: id('p2'), signed_by_user_id: id('u2'), issued_by_user_id: id('u2') }),
        ...[{ approved_by_post_id: id('p2') }, { draft_version: 2 }].map(reissued),
        `UPDATE post SET roles = '{dealing_hand}' WHERE id = '${id('p1')}'; ${reissued({})}`,
        `UPDATE draft SET named_post_id = NULL; ${reissued({ issued_by_post_id: id('p2') })}`,
      ],
    },
    open_keys_are_of_the_demo: {
      table: 'signing_key',
      statements: [again('signing_key', { id: id('x2'), kind: 'demo', demo_secret: 'x' })],
    },
    ...final('letter_signatory', [], 'capacity'),
    ...final('letter_signature', [], 'capacity'),
    ...final('signing_key', [`UPDATE signing_key SET subject = 'y'`]),
  };
};
