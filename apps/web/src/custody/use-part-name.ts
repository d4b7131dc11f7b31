import { roman } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';

/** Part I, भाग 1. */
export const usePartName = () => useNameOf('together.part');

/** Volume II, खण्ड 2. */
export const useVolumeName = () => useNameOf('together.volume');

function useNameOf(what: 'together.part' | 'together.volume'): (place: number) => string {
  const { t, language } = useTranslations('together');
  return (place) => t(what, { place: language === 'hi' ? String(place) : roman(place).toUpperCase() });
}
