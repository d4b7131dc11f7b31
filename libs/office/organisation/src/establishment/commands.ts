/** The commands and queries by which administrators keep units, posts and tenures: the module provides them. */
export { AbolishUnit } from './units/abolish-unit';
export { AttachPerson } from './duty/attach-person';
export { ChangePost } from './posts/change-post';
export { ChangeUnit } from './units/change-unit';
export { CreatePost } from './posts/create-post';
export { CreateUnit } from './units/create-unit';
export { SuperiorChangesQuery } from './superiors/superior-changes-query';
export { EndTenure } from './tenures/end-tenure';
export { ListPeople } from './people/list-people';
export { ListTenures } from './tenures/list-tenures';
export { ListUnits } from './units/list-units';
export { SendOnDuty } from './duty/send-on-duty';
export { StartTenure } from './tenures/start-tenure';
