import { MultiSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";
import { queries } from "../rest/queries";
import type { Department } from "../rest/types";
import { useConsole } from "../shell/line";
import { useIsAdministrator } from "../shell/session";
import style from "./Settings.module.css";

interface Served {
  sites: string[];
  departments: string[];
}

interface Props {
  value: Served;
  errors: FieldErrors;
  change: (change: Partial<Served>) => void;
}

/** Which sites and departments somebody serves. */
export function Belonging({ value, errors, change }: Props) {
  const { t } = useTexts();
  const administrator = useIsAdministrator();
  const known = useConsole((state) => state.sites);
  const mine = useConsole((state) => state.departments);
  const sites = useQuery({ ...queries.sites, enabled: administrator }).data ?? known;
  const departments: readonly Pick<Department, "id" | "name">[] =
    useQuery({ ...queries.departments, enabled: administrator }).data ?? mine;
  return (
    <div className={style.pair}>
      <MultiSelect
        label={t("people.sites")}
        description={t("people.sitesHint")}
        placeholder={value.sites.length === 0 ? t("people.allSites") : ""}
        data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.sites}
        error={errors.sites}
        onChange={(chosen) => change({ sites: chosen })}
      />
      <MultiSelect
        label={t("people.departments")}
        description={t("people.departmentsHint")}
        placeholder={value.departments.length === 0 ? t("people.noDepartments") : ""}
        data={departments.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.departments}
        error={errors.departments}
        onChange={(chosen) => change({ departments: chosen })}
      />
    </div>
  );
}
