import { ActionIcon, type ActionIconProps, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
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
  onThumbnails: (() => void) | null;
  bytes: Blob;
  /** What stands in the bar beside its tools. */
  children?: ReactNode;
  /** Rare tools, as lines of its menu. */
  more?: ReactNode;
}

/** Page and size in one row; the tools in a menu at its end, with their keys. */
export function ViewerBar(props: ViewerBarProps) {
  const { page, pages, onTurn, scale, onZoom, onFind, onRotate, onThumbnails, bytes, children, more } = props;
  const { t } = useTranslations();
  return (
    <div className={classes.bar}>
      {pages > 1 && (
        <IconButton label={t('viewer.previous')} disabled={page <= 1} onClick={() => onTurn(-1)} icon="‹" />
      )}
      <span className={classes.pageNumber} aria-live="polite">
        {t('viewer.pageOf', { page, pages })}
      </span>
      {pages > 1 && <IconButton label={t('viewer.next')} disabled={page >= pages} onClick={() => onTurn(1)} icon="›" />}
      <span className={classes.space} />
      {children}
      <span className={classes.share}>{t('viewer.share', { share: Math.round(shareOf(scale) * 100) })}</span>
      {/* Its lines stay, closed as it is: they bind keys, and hold the dialogs that they open. */}
      <Menu position="top-end" keepMounted keepMountedMode="display-none">
        <Menu.Target>
          <IconButton label={t('viewer.more')} icon="⋯" />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item rightSection={<Kbd keys="ctrl+F" />} onClick={onFind}>
            {t('viewer.find')}
          </Menu.Item>
          {/* They are pressed again and again. */}
          <Menu.Item closeMenuOnClick={false} onClick={() => onZoom(zoomStep(scale, 'in'))}>
            {t('viewer.zoomIn')}
          </Menu.Item>
          <Menu.Item closeMenuOnClick={false} onClick={() => onZoom(zoomStep(scale, 'out'))}>
            {t('viewer.zoomOut')}
          </Menu.Item>
          <Menu.Item onClick={() => onZoom('fit')}>{t('viewer.fit')}</Menu.Item>
          <Menu.Item onClick={onRotate}>{t('viewer.rotate')}</Menu.Item>
          {onThumbnails && <Menu.Item onClick={onThumbnails}>{t('viewer.thumbnails')}</Menu.Item>}
          {more}
          <Menu.Item onClick={() => openForPrinting(bytes)}>{t('viewer.print')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface IconButtonProps extends ActionIconProps {
  label: string;
  icon: string;
  onClick?: () => void;
}

function IconButton({ label, icon, ...button }: IconButtonProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size="md" aria-label={label} title={label} {...button}>
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
