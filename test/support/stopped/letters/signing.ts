import { id } from '../../office/one-of-everything';
import { again, final } from '../../database/stopped-statements';

const OF_THE_SECOND = { issue_id: id('i2') };
const UNSIGNED = { unsigned_sha256: null, unsigned_size: null };
const HASH_B = 'b'.repeat(64);
const OTHER_KEY = { id: id('x2'), state: 'replaced', ended_at: '2026-01-02', p12: null };
/** As an administrator ends what another has said. */
const ENDING = `ended_by_user_id = '${id('u1')}', ended_by_post_id = '${id('p3')}', ended_capacity = 'regular',
  ended_at = '2020-01-02', end_reason = 'x'`;
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
    letter_signed_with_bound_key: {
      table: 'letter_signature',
      statements: [
        // To no root, to another, to one that had been ended; nobody looked whether it was revoked.
        ...[{ root_fingerprint: null }, { root_fingerprint: HASH_B }, { revocation: null }].map(
          (change) => `${ready}; ${again('letter_signature', { ...OF_THE_SECOND, ...change })}`,
        ),
        `${ready}; UPDATE trusted_root SET ${ENDING}; ${again('letter_signature', OF_THE_SECOND)}`,
        // With a key from before, which is bound to nobody.
        `ALTER TABLE signing_key DISABLE TRIGGER USER; UPDATE signing_key SET bound_by = NULL, holder_number = NULL;
         ALTER TABLE signing_key ENABLE TRIGGER USER; ${ready}; ${again('letter_signature', OF_THE_SECOND)}`,
      ],
    },
    keys_are_bound: {
      table: 'signing_key',
      statements: [
        // Of somebody else's number, or address, or of nothing that stands in the certificate; below no root that is trusted.
        again('signing_key', { ...OTHER_KEY, holder_number: 'x' }),
        again('signing_key', { ...OTHER_KEY, bound_by: 'email', holder_number: null, holder_emails: ['a@example.in'] }),
        again('signing_key', { ...OTHER_KEY, bound_by: 'administrator', holder_number: null }),
        `UPDATE office_user SET email = 'a@example.in' WHERE id = '${id('u1')}';
         ${again('signing_key', { ...OTHER_KEY, bound_by: 'email', holder_number: null, holder_emails: ['a@example.in'] })}`,
        again('signing_key', { ...OTHER_KEY, root_fingerprint: HASH_B }),
        again('signing_key', { ...OTHER_KEY, certificates: null }),
        `UPDATE trusted_root SET ${ENDING}; ${again('signing_key', OTHER_KEY)}`,
      ],
    },
    root_trusted_by_administrator: {
      table: 'trusted_root',
      statements: [
        again('trusted_root', { id: id('w4'), added_by_post_id: id('p1') }),
        `UPDATE trusted_root SET ${ENDING.replace(id('p3'), id('p1'))}`,
      ],
    },
    certificate_bound_by_administrator: {
      table: 'certificate_binding',
      statements: [again('certificate_binding', { id: id('w4'), added_by_post_id: id('p1') })],
    },
    open_keys_are_of_the_demo: {
      table: 'signing_key',
      statements: [again('signing_key', { id: id('x2'), kind: 'demo', demo_secret: 'x' })],
    },
    ...final('letter_signatory', [], 'capacity'),
    ...final('letter_signature', [], 'capacity'),
    ...final('signing_key', [`UPDATE signing_key SET subject = 'y'`]),
    ...final('trusted_root', [
      `UPDATE trusted_root SET received_from = 'y'`,
      `UPDATE trusted_root SET ${ENDING}, subject = 'y'`,
    ]),
    ...final('certificate_binding', [
      `UPDATE certificate_binding SET user_id = NULL`,
      `UPDATE certificate_binding SET ${ENDING}; UPDATE certificate_binding SET end_reason = 'y'`,
    ]),
  };
};
