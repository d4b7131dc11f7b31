import { NOTICE_CHANNELS, NOTICE_KINDS, type NoticeChannel } from '@patravali/contract';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCommand } from '../api/use-command';
import { showRefusal } from '../ui/notices/announcements';
import { useTranslations } from '../language/use-translations';
import { PageError } from '../ui/page/PageError';
import rows from '../ui/page/rows-page.module.css';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { useRefusal } from '../ui/notices/use-refusal';
import { noticeSettingsQuery } from './api';
import classes from './notices.module.css';

/** What the person wants to be told, and where: each kind can be silenced in each place. */
export function NoticeSettingsPage() {
  const { t } = useTranslations('notices');
  useTitle(t('settings'));
  const { data, error } = useQuery(noticeSettingsQuery());
  const change = useCommand('changeNoticeSetting');
  const refused = useRefusal();
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  const set = async (kind: (typeof NOTICE_KINDS)[number], channel: NoticeChannel, on: boolean) => {
    const agreed = !on || channel !== 'browser' || (await browserAgrees());
    if (agreed) change.mutate({ body: { kind, channel, on } }, { onError: refused });
    else showRefusal(t('browserRefused'));
  };
  return (
    <main className={rows.place}>
      <h1>{t('settings')}</h1>
      <p className="soft">{t('why')}</p>
      <p className="soft">{data.mailTo === null ? t('noMail') : t('mailTo', { address: data.mailTo })}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('of')}</th>
            {NOTICE_CHANNELS.map((channel) => (
              <th key={channel} scope="col">
                {t(`channel.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NOTICE_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`kind.${kind}`)}</th>
              {NOTICE_CHANNELS.map((channel) => (
                <td key={channel}>
                  <Checkbox
                    aria-label={`${t(`kind.${kind}`)}: ${t(`channel.${channel}`)}`}
                    disabled={data.mailTo === null && (channel === 'email' || channel === 'digest')}
                    checked={data.items.some((one) => one.kind === kind && one.channel === channel && one.on)}
                    onChange={(event) => void set(kind, channel, event.currentTarget.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

/** Asked only when the person switches it on. */
async function browserAgrees(): Promise<boolean> {
  if (!('Notification' in window)) return false;
  return Notification.permission === 'granted' || (await Notification.requestPermission()) === 'granted';
}
