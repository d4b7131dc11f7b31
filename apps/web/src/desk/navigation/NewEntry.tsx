import { Menu } from '@mantine/core';
import type { Role } from '@patravali/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import classes from './NewEntry.module.css';

/** What may be begun here: a file, or the entry of a letter in the diary. Who may begin both is asked which, by one button. */
export function NewEntry() {
  const { t } = useTranslations();
  const { post } = useActing();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const does = (...roles: readonly Role[]) => roles.some((role) => post.roles.includes(role));
  const createsFiles = does('dealing_hand', 'officer');
  const diarises = does('dealing_hand', 'dispatcher');
  const both = createsFiles && diarises;
  const newFile = () => void navigate({ to: '/files/new' });
  useKeys(
    [{ key: 'c', label: t(both ? 'desk.begin' : 'keys.newFile'), run: both ? () => setOpened(true) : newFile }],
    createsFiles,
  );
  const diarise = () => void navigate({ to: '/receipts/new' });
  useKeys([{ key: 'd', label: t('keys.diarise'), run: diarise }], diarises);
  const file = createsFiles && <Entry to="/files/new" label={t('desk.newFile')} keys={both ? '' : 'c'} />;
  const letter = diarises && <Entry to="/receipts/new" label={t('desk.diarise')} keys="d" />;
  if (!both) return file || letter;
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-start" width="target" returnFocus>
        <Menu.Target>
          <button type="button" className={`${classes.entry ?? ''} ${classes.both ?? ''}`}>
            <span>
              <span aria-hidden>+ </span>
              {t('desk.begin')}
            </span>
            <Kbd keys="c" />
          </button>
        </Menu.Target>
        <Menu.Dropdown onKeyDown={({ key }) => key === 'd' && diarise()}>
          <Menu.Item component={Link} to="/files/new" data-autofocus>
            {t('desk.newFile')}
          </Menu.Item>
          <Menu.Item component={Link} to="/receipts/new" rightSection={<Kbd keys="d" />}>
            {t('desk.diarise')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {/* In a narrow window the menu has room for both. */}
      <div className={classes.narrow}>
        {file}
        {letter}
      </div>
    </>
  );
}

function Entry({ to, label, keys }: { to: '/files/new' | '/receipts/new'; label: string; keys: string }) {
  return (
    <Link to={to} className={classes.entry}>
      <span>
        <span aria-hidden>+ </span>
        {label}
      </span>
      {keys && <Kbd keys={keys} />}
    </Link>
  );
}
