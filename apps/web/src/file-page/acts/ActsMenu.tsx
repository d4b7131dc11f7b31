import type { FileView, Named } from '@patravali/contract';
import { Button, Menu } from '@mantine/core';
import { type Ref, useEffect, useState } from 'react';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import type { Act, ActGroup } from '../../ui/keyboard/acts';
import { ActLine } from '../../ui/keyboard/ActLine';
import { Kbd } from '../../ui/keyboard/Kbd';
import { nameOfKey, useKeys } from '../../ui/keyboard/keys';
import { announce } from '../../ui/notices/announcements';
import classes from './acts.module.css';

interface ActsMenuProps {
  ref: Ref<HTMLButtonElement>;
  file: Named<FileView>;
  groups: readonly ActGroup[];
  working: boolean;
}

/** All acts of the file in their groups; the keys that they bear work here as well. */
export function ActsMenu({ ref, file, groups, working }: ActsMenuProps) {
  const { t, marking } = useTranslations('file-acts');
  const { post } = useActing();
  const [opened, setOpened] = useState(false);
  useKeys([{ key: '.', label: t('acts.key'), run: () => setOpened(true) }]);
  const choose = ({ whyNot, run }: Act) => {
    if (whyNot !== undefined) {
      announce(whyNot);
      return;
    }
    setOpened(false);
    run();
  };
  useKeysOfMenu(opened ? groups : [], choose);
  const isElsewhere = file.holder !== null && file.holder.id !== post.id;
  return (
    <Menu position="bottom-end" opened={opened} onChange={setOpened} closeOnItemClick={false}>
      <Menu.Target>
        <Button
          ref={ref}
          variant="default"
          size="compact-sm"
          loading={working}
          aria-keyshortcuts="."
          rightSection={<Kbd keys="." />}
        >
          {t('acts.menu')} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        {isElsewhere && <Menu.Label>{t('acts.with', { post: marking(file.holder) })}</Menu.Label>}
        <div className={classes.groups} role="presentation">
          {groups.map((group) => (
            <div key={group.label} className={classes.group} role="group" aria-label={group.label}>
              <Menu.Label aria-hidden>{group.label}</Menu.Label>
              {group.acts.map((act) => (
                <Menu.Item
                  key={act.id}
                  className={classes.item}
                  aria-disabled={act.whyNot !== undefined || undefined}
                  onClick={() => choose(act)}
                >
                  <ActLine act={act} />
                </Menu.Item>
              ))}
            </div>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}

/** While the menu is open a key is that of its line, wherever the focus is, and before the menu looks for a line that begins with it. */
function useKeysOfMenu(groups: readonly ActGroup[], choose: (act: Act) => void): void {
  useEffect(() => {
    if (groups.length === 0) return undefined;
    const press = (event: KeyboardEvent) => {
      const name = nameOfKey(event);
      const keys = event.shiftKey && name.length === 1 ? `shift+${name}` : name;
      const act = groups.flatMap(({ acts }) => acts).find((one) => one.keys === keys);
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      choose(act);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  });
}
