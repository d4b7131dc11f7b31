import { useClickOutside } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useKeys } from '../keyboard/keys';
import classes from './PanelButton.module.css';

interface PanelButtonProps {
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** What the button says. */
  button: ReactNode;
  className?: string | undefined;
  /** What the panel is. */
  label: string;
  /** To which side of the button it opens. */
  side: 'below' | 'above';
  /** What stands in the panel. */
  children: ReactNode;
}

/**
 * A button and the panel that it opens beside itself; in a narrow window at the foot of the page. The page stays in reach: Escape or a
 * press beside the panel closes it.
 */
export function PanelButton({ opened, onChange, button, className, label, side, children }: PanelButtonProps) {
  const { t } = useTranslations();
  const place = useClickOutside<HTMLSpanElement>(() => opened && onChange(false));
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened) panel.current?.focus();
  }, [opened]);
  const close = () => {
    onChange(false);
    opener.current?.focus();
  };
  useKeys([{ key: 'Escape', label: t('page.close'), run: close, whileTyping: true, inDialog: true }], opened);
  return (
    <span ref={place} className={classes.place}>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => onChange(!opened)}
      >
        {button}
      </button>
      {opened && (
        <div ref={panel} role="dialog" aria-label={label} tabIndex={-1} className={classes.panel} data-side={side}>
          {children}
        </div>
      )}
    </span>
  );
}
