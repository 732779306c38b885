import { ActionIcon, Button, Checkbox, Chip, Input, MultiSelect, SegmentedControl, Select } from "@mantine/core";
import { Star, X } from "lucide-react";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import { useConsole } from "../shell/line";
import { languageName } from "../visitor/languageName";
import shared from "./Archive.module.css";
import { type Day, periodOf, presetOf, presets } from "./days";
import style from "./Filters.module.css";
import { chipsOf, everything, type Filters, flags, sides } from "./filters";
import { hourName, hours, weekdayName, weekdays } from "./hours";
import { TypedField } from "./TypedField";
import { useChoices } from "./useArchive";
import { optionsOf, useLists } from "./useLists";

interface Props {
  filters: Filters;
  today: Day;
  change: (filters: Filters, replace?: boolean) => void;
  errors: FieldErrors;
  /** Only where it lies in place of what it finds. */
  close?: () => void;
}

/** What to look for in the archive. */
export function FilterPane({ filters, today, change, errors, close }: Props) {
  const { t } = useTexts();
  const set = (part: Partial<Filters>) => change({ ...filters, ...part });
  const clear = () => change(everything(today));
  const usual = chipsOf(filters).length === 0 && presetOf(filters, today) === "today";
  return (
    <search className={style.filters} aria-label={t("archive.filters")}>
      <div className={style.filtersHead}>
        <h2 className={shared.title}>{t("archive.title")}</h2>
        <Button size="compact-xs" variant="subtle" disabled={usual} onClick={clear}>
          {t("archive.clear")}
        </Button>
        {close !== undefined && (
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("archive.toList")} onClick={close}>
            <X size={18} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <div className={style.fields}>
        <TypedField
          type="search"
          label={t("archive.words")}
          description={t("archive.wordsHint")}
          value={filters.words}
          error={errors.words}
          change={(words) => change({ ...filters, words }, true)}
          data-archive-words
        />
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t("archive.side")}
          data={sides.map((side) => ({ value: side, label: t(`archive.side.${side}`) }))}
          value={filters.side}
          onChange={(side) => set({ side })}
        />
        <Checkbox
          size="xs"
          label={t("archive.notes")}
          checked={filters.notes}
          onChange={(event) => set({ notes: event.currentTarget.checked })}
        />
        <Period filters={filters} today={today} set={set} errors={errors} />
        <Lists filters={filters} set={set} errors={errors} />
        <Scores filters={filters} set={set} />
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            size="xs"
            label={t(`archive.${flag}`)}
            checked={filters[flag]}
            onChange={(event) => set({ [flag]: event.currentTarget.checked })}
          />
        ))}
        <Places filters={filters} set={set} change={change} />
      </div>
      {close !== undefined && (
        <div className={style.done}>
          <Button fullWidth onClick={close}>
            {t("archive.showFound")}
          </Button>
        </div>
      )}
    </search>
  );
}

interface Part {
  filters: Filters;
  set: (part: Partial<Filters>) => void;
}

function Period({ filters, today, set, errors }: Part & { today: Day; errors: FieldErrors }) {
  const { t } = useTexts();
  const chosen = presetOf(filters, today);
  return (
    <fieldset className={style.period}>
      <legend className={style.legend}>{t("archive.period")}</legend>
      <div className={style.presets}>
        {presets.map((preset) => (
          <Button
            key={preset}
            size="compact-xs"
            variant={preset === chosen ? "light" : "default"}
            aria-pressed={preset === chosen}
            onClick={() => set(periodOf(preset, today))}
          >
            {t(`archive.preset.${preset}`)}
          </Button>
        ))}
      </div>
      <div className={style.days}>
        {(["from", "until"] as const).map((end) => (
          <TypedField
            key={end}
            type="date"
            label={t(`archive.${end}`)}
            value={filters[end]}
            error={errors[end]}
            change={(day) => set({ [end]: day })}
          />
        ))}
      </div>
    </fieldset>
  );
}

const lists = ["operators", "departments", "sites", "tags", "weekdays", "hours"] as const;

/** What is chosen from lists that everybody knows; a list of one is no choice. */
function Lists({ filters, set, errors }: Part & Pick<Props, "errors">) {
  const { t, format } = useTexts();
  const tags = useConsole((state) => state.tags);
  const all = {
    ...useLists(),
    tags: optionsOf(tags),
    weekdays: weekdays.map((day) => ({ value: `${day}`, label: weekdayName(format.locale, day, "long") })),
    hours: hours.map((hour) => ({ value: `${hour}`, label: hourName(hour) })),
  };
  return lists.map((list) => {
    const choices = all[list];
    const chosen = filters[list].filter((id) => choices.some(({ value }) => value === id));
    if (choices.length === 0) return null;
    return (
      <MultiSelect
        key={list}
        size="xs"
        label={t(`archive.${list}`)}
        data={choices}
        error={errors[list]}
        value={chosen}
        placeholder={chosen.length === 0 ? t("archive.any") : ""}
        onChange={(ids) => set({ [list]: ids })}
        searchable
        clearable
        hidePickedOptions
        nothingFoundMessage={t("common.nothingFound")}
        clearButtonProps={{ "aria-label": t("common.clear") }}
        comboboxProps={{ shadow: "md" }}
      />
    );
  });
}

function Scores({ filters, set }: Part) {
  const { t } = useTexts();
  return (
    <Input.Wrapper size="xs" label={t("archive.scores")} labelElement="div">
      <Chip.Group multiple value={[...filters.scores]} onChange={(scores) => set({ scores: scores.sort() })}>
        <fieldset className={style.scores} aria-label={t("archive.scores")}>
          {["1", "2", "3", "4", "5"].map((score) => (
            <Chip key={score} value={score} size="xs" variant="light" aria-label={t("archive.score", { score })}>
              {score} <Star size={11} aria-hidden />
            </Chip>
          ))}
        </fieldset>
      </Chip.Group>
    </Input.Wrapper>
  );
}

/** Where visitors were, came from and how they speak: what there was in the archive, the most frequent first. */
function Places({ filters, set, change }: Part & Pick<Props, "change">) {
  const texts = useTexts();
  const { t } = texts;
  const choices = useChoices();
  const all = {
    city: (choices?.cities ?? []).map(({ name, label }) => ({ value: name, label })),
    source: (choices?.sources ?? []).map(({ name }) => ({ value: name, label: name })),
    language: (choices?.languages ?? []).map((tag) => ({ value: tag, label: languageName(tag, texts.language) })),
  };
  return (
    <>
      <TypedField
        type="text"
        label={t("archive.page")}
        description={t("archive.pageHint")}
        value={filters.page}
        error={undefined}
        change={(page) => change({ ...filters, page }, true)}
      />
      {(["city", "source", "language"] as const).map((place) => (
        <Select
          key={place}
          size="xs"
          label={t(`archive.${place}`)}
          data={withChosen(all[place], filters[place])}
          value={filters[place] === "" ? null : filters[place]}
          placeholder={t("archive.any")}
          onChange={(value) => set({ [place]: value ?? "" })}
          searchable
          clearable
          nothingFoundMessage={t("common.nothingFound")}
          clearButtonProps={{ "aria-label": t("common.clear") }}
          comboboxProps={{ shadow: "md" }}
        />
      ))}
    </>
  );
}

/** A view that somebody sent may name what is not among the most frequent. */
function withChosen(choices: readonly { value: string; label: string }[], chosen: string) {
  const known = chosen === "" || choices.some(({ value }) => value === chosen);
  return known ? [...choices] : [{ value: chosen, label: chosen }, ...choices];
}
