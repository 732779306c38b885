export { createFormat, type Format } from "./format";
export {
  chooseLanguage,
  type LanguageSource,
  type LanguageSources,
  loadTranslator,
  type Texts,
} from "./languages";
export { type Message, type MessageArguments, type Messages, messageProblems, type PluralForms } from "./messages";
export { createSpeech, languageNames, type Speech } from "./speech";
export { createTranslator, type Dictionary, type Translate } from "./translator";
export { foreignWords } from "./vocabulary";
