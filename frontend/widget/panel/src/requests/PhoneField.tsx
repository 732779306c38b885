import { useTexts } from "../i18n/texts";
import { callingCode, exampleOf, masked } from "./phones";
import { zoneHere } from "./requests";

interface Properties {
  readonly id: string;
  readonly value: string;
  readonly required: boolean;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string;
  change(value: string): void;
}

/** A telephone number, grouped as it is written in its country while it is typed. */
export function PhoneField({ value, change, ...own }: Properties) {
  const { language } = useTexts();
  const code = callingCode(zoneHere(), language);
  return (
    <input
      {...own}
      type="tel"
      dir="ltr"
      autocomplete="tel"
      maxLength={50}
      placeholder={code && exampleOf(code)}
      value={value}
      onInput={({ currentTarget: field }) => {
        // Whoever changes the middle keeps his place; the groups are put right when he leaves.
        const atEnd = field.selectionStart === field.value.length;
        const shorter = field.value.length < value.length;
        change(atEnd && !shorter ? masked(field.value, code) : field.value);
      }}
      onBlur={({ currentTarget: field }) => {
        const shown = masked(field.value, code);
        if (shown !== value) change(shown);
      }}
    />
  );
}
