import type { ConfirmSession } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { CONFIRMATION_HOLDS_MINUTES } from '../session/confirmed-session';
import type { SignedIn } from '../session/find-session';

/** How whoever is signed in shows that it is still he. A class, so that it can be injected; a second factor takes its place. */
export abstract class Confirmation {
  /** @throws Refusal when it is not shown; `too-many-attempts`. */
  abstract prove(signedIn: SignedIn, proof: ConfirmSession, address: string): Promise<void>;
}

/** @throws Refusal `confirm-needed` for whoever has not confirmed himself, or too long ago. */
export function refuseUnconfirmed({ isConfirmed }: Pick<SignedIn, 'isConfirmed'>): void {
  if (!isConfirmed) throw new Refusal('confirm-needed', { minutes: CONFIRMATION_HOLDS_MINUTES });
}
