import { Button } from '@mantine/core';
import type { Absence } from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { sessionQuery } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';
import classes from './OnLeave.module.css';

/** Says above every page that another acts from this post, until when, and how its officer takes it up again. */
export function OnLeave({ absence: { by, until, untilForenoon } }: { absence: Absence }) {
  const { t, translate, day } = useTranslations('leave');
  const client = useQueryClient();
  const { mutateAsync: end } = useCommand('endLeave');
  const [asking, setAsking] = useState(false);
  const name = translate(by);
  const submit = async () => {
    await end({});
    setAsking(false);
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    showSuccess(t('leave.ended'));
  };
  return (
    <div className={`${classes.line ?? ''} not-printed`} role="status">
      <span>
        {until === null
          ? t('leave.open', { name })
          : t(untilForenoon ? 'leave.untilForenoon' : 'leave.until', { name, day: day(until) })}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('leave.end')}
      </Button>
      {asking && (
        <FormDialog title={t('leave.end')} onSubmit={submit} onClose={() => setAsking(false)}>
          <p>{t('leave.endWhy', { name })}</p>
        </FormDialog>
      )}
    </div>
  );
}
