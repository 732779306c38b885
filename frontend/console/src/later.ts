/** What a conversation needs now and then, fetched together when the first of it is needed. */
export { LogSearch } from "./logSearch/LogSearch";
export { MentionList } from "./mentions/MentionList";
export { MentionPicker } from "./mentions/MentionPicker";
export { TagPicker } from "./tags/TagPicker";
export { DraftMenu } from "./translation/DraftMenu";
export { Translated } from "./translation/Translated";
