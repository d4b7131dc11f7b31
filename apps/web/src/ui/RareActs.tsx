import { ActionIcon, Menu } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from '../language/use-translations';

export interface RareAct {
  label: string;
  dialog: (close: () => void) => ReactNode;
}

/** What is seldom done on a page, under one button: each act opens its dialog. Nothing where nothing of it is allowed. */
export function RareActs({ acts }: { acts: readonly RareAct[] }) {
  const { t } = useTranslations();
  const [asked, setAsked] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  if (acts.length === 0) return null;
  const close = () => {
    setAsked(null);
    button.current?.focus();
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            ref={button}
            variant="default"
            size="md"
            aria-label={t('page.otherActs')}
            title={t('page.otherActs')}
          >
            <span aria-hidden>⋯</span>
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map(({ label }) => (
            <Menu.Item key={label} onClick={() => setAsked(label)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {acts.find(({ label }) => label === asked)?.dialog(close)}
    </>
  );
}
