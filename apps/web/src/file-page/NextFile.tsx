import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { KeyButton } from '../ui/keyboard/KeyButton';
import { useTranslations } from '../language/use-translations';
import classes from '../files/file.module.css';
import { neighboursOf } from '../ui/list/neighbours';
import { forgetNext } from '../ui/notices/announcements';

/** To the file before and after this one in the list that it was opened from. */
export function NextFile({ fileId }: { fileId: string }) {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const { previous, next } = neighboursOf(fileId);
  // On an open file the key is that of its own list.
  useEffect(forgetNext, [fileId]);
  const go = (id: string) => () => void navigate({ to: '/files/$fileId', params: { fileId: id } });
  const look = { variant: 'subtle', size: 'compact-sm' } as const;
  return (
    <span className={classes.neighbours}>
      {previous !== undefined && <KeyButton keys="[" label={t('file.previous')} onClick={go(previous)} {...look} />}
      {next !== undefined && <KeyButton keys="]" label={t('file.next')} onClick={go(next)} {...look} />}
    </span>
  );
}
