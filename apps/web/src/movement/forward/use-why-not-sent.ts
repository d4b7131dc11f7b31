import { type FileView, type Named, prepares } from '@patravali/contract';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { useKeys } from '../../ui/keyboard/keys';
import { showRefusal } from '../../ui/notices/announcements';

/** Where a file cannot be sent from this desk, the key that sends says why. */
export function useWhyNotSent(file: Named<FileView>): void {
  const { t, marking } = useTranslations('sending');
  const { post } = useActing();
  const { allowedMoves, holder, state } = file;
  const isSent = allowedMoves.includes('forward') || allowedMoves.includes('return_correction');
  const why = () => {
    if (holder === null) return t('file.heldByNobody');
    if (holder.id !== post.id) return t('file.heldElsewhere', { post: marking(holder) });
    if (prepares(post.capacity)) return t('file.officerSends', { post: marking(post) });
    return t('file.notSentAsItIs', { state: t(`fileState.${state}`) });
  };
  useKeys(
    [{ key: 'ctrl+Enter', label: t('file.send'), run: () => showRefusal(why()), whileTyping: true, hidden: true }],
    !isSent,
  );
}
