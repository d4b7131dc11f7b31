import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { loadAnew, loadAnewNow, type WhyNot } from '../../parts/load-anew';
import type { MissingPart } from '../../parts/lazy-import';
import classes from './page.module.css';
import { Waiting } from './Waiting';

interface PartMissingProps {
  missing: MissingPart;
  /** `h1` where nothing else of the page is shown. */
  heading?: 'h1' | 'h2';
}

/**
 * In the place of a part of the page that did not come. When the server has a newer version, the page loads itself anew
 * at this place; else it says why not, and what was typed waits in this browser.
 */
export function PartMissing({ missing, heading: Heading = 'h2' }: PartMissingProps) {
  const { t } = useTranslations();
  const [why, setWhy] = useState<WhyNot | null>(null);
  useEffect(() => void loadAnew(missing).then(setWhy), [missing]);
  const again = () => void loadAnewNow().then(setWhy);
  useEffect(() => {
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);
  if (why === null) return <Waiting />;
  return (
    <div role="alert" className={classes.error}>
      <Heading>{t(why === 'unreachable' ? 'page.noConnectionTitle' : 'page.partMissingTitle')}</Heading>
      <p>{t(why === 'unreachable' ? 'page.unreachable' : 'page.partMissing')}</p>
      <Group gap={10}>
        <Button onClick={again}>{t(why === 'unreachable' ? 'page.tryAgain' : 'page.loadAgain')}</Button>
        {window.history.length > 1 && (
          <Button variant="default" onClick={() => window.history.back()}>
            {t('page.back')}
          </Button>
        )}
      </Group>
    </div>
  );
}
