import type { FileView, Named, Recall } from '@patravali/contract';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import classes from './taking-back.module.css';

/** Below the head of the file: who asks for it back and why, or why it was not given back. */
export function RecallLine({ file }: { file: Named<FileView> }) {
  const { t, translate, marking } = useTranslations();
  const { post } = useActing();
  const said = file.lastRecall && sentenceOf(file.lastRecall, post.id);
  if (!said) return null;
  const { by, sentence, reason } = said;
  return (
    <p className={classes.line} role="status" data-refused={sentence === 'refused' || undefined}>
      {t(`recall.${sentence}`, { name: translate(by.name), post: marking(by.post), reason })}
    </p>
  );
}

function sentenceOf({ by, reason, outcome, answeredBy, answerReason }: Named<Recall>, ownPostId: string) {
  if (outcome === null) return { by, reason, sentence: by.post.id === ownPostId ? 'askedByYou' : 'asked' } as const;
  if (outcome !== 'refused' || !answeredBy || by.post.id !== ownPostId) return null;
  return { by: answeredBy, reason: answerReason ?? '', sentence: 'refused' } as const;
}
