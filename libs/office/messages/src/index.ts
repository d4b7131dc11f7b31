export { correspondencePages } from './correspondence-pages';
export { entryValue } from './entry-value';
export { inLanguage } from './in-language';
export { type MessageKey, messagesOf, type Topic } from './topics';
export { label, translateField, translateRefusal } from './translate';
