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
export { fill, type MessageParams } from './fill';
export { formatNumber } from './numbers';
export { platformWords } from './platform-words';
