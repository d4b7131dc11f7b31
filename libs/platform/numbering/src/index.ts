export { type DrawnNumber, drawNumber, type NumberedKind, type NumberWanted } from './draw-number';
export { drawSerial } from './draw-serial';
export { type NumberPeriod, yearOf } from './number-period';
export { type NumberFields, renderNumber, seriesOf, UnknownNumberField } from './number-template';
