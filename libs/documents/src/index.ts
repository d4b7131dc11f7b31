export { Document } from './document.entity';
