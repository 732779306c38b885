import type { translation as ru } from "../ru/translation";

export const translation: Record<keyof typeof ru, string> = {
  "settings.translation": "Translation",
  "settings.translationWords": "translation translator language foreign libretranslate api key",
  "translation.lead":
    "Operators read a message in a foreign language and answer in it: a service with LibreTranslate’s open API translates, your own or somebody else’s. Until there is an address, nothing is sent anywhere.",
  "translation.address": "Address of the service",
  "translation.addressHint":
    "Without /translate at its end. http:// is for your own machine and network, everything else needs https://.",
  "translation.key": "API key",
  "translation.keyHint": "If the service wants one",
  "translation.try": "Try it",
  "translation.works": "The service translates",
  "translation.privacy":
    "The service gets only the text that an operator asked to translate: by the button of a message or of the answer field. The server asks it, not the browser; no words go to the log.",
  "translation.code.off": "Translation is not set up.",
  "translation.code.unreachable":
    "Nobody answers at this address. Check the name, the port, and whether the service is running.",
  "translation.code.timeout": "The service did not answer within 20 seconds. It may still be loading languages.",
  "translation.code.tls":
    "The certificate does not fit. Check that the address is right and the certificate not expired.",
  "translation.code.no_service": "Something else answers at this address. It has to be what /translate stands behind.",
  "translation.code.key": "The service did not accept the key.",
  "translation.code.too_many": "The service asks for a pause. Try again in a minute.",
  "translation.code.refused": "The service does not know your language. Check which languages it has.",
  "translation.code.broken": "The service itself failed. Look into its log.",
  "translation.head": "Translation",
  "translation.headFrom": "Translation, original: {language}",
  "translation.hide": "Hide the translation",
  "translation.busy": "Translating…",
  "translation.same": "The text is in your language already.",
  "translation.nothing": "Write an answer first",
  "translation.note": "A note for colleagues is not translated. Turn to the answer first.",
  "translation.back": "Back to my text",
  "translation.visitors": "Visitor’s language",
  "translation.into": "Translate into",
  "message.translate": "Translate",
  "action.translate": "Translate the visitor’s last message",
  "action.translateDraft": "Translate my answer",
};
