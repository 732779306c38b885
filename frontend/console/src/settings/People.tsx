import { Badge, Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Search, TriangleAlert, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { Message } from "../parts/Message";
import { queries } from "../rest/queries";
import type { Operator } from "../rest/types";
import { useConsole } from "../shell/line";
import { follow, pathOf, type Route } from "../shell/route";
import { useIsAdministrator } from "../shell/session";
import { InviteDialog } from "./InviteDialog";
import { Loaded } from "./Loaded";
import { OpenInvitations } from "./OpenInvitations";
import { Page } from "./Page";
import { PersonPage } from "./PersonPage";
import style from "./Settings.module.css";

/** Who answers; one of them when `item` names them. */
export function People({ item }: { item: string | null }) {
  const { t } = useTexts();
  const administrator = useIsAdministrator();
  const people = useQuery(queries.operators);
  const [inviting, invite] = useState(false);
  if (item !== null) return <Loaded of={people}>{(data) => <One people={data} id={item} />}</Loaded>;
  const add = administrator && (
    <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => invite(true)}>
      {t("people.invite")}
    </Button>
  );
  return (
    <Page title={t("settings.people")} lead={t("people.lead")} action={add}>
      <Loaded of={people}>{(data) => <PeopleList people={data} />}</Loaded>
      {administrator && <OpenInvitations />}
      {inviting && <InviteDialog close={() => invite(false)} />}
    </Page>
  );
}

function One({ people, id }: { people: readonly Operator[]; id: string }) {
  const { t } = useTexts();
  const person = people.find((each) => each.id === id);
  if (person === undefined)
    return <Message icon={TriangleAlert} title={t("failure.missing")} text={t("failure.missingHint")} />;
  return <PersonPage key={id} person={person} />;
}

function PeopleList({ people }: { people: readonly Operator[] }) {
  const { t } = useTexts();
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLocaleLowerCase();
  const found = people
    .filter(({ name, email, title }) => `${name} ${email} ${title}`.toLocaleLowerCase().includes(wanted))
    .sort((one, other) => Number(one.disabled) - Number(other.disabled) || one.name.localeCompare(other.name));
  return (
    <>
      {people.length > 6 && (
        <div className={style.tools}>
          <TextInput
            type="search"
            leftSection={<Search size={16} aria-hidden />}
            placeholder={t("people.search")}
            aria-label={t("people.search")}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
      )}
      <ul className={style.rows}>
        {found.map((person) => (
          <li key={person.id}>
            <Row person={person} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={style.faint}>{t("common.nothingFound")}</p>}
    </>
  );
}

function Row({ person }: { person: Operator }) {
  const { t } = useTexts();
  const live = useConsole((state) => state.operators[person.id]);
  const state = live?.state ?? person.state;
  const connected = live?.connected ?? false;
  const route: Route = { page: "settings", section: "people", item: person.id };
  return (
    <a
      href={pathOf(route)}
      className={style.row}
      data-disabled={person.disabled || undefined}
      onClick={(event) => follow(event, route)}
    >
      <Avatar
        id={person.id}
        name={person.name}
        photo={person.photo}
        size={40}
        dot={person.disabled ? null : connected ? state : "off"}
      />
      <span className={style.grow}>
        <p className={style.name}>
          {person.name}
          {person.role !== "operator" && (
            <Badge size="sm" variant="light" color={person.role === "administrator" ? "accent" : "gray"}>
              {t(`role.${person.role}`)}
            </Badge>
          )}
        </p>
        <p className={style.faint}>{person.title === "" ? person.email : `${person.title} · ${person.email}`}</p>
      </span>
      {person.disabled ? (
        <Badge variant="light" color="gray">
          {t("people.disabled")}
        </Badge>
      ) : (
        <span className={`${style.aside} ${style.hideNarrow}`}>
          {live === undefined
            ? t("people.capacity", { count: person.capacity })
            : t("people.load", { load: live.load, count: live.capacity })}
        </span>
      )}
    </a>
  );
}
