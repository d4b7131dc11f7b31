export { correspondencePages } from './correspondence-pages';
export {
  type DateForm,
  dayInIndia,
  formatDate,
  formatDayAndMonth,
  formatInstant,
  formatTime,
  monthOfName,
} from './dates';
export { westernDigits } from './digits';
export { entryValue } from './entry-value';
export { fill, type MessageParams } from './fill';
export { inLanguage } from './in-language';
export { formatNumber } from './numbers';
export { type MessageKey, messagesOf, type Topic } from './topics';
export { eventLabel, label, translateRefusal } from './translate';
