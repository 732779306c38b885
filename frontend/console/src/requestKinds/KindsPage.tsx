import { Badge, Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Inbox, Mail, Phone, Plus, TriangleAlert } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { wordsIn } from "../requests/words";
import { queries } from "../rest/queries";
import { type Kind, type KindDraft, kindsQuery } from "../rest/requestKinds";
import type { Nature } from "../rest/requests";
import { Loaded } from "../settings/Loaded";
import { Page } from "../settings/Page";
import style from "../settings/Settings.module.css";
import { follow, navigate, pathOf, type Route } from "../shell/route";
import { draftOf } from "./drafts";
import { KindForm } from "./KindForm";
import own from "./Kinds.module.css";

const routeOf = (item: string | null): Route => ({ page: "settings", section: "requests", item });
const fresh: Readonly<Record<string, Nature>> = { "new-call": "call", "new-letter": "letter" };

/** What visitors may leave: the kinds, or one of them. */
export function KindsPage({ item }: { item: string | null }) {
  const kinds = useQuery(kindsQuery);
  return (
    <Loaded of={kinds}>{(all) => (item === null ? <List kinds={all} /> : <One kinds={all} item={item} />)}</Loaded>
  );
}

function List({ kinds }: { kinds: readonly Kind[] }) {
  const { t } = useTexts();
  const add = (
    <Group gap="xs">
      <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => navigate(routeOf("new-call"))}>
        {t("kinds.addCall")}
      </Button>
      <Button
        variant="default"
        leftSection={<Plus size={16} aria-hidden />}
        onClick={() => navigate(routeOf("new-letter"))}
      >
        {t("kinds.addLetter")}
      </Button>
    </Group>
  );
  return (
    <Page title={t("settings.requests")} lead={t("kinds.lead")} {...(kinds.length > 0 && { action: add })}>
      {kinds.length === 0 ? (
        <Message icon={Inbox} title={t("kinds.none")} text={t("kinds.noneHint")}>
          {add}
        </Message>
      ) : (
        <ul className={style.rows}>
          {[...kinds]
            .sort((one, other) => one.order - other.order)
            .map((kind) => (
              <li key={kind.id}>
                <Row kind={kind} />
              </li>
            ))}
        </ul>
      )}
    </Page>
  );
}

function Row({ kind }: { kind: Kind }) {
  const { t, language } = useTexts();
  const sites = useQuery(queries.sites).data ?? [];
  const departments = useQuery(queries.departments).data ?? [];
  const route = routeOf(kind.id);
  const Icon = kind.nature === "call" ? Phone : Mail;
  const site = sites.find(({ id }) => id === kind.site)?.name ?? t("kinds.allSites");
  const department = departments.find(({ id }) => id === kind.department)?.name ?? t("kinds.everybody");
  return (
    <a
      href={pathOf(route)}
      className={style.row}
      data-disabled={!kind.on || undefined}
      onClick={(event) => follow(event, route)}
    >
      <Icon size={20} role="img" aria-label={t(`requests.nature.${kind.nature}`)} className={own.icon} />
      <span className={style.grow}>
        <p className={style.name}>{wordsIn(kind.name, language) || t("kinds.nameless")}</p>
        <p className={style.faint}>{[site, department].join(" · ")}</p>
      </span>
      {!kind.on && (
        <Badge variant="light" color="gray">
          {t("kinds.off")}
        </Badge>
      )}
      <span className={`${style.aside} ${style.hideNarrow}`}>{t("kinds.used", { count: kind.used })}</span>
      <ChevronRight size={18} aria-hidden className={style.aside} />
    </a>
  );
}

function One({ kinds, item }: { kinds: readonly Kind[]; item: string }) {
  const { t, language } = useTexts();
  const kind = kinds.find(({ id }) => id === item);
  const nature = kind?.nature ?? fresh[item];
  if (nature === undefined) {
    return <Message icon={TriangleAlert} title={t("failure.missing")} text={t("failure.missingHint")} />;
  }
  const title =
    kind === undefined
      ? t(nature === "call" ? "kinds.newCall" : "kinds.newLetter")
      : wordsIn(kind.name, language) || t("kinds.nameless");
  const up = (
    <Button variant="default" onClick={() => navigate(routeOf(null))}>
      {t("kinds.back")}
    </Button>
  );
  return (
    <Page title={title} action={up}>
      <KindForm
        key={item}
        name={item}
        kind={kind ?? null}
        stored={kind === undefined ? draftOf(nature) : strip(kind)}
      />
    </Page>
  );
}

/** What can be changed of it. */
function strip({ id: _id, used: _used, ...draft }: Kind): KindDraft {
  return draft;
}
