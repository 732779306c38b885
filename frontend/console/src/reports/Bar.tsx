import { Button, MultiSelect, Select } from "@mantine/core";
import { ChevronLeft, ChevronRight, ListFilter } from "lucide-react";
import { useState } from "react";
import { Act } from "../archive/Act";
import { TypedField } from "../archive/TypedField";
import { useLists } from "../archive/useLists";
import { useTexts } from "../i18n/texts";
import { useNarrow } from "../parts/useNarrow";
import { zoneName } from "../parts/zones";
import { type Asked, type choices, type Preset, periodOf, presetOf, presets, steppedBy } from "./asked";
import style from "./Bar.module.css";
import type { Asking } from "./useAsked";

interface Props {
  asking: Asking;
  zones: readonly string[];
  /** Which of the lists there is something to choose from. */
  lists: readonly (typeof choices)[number][];
}

/** Which days, by whose clock, and of whom. */
export function Bar({ asking, zones, lists }: Props) {
  const { t } = useTexts();
  const { asked, change } = asking;
  const narrow = useNarrow();
  const [opened, setOpened] = useState(false);
  const count = lists.reduce((sum, list) => sum + asked[list].length, 0);
  const clear = () => change({ ...asked, sites: [], departments: [], operators: [] });
  return (
    <search className={style.bar} aria-label={t("archive.filters")} data-unprinted>
      <Days asking={asking} />
      {narrow && (
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={opened}
          leftSection={<ListFilter size={15} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {count > 0 ? t("archive.chip", { name: t("archive.filters"), value: String(count) }) : t("archive.filters")}
        </Button>
      )}
      {(!narrow || opened) && (
        <div className={style.lists}>
          <Zone asking={asking} zones={zones} />
          <Lists asked={asked} change={change} lists={lists} />
          {count > 0 && (
            <Button size="xs" variant="subtle" className={style.clear} onClick={clear}>
              {t("archive.clear")}
            </Button>
          )}
        </div>
      )}
    </search>
  );
}

function Days({ asking: { asked, today, errors, change } }: Pick<Props, "asking">) {
  const { t } = useTexts();
  const names = presets.map((preset) => ({ value: preset as string, label: t(`reports.preset.${preset}`) }));
  const chosen = presetOf(asked, today);
  const step = (by: 1 | -1) => change(steppedBy(asked, by));
  const broken = Object.keys(errors).length > 0;
  return (
    <fieldset className={style.days}>
      <legend className={style.legend}>{t("reports.period")}</legend>
      <Act icon={ChevronLeft} label={t("reports.earlier")} press={() => step(-1)} disabled={broken} />
      <Select
        size="xs"
        className={style.preset}
        aria-label={t("reports.period")}
        data={chosen === null ? [...names, { value: "own", label: t("reports.preset.own") }] : names}
        value={chosen ?? "own"}
        allowDeselect={false}
        maxDropdownHeight={340}
        comboboxProps={{ shadow: "md" }}
        onChange={(preset) =>
          preset !== null && preset !== "own" && change({ ...asked, ...periodOf(preset as Preset, today) })
        }
      />
      <Act
        icon={ChevronRight}
        label={t("reports.later")}
        press={() => step(1)}
        disabled={broken || asked.until >= today}
      />
      <div className={style.ends}>
        {(["from", "until"] as const).map((end) => (
          <TypedField
            key={end}
            type="date"
            label={null}
            aria-label={t(`archive.${end}`)}
            value={asked[end]}
            error={errors[end]}
            change={(day) => change({ ...asked, [end]: day })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Zone({ asking: { asked, today, zone, change }, zones }: Pick<Props, "asking" | "zones">) {
  const { t, format } = useTexts();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = Date.parse(`${today}T12:00:00Z`);
  const name = (each: string) => zoneName(each, at, format.locale) ?? each;
  const others = [...new Set([...zones, ...(asked.zone === "" ? [] : [zone])])].filter((each) => each !== own);
  return (
    <Select
      size="xs"
      label={t("reports.zoneLabel")}
      data={[
        { value: own, label: t("reports.zoneMine", { zone: name(own) }) },
        ...others.map((each) => ({ value: each, label: name(each) })),
      ]}
      value={zone}
      allowDeselect={false}
      disabled={others.length === 0}
      comboboxProps={{ shadow: "md" }}
      onChange={(next) => next !== null && change({ ...asked, zone: next === own ? "" : next })}
    />
  );
}

function Lists({ asked, change, lists }: { asked: Asked; change: (asked: Asked) => void; lists: Props["lists"] }) {
  const { t } = useTexts();
  const all = useLists();
  return lists.map((list) => {
    const data = all[list];
    const chosen = asked[list].filter((id) => data.some(({ value }) => value === id));
    if (data.length === 0) return null;
    return (
      <MultiSelect
        key={list}
        size="xs"
        label={t(`archive.${list}`)}
        data={data}
        value={chosen}
        placeholder={chosen.length === 0 ? t("archive.any") : ""}
        onChange={(ids) => change({ ...asked, [list]: ids })}
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
