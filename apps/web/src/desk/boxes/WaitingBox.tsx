import { useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import { FileListPage } from '../../files/search/FileListPage';
import { useTranslations } from '../../language/use-translations';
import { useWaitingBelow } from '../../movement/clock/api';
import classes from '../../ui/list/list-page.module.css';
import { DeskDays } from '../../movement/clock/DeskDays';

const CHOICES = ['everything', 'onlyOverLimit'] as const;
type Choice = (typeof CHOICES)[number];

/** What waits on the desks below this post, the longest there first. */
export function WaitingBox() {
  const { t } = useTranslations('clock');
  const [choice, setChoice] = useState<Choice>('everything');
  const over = choice === 'onlyOverLimit';
  return (
    <FileListPage
      title={t('desk.box.below')}
      empty={t(over ? 'clock.emptyOverLimit' : 'clock.emptyBelow')}
      rows={useWaitingBelow(over)}
      badges={(file) => <DeskDays file={file} />}
      about={(file) =>
        [file.action && t(`action.${file.action}`), t(`fileState.${file.state}`)].filter(Boolean).join(' · ')
      }
      filters={
        <div className={classes.chips}>
          <span className={classes.title}>{t('desk.box.below')}</span>
          <SegmentedControl
            size="xs"
            aria-label={t('clock.below')}
            value={choice}
            onChange={(value) => setChoice(value === 'onlyOverLimit' ? value : 'everything')}
            data={CHOICES.map((value) => ({ value, label: t(`clock.${value}`) }))}
          />
        </div>
      }
    />
  );
}
