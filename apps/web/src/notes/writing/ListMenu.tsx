import { LIST_STYLES, listMarker, type ListStyle } from '@patravali/contract';
import { Menu } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';

interface ListMenuProps {
  /** Of the list in which one writes. */
  style: ListStyle | null;
  /** Not in a quotation or a table. */
  disabled: boolean;
  onPick: (style: ListStyle) => void;
}

const SHOWN = [1, 2, 3];

/** The lists of an office; picking the one that is there makes paragraphs of it again. */
export function ListMenu({ style, disabled, onPick }: ListMenuProps) {
  const { t, language } = useTranslations();
  const letters = language === 'en' ? ['letters-en', 'letters-hi'] : ['letters-hi', 'letters-en'];
  const styles = ['decimal', ...letters, 'roman', 'bullets'];
  return (
    <Menu position="top-start">
      <Menu.Target>
        <button type="button" className={classes.quiet} disabled={disabled} data-on={style !== null || undefined}>
          {t('note.list')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {LIST_STYLES.toSorted((one, other) => styles.indexOf(one) - styles.indexOf(other)).map((one) => (
          <Menu.Item key={one} onClick={() => onPick(one)} rightSection={one === style ? '✓' : undefined}>
            {one === 'bullets' ? t('note.bullets') : SHOWN.map((place) => listMarker(one, place)).join(' ')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
