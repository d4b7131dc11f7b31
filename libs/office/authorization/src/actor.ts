import type { Absence, Bilingual, TenureKind } from '@patravali/contract';
import type { Principal } from '@patravali/database';
import type { Ability } from './ability';
import type { ActingPost } from './acting-post';

/** The person, the post they act from and in which capacity, with what that allows. */
export interface Actor extends Principal {
  readonly userId: string;
  readonly postId: string;
  readonly capacity: TenureKind;
  readonly name: Bilingual;
  readonly post: ActingPost;
  readonly ability: Ability;
  /** He is on leave, and who acts there for him until when: he reads, and does nothing but end that. */
  readonly absence?: Absence;
  /** What is read in his name is shown to him as one thing, which counts as one reading when it is given to him. */
  readonly readsForPrint?: true;
}
