import type { DraftView, Named } from '@patravali/contract';
import { type Translations, useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { Post } from '../../organisation/Post';
import { Time } from '../../ui/Time';
import classes from '../draft.module.css';

/** Who has approved the text as it stands, whom the signatory named, and from which desk the letter will be issued. */
export function Approvals({ draft }: { draft: Named<DraftView> }) {
  const { t, marking } = useTranslations();
  const open = draft.state === 'draft' || draft.state === 'approved';
  return (
    <ul className={classes.approvals}>
      <VersionApprovals draft={draft} version={draft.draftVersion} />
      {draft.undecided && (
        <li>{t('draft.undecided', { note: String(draft.undecided.note), post: marking(draft.undecided.post) })}</li>
      )}
      {open && !draft.allowedMoves.includes('issue') && <li>{issuedFrom(draft, { t, marking })}</li>}
    </ul>
  );
}

/** Who approved that version, as lines of a list. */
export function VersionApprovals({ draft, version }: { draft: Named<DraftView>; version: number }) {
  const { t } = useTranslations();
  return draft.approvals
    .filter(({ draftVersion }) => draftVersion === version)
    .map(({ by, at, named }) => (
      <li key={by.post.id}>
        {t('draft.approvedBy')} <Actor actor={by} />, <Time at={at} />
        {named && (
          <>
            {' · '}
            {t('draft.named')} <Post post={named} />
          </>
        )}
      </li>
    ));
}

/** Who will issue the letter: the desk whose name it bears, or the one that was named. */
function issuedFrom(
  { signatory, signatoryHolder, named }: Named<DraftView>,
  { t, marking }: Pick<Translations, 't' | 'marking'>,
): string {
  const post = marking(signatory);
  if (named) return t('draft.issuedFromEither', { post, named: marking(named) });
  return t(signatoryHolder ? 'draft.issuedFrom' : 'draft.issuedFromVacant', { post });
}
