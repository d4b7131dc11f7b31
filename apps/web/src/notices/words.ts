import en from '@messages/en/notices.json';
import { fill, type MessageParams } from '@messages/fill';
import hi from '@messages/hi/notices.json';
import { currentLanguage } from '../language/language';

/** The sentences of notices: they come with the pages that show them, not with the first. */
export function noticeWord(key: keyof typeof en, params: MessageParams = {}): string {
  const language = currentLanguage();
  return fill((language === 'hi' ? hi : en)[key], params, language);
}
