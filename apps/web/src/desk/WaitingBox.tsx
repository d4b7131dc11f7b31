import { useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import { FileListPage } from '../files/search/FileListPage';
import { useTranslations } from '../language/use-translations';
import { useWaitingBelow } from '../movement/clock/api';
import { DeskDays } from '../movement/clock/DeskDays';
import { useClockWords } from '../movement/clock/use-clock-words';

const CHOICES = ['everything', 'onlyOverLimit'] as const;
type Choice = (typeof CHOICES)[number];

/** What waits on the desks below this post, the longest there first. */
export function WaitingBox() {
  const { t } = useTranslations();
  const say = useClockWords();
  const [choice, setChoice] = useState<Choice>('everything');
  const over = choice === 'onlyOverLimit';
  return (
    <FileListPage
      title={t('desk.box.below')}
      empty={say(over ? 'clock.emptyOverLimit' : 'clock.emptyBelow')}
      rows={useWaitingBelow(over)}
      badges={(file) => <DeskDays file={file} />}
      about={(file) =>
        [file.action && t(`action.${file.action}`), t(`fileState.${file.state}`)].filter(Boolean).join(' · ')
      }
      filters={
        <SegmentedControl
          size="xs"
          aria-label={say('clock.below')}
          value={choice}
          onChange={(value) => setChoice(value === 'onlyOverLimit' ? value : 'everything')}
          data={CHOICES.map((value) => ({ value, label: say(`clock.${value}`) }))}
        />
      }
    />
  );
}
