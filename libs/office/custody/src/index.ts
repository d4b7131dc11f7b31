export {
  changeCustody,
  countAsOpening,
  countNote,
  countReminder,
  type CustodyChange,
  openingOf,
  gradeTogether,
} from './change-custody';
export { fileClock } from './clock/clock-rows';
export { explanationFor, explanationOf, overLimit } from './clock/desk-clock';
export { ClockStop } from './clock/clock-stop.entity';
export { CLOCK_BEFORE_SENDING, startClock, stopClock } from './clock/stops';
export { LONGEST_FIRST, waitingBelow, WAITS_TOO_LONG } from './clock/waiting-below';
export { channelOfFile } from './channel/channel-of-file';
export { LevelFiguresQuery } from './channel/level-figures';
export { LEVELS_CLIMBED, LEVELS_WITH_SENDER } from './channel/levels';
export { WITHOUT_LAST_JUMPS } from './channel/pulled-back';
export { CUSTODY_FACTS, CUSTODY_ROW, type CustodyFacts, custodyFrom } from './custody-row';
export { CustodyModule } from './custody.module';
export { assistantFileAbilities, dueTo, fileAbilities } from './file-custody/file-abilities';
export { FileCustody } from './file-custody/file-custody.entity';
export { possibleMoves, stateAfter } from './file-custody/file-lifecycle';
export { listOfFile } from './file-custody/list-of-file';
export { listWhoSaw } from './list-who-saw';
export {
  type CustodyRequest,
  lockCustody,
  type LockedCustody,
  lockSeenCustody,
  readCustodies,
  seenCustody,
  stateAfterAct,
} from './lock-custody';
export { lockInOrder, otherFileOf, readOtherFile } from './other-file';
export {
  countAllOnDesk,
  countOnDesk,
  type DeskPlace,
  askedOfDesk,
  askedOfFiles,
  DESK,
  DESK_FILES,
  DESK_ORDERS,
  filesOnDesk,
  heldBy,
  isOnDesk,
  keepsWaiting,
  LATEST_FIRST,
  ON_DESK,
  onDesk,
  SET_ASIDE_ORDER,
  whatAssistantsRead,
} from './desk/on-desk';
export {
  filesHeld,
  type Following,
  inState,
  isHeldBy,
  joinLettersHeld,
  readableThere,
  type WhereItLies,
} from './desk/where-it-lies';
export {
  askWhetherDue,
  authorizeReadingFile,
  CUSTODY,
  custodyAs,
  isStillReader,
  isUpForCorrection,
  joinCustody,
  mayListWhoSaw,
  mayReadFile,
  mayReadNoteInWriting,
  necessaryReader,
} from './file-custody/readable-files';
export { insertCustody, newCustody, type NewCustody } from './new-custody';
export { postsThatHeld, readersOf, readersWith, withReaders } from './file-custody/readers';
export {
  readUrgencyLabel,
  refuseGradingOfOthers,
  refuseUrgencyLabelled,
  refuseUrgencyOfOthers,
} from './file-custody/refuse-officers-alone';
export { writeOpening } from './register/file-opening';
export { ListMovements } from './register/list-movements';
export { actionAskedBy, broughtBy, leftDesk, wasPulledBack } from './register/line-of-event';
export { Movement, movementsAs } from './register/movement.entity';
export { type Arrival, lastArrival } from './register/movements-of-file';
export {
  closingOfReceipt,
  lastArrivalOfReceipt,
  movementsOfReceipt,
  whoMarkedReceipt,
} from './register/movements-of-receipt';
export { remarksOnReceipt } from './register/remarks-on-receipt';
export {
  explanationsBelow,
  frozenBy,
  type NotePlace,
  returnedAfter,
  returnsBelow,
  takenBackBy,
  wasTakenBack,
} from './register/returns-on-sheet';
export { answerRecall, askRecall, openRecall } from './recall/file-recall';
export { FileRecall } from './recall/file-recall.entity';
export { LAST_RECALL } from './recall/recall-rows';
export { readDueDay, refuseUnfitDueDate, refuseUnfitDueDay } from './register/unfit-due-date';
export { recentForwards } from './register/recent-forwards';
export { type MovementLine, writeMovement } from './register/write-movement';
