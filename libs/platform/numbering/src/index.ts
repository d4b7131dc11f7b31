export {
  type DrawnNumber,
  drawNumber,
  type FieldsOfNumber,
  NUMBERED_KINDS,
  type NumberedKind,
  type NumberInBoth,
  type NumberRequest,
} from './draw-number';
export { drawSerial } from './draw-serial';
export { NUMBER_PERIODS, type NumberPeriod, yearOf } from './number-period';
export { NUMBER_SCHEMES, setNumberScheme } from './number-schemes';
export { markedBeforeYear, type NumberFields, renderNumber, seriesOf, UnknownNumberField } from './number-template';
