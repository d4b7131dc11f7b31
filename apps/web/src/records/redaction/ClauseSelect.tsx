import { clauseIn, type Exemption, EXEMPTIONS } from '@patravali/contract';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import classes from './redaction.module.css';

interface ClauseSelectProps {
  value: Exemption;
  onChange: (clause: Exemption) => void;
  label: string;
  /** The label is read aloud and not shown. */
  hidesLabel?: boolean;
}

/** A clause of the Act, with what it exempts. */
export function ClauseSelect({ value, onChange, label, hidesLabel = false }: ClauseSelectProps) {
  const { t, language } = useTranslations('redaction', 'redaction-page');
  return (
    <NativeSelect
      className={classes.grows}
      size={hidesLabel ? 'xs' : 'sm'}
      {...(hidesLabel ? { 'aria-label': label } : { label })}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = EXEMPTIONS.find((each) => each === currentTarget.value);
        if (chosen) onChange(chosen);
      }}
      data={EXEMPTIONS.map((clause) => ({
        value: clause,
        label: t('section', { clause: clauseIn(clause, language), why: t(`exemption.${clause}`) }),
      }))}
    />
  );
}
