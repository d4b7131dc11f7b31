import type { Actor } from '@patravali/authorization';
import { prepares, type TenureKind } from '@patravali/contract';
import { assistantFileAbilities, fileAbilities } from '@patravali/custody';
import { assistantReceiptAbilities, receiptAbilities } from '@patravali/dak';
import { createActor, type FindPerson } from '@patravali/identity';

/** To read what a notice is about needs no other rules. */
const READING = [fileAbilities, receiptAbilities];
const READING_OF_ASSISTANTS = [assistantFileAbilities, assistantReceiptAbilities];
const rulesFor = (capacity: TenureKind) => (prepares(capacity) ? READING_OF_ASSISTANTS : READING);

/** A person who need not be signed in, from every post held today. */
export const actorsOf = (person: Awaited<ReturnType<FindPerson['execute']>>): Actor[] =>
  person.heldPosts.map(({ id }) => createActor(person, id, rulesFor));
