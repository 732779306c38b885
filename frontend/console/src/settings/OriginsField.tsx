import { TagsInput } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import { originOf } from "./origins";

interface Props {
  value: readonly string[];
  errors: FieldErrors;
  change: (origins: string[]) => void;
}

/** The addresses whose pages may carry the button. A pasted page address is cut down to its origin. */
export function OriginsField({ value, errors, change }: Props) {
  const { t } = useTexts();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const accept = (entered: string[]) => {
    const bad = entered.find((each) => originOf(each) === null);
    setWrong(bad ?? null);
    if (bad !== undefined) setTyped(bad);
    change([...new Set(entered.flatMap((each) => originOf(each) ?? []))]);
  };
  const refused = Object.entries(errors).find(([field]) => field.startsWith("origins"))?.[1];
  return (
    <TagsInput
      label={t("sites.origins")}
      description={t("sites.originsHint")}
      placeholder={value.length === 0 ? "https://shop.example" : ""}
      inputMode="url"
      splitChars={[",", " ", ";"]}
      acceptValueOnBlur
      maxTags={50}
      value={[...value]}
      searchValue={typed}
      onSearchChange={(text) => {
        setTyped(text);
        if (text !== wrong) setWrong(null);
      }}
      onChange={accept}
      error={wrong === null ? refused : t("sites.originWrong", { value: wrong })}
    />
  );
}
