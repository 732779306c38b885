import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useTexts } from "../i18n/texts";
import { knownZones, zoneLabel } from "./zones";

interface Props {
  value: string;
  error: string | undefined;
  change: (zone: string) => void;
}

/** A time zone, found by typing a part of its name; each with its present difference from UTC. */
export function ZoneSelect({ value, error, change }: Props) {
  const { t, format } = useTexts();
  const zones = useMemo(() => {
    const now = Date.now();
    return [...new Set([...knownZones(), value])].map((zone) => ({
      value: zone,
      label: zoneLabel(zone, now, format.locale),
    }));
  }, [value, format.locale]);
  return (
    <Select
      label={t("field.timeZone")}
      data={zones}
      value={value}
      error={error}
      onChange={(zone) => zone !== null && change(zone)}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t("common.nothingFound")}
      limit={60}
      comboboxProps={{ shadow: "md" }}
    />
  );
}
