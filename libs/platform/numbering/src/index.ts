export { type DrawnNumber, drawNumber, NUMBERED_KINDS, type NumberedKind, type NumberRequest } from './draw-number';
export { drawSerial } from './draw-serial';
export { NUMBER_PERIODS, type NumberPeriod, yearOf } from './number-period';
export { NUMBER_SCHEMES, type NumberScheme, numberSchemes, setNumberScheme } from './number-schemes';
export {
  type FieldsOfNumber,
  markedBeforeYear,
  type NumberFields,
  type NumberInBoth,
  printNumber,
  renderNumber,
  seriesOf,
  UnknownNumberField,
} from './number-template';
export { lastSerials, type Series, startSeries } from './series';
