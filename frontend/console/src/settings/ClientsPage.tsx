import { ActionIcon, Button, Switch, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { OfSite } from "../outreach/OfSite";
import { CopyButton } from "../parts/CopyButton";
import { fieldErrors } from "../parts/fieldErrors";
import type { ClientLink, ClientSettings, FilledLink } from "../rest/clients";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Site } from "../rest/types";
import own from "./ClientsPage.module.css";
import { Loaded } from "./Loaded";
import { Block } from "./Page";
import { SaveBar } from "./SaveBar";
import style from "./Settings.module.css";
import { type Form, useForm } from "./useForm";

const mostLinks = 10;
const parameters = "{id}, {name}, {email}, {phone}, {company}, {number}, {visitor}, {field.plan}";
const call = 'Beseda("identify", { token: "…" })';
/** A client of whom everything is known, to show where a link leads. */
const example = {
  id: "C-1042",
  name: "Anna Petrova",
  email: "anna@example.org",
  phone: "+79001234567",
  company: "Romashka",
  visitor: "81726354",
  number: "2047",
};

/** How a site introduces its signed-in clients, and the links to their cards. */
export function ClientsPage({ item }: { item: string | null }) {
  const { t } = useTexts();
  return (
    <OfSite section="clients" item={item} title={t("settings.clients")} lead={t("clients.lead")}>
      {(site) => <Stored key={site.id} site={site} />}
    </OfSite>
  );
}

function Stored({ site }: { site: Site }) {
  const settings = useQuery(queries.clientSettings(site.id));
  return <Loaded of={settings}>{(data) => <Whole site={site} stored={data} />}</Loaded>;
}

type Draft = Omit<ClientSettings, "secret">;

function Whole({ site, stored }: { site: Site; stored: ClientSettings }) {
  const cache = useQueryClient();
  const { secret, ...draft } = stored;
  const paths = Array.from({ length: mostLinks }, (_, at) => [`links.${at}.title`, `links.${at}.template`]).flat();
  const form = useForm<Draft>(`clients ${site.id}`, draft, paths, async (wanted) => {
    const changed = await request<ClientSettings>("PUT", `/api/sites/${site.id}/clients`, wanted);
    cache.setQueryData(queries.clientSettings(site.id).queryKey, changed);
  });
  return (
    <form className={style.form} onSubmit={form.submit} noValidate>
      <Introduction site={site} secret={secret} form={form} />
      <Links site={site} form={form} />
      <SaveBar form={form} />
    </form>
  );
}

function Introduction({ site, secret, form }: { site: Site; secret: string; form: Form<Draft> }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const renew = useMutation({
    mutationFn: () => request<ClientSettings>("POST", `/api/sites/${site.id}/clients/secret`),
    onSuccess: (changed) => {
      cache.setQueryData(queries.clientSettings(site.id).queryKey, changed);
      setAsking(false);
    },
  });
  return (
    <Block title={t("clients.identity")}>
      <p className={style.faint}>{t("clients.identityHint")}</p>
      <pre className={style.code}>{call}</pre>
      <TextInput
        readOnly
        type={shown ? "text" : "password"}
        autoComplete="off"
        label={t("clients.secret")}
        description={t("clients.secretHint")}
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={own.buttons}>
        <Button variant="default" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t(shown ? "clients.hideSecret" : "clients.showSecret")}
        </Button>
        <CopyButton text={secret} label={t("clients.copySecret")} variant="default" />
        <Button
          variant="default"
          leftSection={<RotateCcw size={16} aria-hidden />}
          onClick={() => setAsking(true)}
          disabled={asking}
        >
          {t("clients.newSecret")}
        </Button>
      </div>
      {asking && (
        <div className={own.buttons} role="alert">
          <span>{t("clients.newSecretSure")}</span>
          <Button color="red" loading={renew.isPending} onClick={() => renew.mutate()}>
            {t("clients.newSecretYes")}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t("common.cancel")}
          </Button>
        </div>
      )}
      <Switch
        label={t("clients.signedOnly")}
        description={t("clients.signedOnlyHint")}
        checked={form.value.signedOnly}
        onChange={(event) => form.change({ signedOnly: event.currentTarget.checked })}
      />
    </Block>
  );
}

function Links({ site, form }: { site: Site; form: Form<Draft> }) {
  const { t } = useTexts();
  const { links } = form.value;
  const put = (at: number, link: ClientLink | null) =>
    form.change({ links: links.flatMap((each, index) => (index !== at ? [each] : link === null ? [] : [link])) });
  return (
    <Block title={t("clients.links")}>
      <p className={style.faint}>{t("clients.linksHint", { names: parameters })}</p>
      {links.map((link, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link is named by its place; it has nothing else of its own.
        <fieldset key={at} className={own.linkFields} aria-label={t("clients.linkNumber", { number: `${at + 1}` })}>
          <TextInput
            label={t("clients.linkTitle")}
            placeholder="CRM"
            maxLength={60}
            value={link.title}
            error={form.errors[`links.${at}.title`]}
            onChange={(event) => put(at, { ...link, title: event.currentTarget.value })}
          />
          <TextInput
            label={t("clients.linkTemplate")}
            placeholder="https://crm.example/contacts?email={email}"
            inputMode="url"
            maxLength={2000}
            value={link.template}
            error={form.errors[`links.${at}.template`]}
            onChange={(event) => put(at, { ...link, template: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t("clients.removeLink", { title: link.title || `${at + 1}` })}
            onClick={() => put(at, null)}
          >
            <Trash2 size={18} aria-hidden />
          </ActionIcon>
          <Trial site={site} link={link} />
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          disabled={links.length >= mostLinks}
          onClick={() => form.change({ links: [...links, { title: "", template: "" }] })}
        >
          {t("clients.addLink")}
        </Button>
      </div>
    </Block>
  );
}

/** Where the link leads for a client of whom everything is known, while it is being written. */
function Trial({ site, link }: { site: Site; link: ClientLink }) {
  const texts = useTexts();
  const [template] = useDebouncedValue(link.template.trim(), 400);
  const fields = [...template.matchAll(/\{(field\.[^{}]+)\}/g)].map(([, name]) => [name, "…"]);
  const trial = useQuery({
    queryKey: ["client link", site.id, template],
    queryFn: () =>
      request<FilledLink>("POST", `/api/sites/${site.id}/clients/try`, {
        link: { title: "-", template },
        example: { ...example, ...Object.fromEntries(fields) },
      }),
    enabled: template !== "",
    retry: false,
  });
  const wrong = trial.error === null ? null : fieldErrors(asProblem(trial.error), texts)["links.0.template"];
  return (
    <p className={own.trial} aria-live="polite" data-wrong={wrong ? true : undefined}>
      {wrong ?? (trial.data?.url && texts.t("clients.leadsTo", { url: trial.data.url }))}
    </p>
  );
}
