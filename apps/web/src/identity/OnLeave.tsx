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
export function OnLeave({ absence: { by, until, untilForenoon, duty, isAttached } }: { absence: Absence }) {
  const { t, translate, day } = useTranslations('leave');
  const client = useQueryClient();
  const { mutateAsync: endLeave } = useCommand('endLeave');
  const [asking, setAsking] = useState(false);
  const name = translate(by);
  const end = t(duty === null ? 'leave.end' : 'leave.comeBack');
  const submit = async () => {
    await endLeave({});
    setAsking(false);
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    showSuccess(t(duty === null ? 'leave.ended' : 'leave.back'));
  };
  const said = () => {
    if (until === null) return t(isAttached ? 'leave.attachedOpen' : 'leave.open', { name });
    const named = { name, day: day(until) };
    if (isAttached) return t('leave.attached', named);
    if (duty === null) return t(untilForenoon ? 'leave.untilForenoon' : 'leave.until', named);
    return t(untilForenoon ? 'leave.dutyForenoon' : 'leave.duty', { duty, ...named });
  };
  return (
    <div className={`${classes.line ?? ''} not-printed`} role="status">
      <span>{said()}</span>
      {!isAttached && (
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {end}
        </Button>
      )}
      {asking && (
        <FormDialog title={end} onSubmit={submit} onClose={() => setAsking(false)}>
          <p>{t('leave.endWhy', { name })}</p>
        </FormDialog>
      )}
    </div>
  );
}
