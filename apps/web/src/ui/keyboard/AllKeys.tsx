import { Modal, Switch, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from './Kbd';
import classes from './AllKeys.module.css';
import { groupOfKey, KEY_GROUPS } from './key-groups';
import { type KeyBinding, useBoundKeys, useSingleKeys } from './keys';

/** Every key that works on this page now, in groups, and found by what it does. */
export function AllKeys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslations('keys');
  const bindings = useBoundKeys();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [typed, setTyped] = useState('');
  const sought = typed.trim().toLowerCase();
  const found = bindings.filter(
    ({ key, label, hidden }, index) =>
      hidden !== true &&
      bindings.findIndex((other) => other.key === key) === index &&
      (key.toLowerCase() === sought || label.toLowerCase().includes(sought)),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.all')}
      size={760}
      closeButtonProps={{ 'aria-label': t('page.close') }}
    >
      <TextInput
        type="search"
        aria-label={t('keys.find')}
        placeholder={t('keys.find')}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length === 0 && <p role="status">{t('page.nothingFound')}</p>}
      <div className={classes.groups}>
        {KEY_GROUPS.map((group) => (
          <Group key={group} title={t(`keys.group.${group}`)} keys={found.filter((one) => groupOfKey(one) === group)} />
        ))}
      </div>
      <div className={classes.foot}>
        <Switch
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
          label={t('keys.single')}
        />
        <Link to="/help" onClick={onClose}>
          {t('page.help')}
        </Link>
      </div>
    </Modal>
  );
}

function Group({ title, keys }: { title: string; keys: readonly KeyBinding[] }) {
  if (keys.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl className={classes.keys}>
        {keys.map(({ key, label }) => (
          <div key={key}>
            <dt>
              <Kbd keys={key} />
              <span className="visually-hidden">{key}</span>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
