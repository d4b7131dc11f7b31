import type { Actor } from '@patravali/authorization';
import type { Transaction, Transactions } from '@patravali/database';

/** What is to be signed was read, and nothing of it stays. */
export class ToSign<Read> extends Error {
  constructor(readonly read: Read) {
    super('to be signed');
  }
}

/**
 * Reads what is to be signed with the locks and the rules of the act that will carry the signature, and lets all go again, since
 * a signature is made while nothing is held. Or the answer that was kept, if the request comes again.
 */
export async function readToSign<Read, Answer extends object>(
  transactions: Transactions,
  actor: Actor,
  read: (tx: Transaction) => Promise<Read>,
): Promise<ToSign<Read> | Answer> {
  try {
    return await transactions.run<Answer>(actor, async (tx) => {
      throw new ToSign(await read(tx));
    });
  } catch (error) {
    if (error instanceof ToSign) return error as ToSign<Read>;
    throw error;
  }
}
