export { OfficeUser, Organisation, Post, Tenure, Unit } from './people.entities';
export { superiorsOf } from './superiors';
