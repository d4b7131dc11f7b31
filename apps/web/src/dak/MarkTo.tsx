import { ACTIONS_ASKED } from '@patravali/contract';
import { Select } from '@mantine/core';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { DayField } from '../ui/DayField';
import { PostPicker } from '../organisation/PostPicker';
import type { DiaryEntry } from './diary-entry';
import classes from './Receipts.module.css';

interface Props {
  entry: Pick<DiaryEntry, 'toPostId' | 'action' | 'dueOn'>;
  onChange: (change: Partial<Pick<DiaryEntry, 'toPostId' | 'action' | 'dueOn'>>) => void;
  about: (pointer: string) => string | undefined;
}

/** To whom the letter is marked, for what, by when. */
export function MarkTo({ entry, onChange, about }: Props) {
  const { t } = useTranslations();
  return (
    <fieldset className={classes.mark}>
      <legend>{t('receipts.mark')}</legend>
      <PostPicker
        label={t('receipts.markTo')}
        value={entry.toPostId}
        onChange={(toPostId) => onChange({ toPostId })}
        error={about('/forward/toPostId') ?? about('/toPostId')}
      />
      <div className={classes.pair}>
        <Select
          label={t('desk.actionAsked')}
          data={ACTIONS_ASKED.map((value) => ({ value, label: t(`action.${value}`) }))}
          value={entry.action}
          onChange={(value) => value && onChange({ action: value })}
          allowDeselect={false}
        />
        <DayField
          label={t('desk.dueOn')}
          min={today()}
          value={entry.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
          error={about('/forward/dueOn') ?? about('/dueOn')}
        />
      </div>
    </fieldset>
  );
}
