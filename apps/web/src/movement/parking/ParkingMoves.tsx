import type { FileView, Named } from '@patravali/contract';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { lazyPart } from '../../ui/page/lazy-part';
import { useRefusal } from '../../ui/notices/use-refusal';

const DIALOGS = {
  park: lazyPart(() => import('./ParkDialog').then((dialog) => dialog.ParkDialog)),
  callBook: lazyPart(() => import('./CallBookDialog').then((dialog) => dialog.CallBookDialog)),
  review: lazyPart(() => import('./CallBookDialog').then((dialog) => dialog.ReviewDialog)),
  stopClock: lazyPart(() => import('../clock/StopClockDialog').then((dialog) => dialog.StopClockDialog)),
  remindMe: lazyPart(() => import('./ReminderDialogs').then((dialog) => dialog.RemindMeDialog)),
  remind: lazyPart(() => import('./ReminderDialogs').then((dialog) => dialog.RemindHolderDialog)),
};

/** Setting the file aside and taking it up again; following it, and reminders. */
export function ParkingMoves({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations('aside');
  const [asking, setAsking] = useState<keyof typeof DIALOGS | null>(null);
  const { takeUp, takeOut, follow, unfollow, clear, startClock } = useAtOnce(file);
  const may = (move: Named<FileView>['allowedMoves'][number]) => file.allowedMoves.includes(move);
  const { following } = file;
  useKeys(
    [{ key: 'm', label: following ? t('aside.unfollow') : t('fileMove.follow'), run: following ? unfollow : follow }],
    may('follow'),
  );
  const Dialog = asking && DIALOGS[asking];
  return (
    <>
      {may('take_up') ? (
        <KeyButton keys="w" label={t('fileMove.take_up')} size="compact-sm" onClick={takeUp} />
      ) : (
        may('park') && (
          <KeyButton
            keys="w"
            label={t('fileMove.park')}
            variant="default"
            size="compact-sm"
            onClick={() => setAsking('park')}
          />
        )
      )}
      {may('take_out_of_call_book') && (
        <Button size="compact-sm" variant="default" onClick={takeOut}>
          {t('fileMove.take_out_of_call_book')}
        </Button>
      )}
      {may('review_call_book') && (
        <KeyButton
          keys="w"
          label={t('fileMove.review_call_book')}
          size="compact-sm"
          onClick={() => setAsking('review')}
        />
      )}
      {may('follow') && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="compact-sm">
              {t('desk.box.follow-up')} ▾
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={following ? unfollow : follow}>
              {following ? t('aside.unfollow') : t('fileMove.follow')}
            </Menu.Item>
            <Menu.Item onClick={() => setAsking('remindMe')}>{t('aside.remindMe')}</Menu.Item>
            {following?.remindOn && <Menu.Item onClick={clear}>{t('aside.clearReminder')}</Menu.Item>}
            {may('remind') && <Menu.Item onClick={() => setAsking('remind')}>{t('fileMove.remind')}</Menu.Item>}
            {may('take_up') && <Menu.Item onClick={() => setAsking('park')}>{t('aside.parkAnew')}</Menu.Item>}
            {may('stop_clock') && (
              <Menu.Item onClick={() => setAsking('stopClock')}>{t('fileMove.stop_clock')}</Menu.Item>
            )}
            {may('start_clock') && <Menu.Item onClick={startClock}>{t('fileMove.start_clock')}</Menu.Item>}
            {may('put_in_call_book') && (
              <Menu.Item onClick={() => setAsking('callBook')}>{t('fileMove.put_in_call_book')}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {Dialog && <Dialog file={file} onClose={() => setAsking(null)} />}
    </>
  );
}

/** The acts that ask nothing. */
function useAtOnce({ id: fileId, number, version }: Named<FileView>) {
  const { t } = useTranslations('aside');
  const refuse = useRefusal();
  const [takesUp, takesOut] = [useCommand('takeUpFile'), useCommand('takeOutOfCallBook')];
  const starts = useCommand('startClock');
  const [follows, unfollows, clears] = [
    useCommand('followFile'),
    useCommand('unfollowFile'),
    useCommand('clearReminder'),
  ];
  const params = { fileId };
  const said = (key: 'takenUp' | 'takenOut' | 'followed' | 'unfollowed' | 'reminderCleared' | 'clockStarted') => () =>
    showSuccess(t(`aside.${key}`, { number }));
  return {
    takeUp: () => void takesUp.mutateAsync({ params, ifMatch: version }).then(said('takenUp'), refuse),
    takeOut: () => void takesOut.mutateAsync({ params, body: {}, ifMatch: version }).then(said('takenOut'), refuse),
    startClock: () => void starts.mutateAsync({ params, ifMatch: version }).then(said('clockStarted'), refuse),
    follow: () => void follows.mutateAsync({ params }).then(said('followed'), refuse),
    unfollow: () => void unfollows.mutateAsync({ params }).then(said('unfollowed'), refuse),
    clear: () => void clears.mutateAsync({ params }).then(said('reminderCleared'), refuse),
  };
}
