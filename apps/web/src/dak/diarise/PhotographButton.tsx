import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslations } from '../../language/use-translations';
import classes from './pictures.module.css';

/** Opens the camera of a phone. On a desk, where there is none, nothing of it is seen. */
export function PhotographButton({ onPictures }: { onPictures: (pictures: readonly File[]) => void }) {
  const { t } = useTranslations('receipt-moves');
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className={classes.camera}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => {
          const taken = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (taken.length > 0) onPictures(taken);
        }}
      />
      <Button variant="default" onClick={() => input.current?.click()}>
        {t('receipts.takePhotograph')}
      </Button>
    </span>
  );
}
