import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import classes from './page/viewer.module.css';
import { shareOf, type Zoom, zoomStep } from './page/zoom';

interface ViewerBarProps {
  page: number;
  pages: number;
  onTurn: (by: number) => void;
  scale: number;
  onZoom: (zoom: Zoom) => void;
  onFind: () => void;
  onRotate: () => void;
  /** None where there is one page. */
  thumbnails: { shown: boolean; toggle: () => void } | null;
  bytes: Blob;
  children?: ReactNode;
}

export function ViewerBar(props: ViewerBarProps) {
  const { page, pages, onTurn, scale, onZoom, onFind, onRotate, thumbnails, bytes, children } = props;
  const { t } = useTranslations();
  return (
    <div className={classes.bar}>
      <IconButton label={t('viewer.previous')} disabled={page <= 1} onClick={() => onTurn(-1)} icon="‹" />
      <span className={classes.pageNumber} aria-live="polite">
        {t('viewer.pageOf', { page, pages })}
      </span>
      <IconButton label={t('viewer.next')} disabled={page >= pages} onClick={() => onTurn(1)} icon="›" />
      <IconButton label={t('viewer.zoomOut')} onClick={() => onZoom(zoomStep(scale, 'out'))} icon="−" />
      <Button variant="default" size="compact-sm" onClick={() => onZoom('fit')} title={t('viewer.fit')}>
        {t('viewer.share', { share: Math.round(shareOf(scale) * 100) })}
      </Button>
      <IconButton label={t('viewer.zoomIn')} onClick={() => onZoom(zoomStep(scale, 'in'))} icon="+" />
      <IconButton label={t('viewer.find')} onClick={onFind} icon="⌕" />
      <IconButton label={t('viewer.rotate')} onClick={onRotate} icon="↻" />
      {thumbnails && (
        <IconButton label={t('viewer.thumbnails')} onClick={thumbnails.toggle} icon="▤" pressed={thumbnails.shown} />
      )}
      <span className={classes.space} />
      {children}
      <Button variant="default" size="compact-sm" onClick={() => openForPrinting(bytes)}>
        {t('viewer.print')}
      </Button>
    </div>
  );
}

interface IconButtonProps {
  label: string;
  icon: string;
  onClick: () => void;
  disabled?: boolean;
  /** Of one that switches something on and off. */
  pressed?: boolean;
}

function IconButton({ label, icon, onClick, disabled = false, pressed }: IconButtonProps) {
  return (
    <ActionIcon
      variant={pressed === true ? 'light' : 'default'}
      size="md"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <span aria-hidden>{icon}</span>
    </ActionIcon>
  );
}

/** The browser's own window prints the very bytes, signature and fonts included. */
function openForPrinting(bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
