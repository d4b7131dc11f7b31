/** Every command and query of this area, listed once: the module provides them and the index exports them. */
export { ReadDayList } from './lists/read-day-list';
export { ExportLists } from './imports/export-lists';
export { ImportPeople } from './imports/import-people';
export { ImportPosts } from './imports/import-posts';
export { AbolishPost } from './posts/abolish-post';
export { ChangePerson } from './people/change-person';
export { CloseAccount } from './people/close-account';
export { CreatePerson } from './people/create-person';
export { HandOverCharge } from './charge/hand-over-charge';
export { ListCameBetween } from './charge/list-came-between';
export { ListCharges } from './charge/list-charges';
export { MakeLinkForPerson } from './people/make-link';
export { PersonChargesQuery } from './people/person-charges';
export { PostDetailsQuery } from './posts/post-details';
export { ReopenAccount } from './people/reopen-account';
export { TakeOverCharge } from './charge/take-over-charge';
