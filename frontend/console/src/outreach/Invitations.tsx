import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Hand, Plus } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { InvitationRule, InvitationRules, Site } from "../rest/types";
import { Loaded } from "../settings/Loaded";
import { SaveBar } from "../settings/SaveBar";
import style from "../settings/Settings.module.css";
import { useForm } from "../settings/useForm";
import { InvitationPreview } from "./InvitationPreview";
import { OfSite } from "./OfSite";
import own from "./Outreach.module.css";
import { FiguresLine, RuleCard } from "./RuleCard";

/** Whom a site's visitors are invited by, and when. */
export function Invitations({ item }: { item: string | null }) {
  const { t } = useTexts();
  return (
    <OfSite section="invitations" item={item} title={t("settings.invitations")} lead={t("outreach.invitationsLead")}>
      {(site) => <Rules key={site.id} site={site} />}
    </OfSite>
  );
}

function Rules({ site }: { site: Site }) {
  const rules = useQuery(queries.invitationRules(site.id));
  return <Loaded of={rules}>{(data) => <Editing site={site} stored={data} />}</Loaded>;
}

function Editing({ site, stored }: { site: Site; stored: InvitationRules }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [open, setOpen] = useState<number | null>(null);
  const form = useForm<{ rules: InvitationRule[] }>(
    `invitations ${site.id}`,
    { rules: stored.rules },
    fieldsOf(stored.rules.length + 20),
    async (draft) => {
      const changed = await request<InvitationRules>("PUT", `/api/sites/${site.id}/invitations`, draft);
      cache.setQueryData(queries.invitationRules(site.id).queryKey, changed);
    },
  );
  const { rules } = form.value;
  const change = (next: InvitationRule[]) => form.change({ rules: next });
  const move = (from: number, to: number) => {
    const next = [...rules];
    const [moved] = next.splice(from, 1);
    if (moved !== undefined) next.splice(to, 0, moved);
    change(next);
    if (open === from) setOpen(to);
  };
  const add = () => {
    change([...rules, fresh()]);
    setOpen(rules.length);
  };
  const byHand = stored.figures.hand;
  return (
    <form className={style.withPreview} onSubmit={form.submit}>
      <div className={style.form}>
        {rules.length === 0 && <Message icon={Hand} title={t("outreach.noRules")} text={t("outreach.noRulesHint")} />}
        <ol className={own.rules}>
          {rules.map((rule, at) => (
            <li key={rule.id === "" ? `new ${at}` : rule.id}>
              <RuleCard
                rules={rules}
                at={at}
                site={site}
                open={open === at}
                errors={form.errors}
                figures={stored.figures[rule.id]}
                toggle={() => setOpen(open === at ? null : at)}
                change={(changed) => change(rules.map((each, index) => (index === at ? changed : each)))}
                move={(to) => move(at, to)}
                remove={() => {
                  change(rules.filter((_, index) => index !== at));
                  setOpen(null);
                }}
              />
            </li>
          ))}
        </ol>
        <div>
          <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={add}>
            {t("outreach.addRule")}
          </Button>
        </div>
        {byHand !== undefined && (
          <div>
            <p className={style.faint}>{t("outreach.byHand")}</p>
            <FiguresLine figures={byHand} alone />
          </div>
        )}
        <SaveBar form={form} />
      </div>
      <div className={style.preview}>
        <InvitationPreview site={site} rule={rules[open ?? 0] ?? fresh()} />
      </div>
    </form>
  );
}

function fresh(): InvitationRule {
  return {
    id: "",
    name: "",
    enabled: true,
    all: true,
    conditions: [{ kind: "onPage", seconds: 60 }],
    text: {},
    operator: null,
    perVisit: 1,
    perDay: 3,
    afterRefusal: 1440,
    afterConversation: 60,
  };
}

/** Fields whose mistakes stand beside them, so that nothing has to be said in general. */
function fieldsOf(rules: number): string[] {
  const plain = ["name", "text.ru", "text.en", "text.uk", "perVisit", "perDay", "afterRefusal", "afterConversation"];
  return Array.from({ length: rules }, (_, at) => plain.map((name) => `rules[${at}].${name}`)).flat();
}
