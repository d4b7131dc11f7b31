import {
  NOTICE_CHANNELS,
  NOTICE_GROUPS,
  NOTICE_KINDS,
  type NoticeChannel,
  type NoticeGroup,
  type NoticeKind,
} from '@patravali/contract';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
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

const GROUPS = Object.entries(NOTICE_GROUPS) as [NoticeGroup, readonly NoticeKind[]][];

/** What the person wants to be told, and where: all of it, group by group, and in an opened group kind by kind. */
export function NoticeSettingsPage() {
  const { t } = useTranslations('notices');
  useTitle(t('settings'));
  const { data, error } = useQuery(noticeSettingsQuery());
  const change = useCommand('changeNoticeSetting');
  const refused = useRefusal();
  const [opened, setOpened] = useState<ReadonlySet<NoticeGroup>>(new Set());
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  const set = async (kinds: readonly NoticeKind[], channel: NoticeChannel, on: boolean) => {
    const agreed = !on || channel !== 'browser' || (await browserAgrees());
    if (agreed) change.mutate({ body: { kinds: [...kinds], channel, on } }, { onError: refused });
    else showRefusal(t('browserRefused'));
  };
  const open = (group: NoticeGroup) =>
    setOpened((now) => new Set(now.has(group) ? [...now].filter((one) => one !== group) : [...now, group]));
  const switches = (label: string, kinds: readonly NoticeKind[]) =>
    NOTICE_CHANNELS.map((channel) => {
      const on = data.items.filter((one) => one.channel === channel && one.on && kinds.includes(one.kind)).length;
      return (
        <td key={channel}>
          <Checkbox
            aria-label={`${label}: ${t(`channel.${channel}`)}`}
            disabled={data.mailTo === null && (channel === 'email' || channel === 'digest')}
            checked={on === kinds.length}
            indeterminate={on > 0 && on < kinds.length}
            onChange={(event) => void set(kinds, channel, event.currentTarget.checked)}
          />
        </td>
      );
    });
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
          <tr>
            <th scope="row">{t('all')}</th>
            {switches(t('all'), NOTICE_KINDS)}
          </tr>
        </tbody>
        {GROUPS.map(([group, kinds]) => (
          <Group
            key={group}
            label={t(`group.${group}`)}
            switches={switches(t(`group.${group}`), kinds)}
            opened={opened.has(group)}
            onOpen={() => open(group)}
          >
            {kinds.map((kind) => (
              <tr key={kind} data-single>
                <th scope="row">{t(`kind.${kind}`)}</th>
                {switches(t(`kind.${kind}`), [kind])}
              </tr>
            ))}
          </Group>
        ))}
      </table>
    </main>
  );
}

interface GroupProps {
  label: string;
  switches: ReactNode;
  opened: boolean;
  onOpen: () => void;
  /** Its kinds, which are drawn while it is open. */
  children: ReactNode;
}

function Group({ label, switches, opened, onOpen, children }: GroupProps) {
  return (
    <tbody>
      <tr>
        <th scope="row" className={classes.group}>
          <button type="button" aria-expanded={opened} onClick={onOpen}>
            {label}
          </button>
        </th>
        {switches}
      </tr>
      {opened && children}
    </tbody>
  );
}

/** Asked only when the person switches it on. */
async function browserAgrees(): Promise<boolean> {
  if (!('Notification' in window)) return false;
  return Notification.permission === 'granted' || (await Notification.requestPermission()) === 'granted';
}
