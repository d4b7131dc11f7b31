import { Button, Textarea, TextInput } from '@mantine/core';
import type { GivenKeys } from './use-verification';
import { useBundleTranslations } from './use-bundle-translations';
import classes from './Verify.module.css';

/** A key a line, the first one first. */
const PUBLISHED_KEYS = '/log/keys';

interface Props {
  keys: GivenKeys;
  onChange: (keys: GivenKeys) => void;
  /** Verifies the chosen bundle with these keys; nothing while there is none. */
  again: (() => void) | null;
}

/** With which keys the bundle must be signed, where the stranger knows them from elsewhere. */
export function KeyFields({ keys, onChange, again }: Props) {
  const { t } = useBundleTranslations();
  return (
    <form
      className={classes.keys}
      onSubmit={(event) => {
        event.preventDefault();
        again?.();
      }}
    >
      <TextInput
        label={t('verifyBundle.key')}
        description={t('verifyBundle.keyHint')}
        value={keys.key}
        onChange={({ currentTarget: { value } }) => onChange({ ...keys, key: value })}
        autoComplete="off"
        spellCheck={false}
        data-letters="latin"
      />
      <p className={`soft small ${classes.published ?? ''}`}>
        <a href={PUBLISHED_KEYS} target="_blank" rel="noreferrer">
          {t('verifyBundle.published')}
        </a>{' '}
        {t('verifyBundle.publishedWhy')}
      </p>
      <Textarea
        label={t('verifyBundle.witnesses')}
        description={t('verifyBundle.witnessesHint')}
        value={keys.witnesses}
        onChange={({ currentTarget: { value } }) => onChange({ ...keys, witnesses: value })}
        autosize={false}
        rows={3}
        spellCheck={false}
        data-letters="latin"
      />
      <Button type="submit" variant="default" disabled={!again}>
        {t('verifyBundle.again')}
      </Button>
    </form>
  );
}
