export { dayInIndia, formatDay, formatNumber, formatTime } from './formats';
export { label, say } from './say';
