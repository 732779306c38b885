export { createFormat, type Format } from "./format";
export {
  chooseLanguage,
  type LanguageSource,
  type LanguageSources,
  loadTexts,
  loadTranslator,
  type Texts,
} from "./languages";
export { type Message, type MessageArguments, type Messages, messageProblems, type PluralForms } from "./messages";
export { createTranslator, type Dictionary, type Translate } from "./translator";
