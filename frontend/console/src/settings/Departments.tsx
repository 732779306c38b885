import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Group, Plus } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { Message } from "../parts/Message";
import { queries } from "../rest/queries";
import type { Department, Operator } from "../rest/types";
import { DepartmentDialog } from "./DepartmentDialog";
import { Loaded } from "./Loaded";
import { Page } from "./Page";
import style from "./Settings.module.css";

/** Groups of people who answer the same questions. */
export function Departments() {
  const { t } = useTexts();
  const departments = useQuery(queries.departments);
  const [edited, edit] = useState<Department | "new" | null>(null);
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => edit("new")}>
      {t("departments.add")}
    </Button>
  );
  return (
    <Page title={t("settings.departments")} lead={t("departments.lead")} action={add}>
      <Loaded of={departments}>
        {(data) =>
          data.length === 0 ? (
            <Message icon={Group} title={t("departments.none")} text={t("departments.noneHint")} />
          ) : (
            <ul className={style.rows}>
              {data.map((department) => (
                <li key={department.id}>
                  <Row department={department} open={() => edit(department)} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited !== null && <DepartmentDialog department={edited === "new" ? null : edited} close={() => edit(null)} />}
    </Page>
  );
}

function Row({ department, open }: { department: Department; open: () => void }) {
  const { t } = useTexts();
  const sites = useQuery(queries.sites).data ?? [];
  const people = useQuery(queries.operators).data ?? [];
  const theirs = people.filter(({ id }) => department.operators.includes(id));
  const names = sites.filter(({ id }) => department.sites.includes(id)).map(({ name }) => name);
  return (
    <button type="button" className={style.row} onClick={open}>
      <span className={style.grow}>
        <p className={style.name}>{department.name}</p>
        <p className={style.faint}>{names.length === 0 ? t("departments.allSites") : names.join(", ")}</p>
      </span>
      <Faces people={theirs} />
    </button>
  );
}

function Faces({ people }: { people: readonly Operator[] }) {
  const { t } = useTexts();
  return (
    <span className={style.faces}>
      {people.slice(0, 5).map(({ id, name, photo }) => (
        <Avatar key={id} id={id} name={name} photo={photo} size={28} />
      ))}
      <span className={style.aside}>
        {people.length === 0 ? t("departments.empty") : t("departments.people", { count: people.length })}
      </span>
    </span>
  );
}
