import { ActionIcon, Button, Input, Select, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useMemo } from "react";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import type { PlacePattern } from "../rest/types";
import { countries } from "./countries";
import style from "./Outreach.module.css";

interface Props {
  label: string;
  description?: string;
  /** Where the places stand in what is sent. */
  field: string;
  value: readonly PlacePattern[];
  errors: FieldErrors;
  change: (value: PlacePattern[]) => void;
}

/** Countries, regions and cities, one a line. */
export function PlacesField({ label, description, field, value, errors, change }: Props) {
  const { t } = useTexts();
  const put = (at: number, place: PlacePattern) => change(value.map((each, index) => (index === at ? place : each)));
  return (
    <Input.Wrapper labelElement="div" label={label} description={description} error={errors[field]}>
      <div className={`${style.lines} ${style.places}`}>
        {value.map((place, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other name.
          <div className={style.place} key={at}>
            <PlaceInputs place={place} field={`${field}[${at}]`} errors={errors} change={(next) => put(at, next)} />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t("common.delete")}
              onClick={() => change(value.filter((_, index) => index !== at))}
            >
              <X size={16} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => change([...value, { country: "RU", region: null, city: null }])}
          >
            {t("outreach.addPlace")}
          </Button>
        </div>
      </div>
    </Input.Wrapper>
  );
}

interface InputsProps {
  place: PlacePattern;
  field: string;
  errors: FieldErrors;
  change: (place: PlacePattern) => void;
}

/** Country, region, city; the last two may stay empty. */
export function PlaceInputs({ place, field, errors, change }: InputsProps) {
  const { t, language } = useTexts();
  const all = useMemo(() => countries(language), [language]);
  return (
    <>
      <Select
        aria-label={t("outreach.country")}
        searchable
        allowDeselect={false}
        data={all}
        value={place.country}
        error={errors[`${field}.country`]}
        onChange={(country) => country !== null && change({ ...place, country })}
      />
      <TextInput
        aria-label={t("outreach.region")}
        placeholder={t("outreach.anyRegion")}
        maxLength={100}
        value={place.region ?? ""}
        error={errors[`${field}.region`]}
        onChange={(event) => change({ ...place, region: event.currentTarget.value || null })}
      />
      <TextInput
        aria-label={t("outreach.city")}
        placeholder={t("outreach.anyCity")}
        maxLength={100}
        value={place.city ?? ""}
        error={errors[`${field}.city`]}
        onChange={(event) => change({ ...place, city: event.currentTarget.value || null })}
      />
    </>
  );
}
