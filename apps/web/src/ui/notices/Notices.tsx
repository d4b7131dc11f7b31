import { Button, CloseButton } from '@mantine/core';
import { Kbd } from '../keyboard/Kbd';
import { useKeys } from '../keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import {
  dismiss,
  forgetNext,
  type Notice,
  showRefusal,
  useNext,
  useNotices,
  useSpoken,
  useUndoIsOver,
} from './announcements';
import classes from './Notices.module.css';

/** Refusals and successes in a strip of their own at the foot of the page, where they cover nothing; and what is only heard. */
export function Notices() {
  const { t } = useTranslations();
  const notices = useNotices();
  const spoken = useSpoken();
  const undoIsOver = useUndoIsOver();
  const undoable = notices.findLast(({ undo }) => undo);
  const next = useNext();
  const goOn = () => {
    next?.open();
    forgetNext();
  };
  useKeys([{ key: ']', label: next?.label ?? '', run: goOn }], next !== null && undoable !== undefined);
  useKeys([{ key: 'u', label: t('page.undo'), run: () => undoable && undo(undoable) }], undoable !== undefined);
  useKeys(
    [
      {
        key: 'u',
        label: t('page.undo'),
        run: () => showRefusal(undoIsOver?.tooLate ?? t('page.undoIsOver')),
        hidden: true,
      },
    ],
    undoable === undefined && undoIsOver !== null,
  );
  return (
    <>
      <section className={`${classes.strip ?? ''} not-printed`} aria-label={t('page.notices')}>
        {notices.map((notice) => (
          <div key={notice.id} className={classes.notice} data-kind={notice.kind}>
            <p role={notice.kind === 'refusal' ? 'alert' : 'status'}>
              {notice.text}
              {notice.undo && <span className="visually-hidden"> {t('page.undoHeard')}</span>}
            </p>
            {notice.undo && (
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => undo(notice)}
                {...(notice === undoable && { rightSection: <Kbd keys="u" /> })}
              >
                {t('page.undo')}
              </Button>
            )}
            {next && notice === undoable && (
              <Button variant="default" size="compact-sm" onClick={goOn} rightSection={<Kbd keys="]" />}>
                {next.label}
              </Button>
            )}
            <CloseButton size="sm" aria-label={t('page.closeNotice')} onClick={() => dismiss(notice.id)} />
          </div>
        ))}
      </section>
      <div className="visually-hidden" aria-live="polite">
        {spoken}
      </div>
    </>
  );
}

/** Once only: the offer is gone with the first press. */
function undo(notice: Notice): void {
  dismiss(notice.id);
  notice.undo?.();
}
