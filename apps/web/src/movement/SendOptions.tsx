import { ACTIONS_ASKED, type ActionAsked, URGENCIES, type Urgency } from '@patravali/contract';
import { Button, NativeSelect, Popover, Textarea } from '@mantine/core';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { DayField } from '../ui/DayField';
import classes from './SendBar.module.css';

/** What is said along with the file; nothing of it has to be filled in. */
export interface SendOptions {
  action: ActionAsked;
  urgency?: Urgency;
  dueOn?: string;
  remarks?: string;
}

export const EMPTY_OPTIONS: SendOptions = { action: 'put_up' };

interface SendOptionsProps {
  options: SendOptions;
  onChange: (options: SendOptions) => void;
}

export function SendOptionsButton(props: SendOptionsProps) {
  const { t } = useTranslations();
  const { options } = props;
  const more = options.urgency !== undefined || options.dueOn !== undefined || options.remarks !== undefined;
  const shown = t(`action.${options.action}`) + (more ? ' +' : '');
  return (
    <Popover width={320} position="top-end" trapFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button variant="subtle" size="compact-sm" aria-label={`${shown} ▾: ${t('file.sendOptions')}`}>
          {shown} ▾
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Fields {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Fields({ options, onChange }: SendOptionsProps) {
  const { t } = useTranslations();
  const change = (changes: { [Field in keyof SendOptions]?: SendOptions[Field] | undefined }) => {
    const next = Object.entries({ ...options, ...changes }).filter(([, value]) => value !== undefined && value !== '');
    onChange({ action: options.action, ...Object.fromEntries(next) });
  };
  return (
    <div className={classes.options}>
      <NativeSelect
        label={t('file.action')}
        value={options.action}
        onChange={(event) => change({ action: ACTIONS_ASKED.find((one) => one === event.currentTarget.value) })}
        data={ACTIONS_ASKED.map((value) => ({ value, label: t(`action.${value}`) }))}
      />
      <NativeSelect
        label={t('file.urgency')}
        value={options.urgency ?? ''}
        onChange={(event) => change({ urgency: URGENCIES.find((one) => one === event.currentTarget.value) })}
        data={[
          { value: '', label: t('file.urgencyUnchanged') },
          ...URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) })),
        ]}
      />
      <DayField
        label={t('file.dueOn')}
        min={today()}
        value={options.dueOn ?? ''}
        onChange={(dueOn) => change({ dueOn })}
      />
      <Textarea
        label={t('file.remarks')}
        autosize
        maxRows={4}
        value={options.remarks ?? ''}
        onChange={(event) => change({ remarks: event.currentTarget.value })}
      />
    </div>
  );
}
