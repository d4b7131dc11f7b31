export { Correspondence } from './correspondence.entity';
export { Receipt } from './receipt.entity';
