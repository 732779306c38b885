import { Button, Input, Select, Switch, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { CircleCheck, CircleX } from "lucide-react";
import { useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { type FieldErrors, fieldErrors } from "../parts/fieldErrors";
import { zoneName } from "../parts/zones";
import { asProblem } from "../rest/problem";
import { request } from "../rest/request";
import type { PlacePattern, Showing, Site, Verdict } from "../rest/types";
import settings from "../settings/Settings.module.css";
import { languageName } from "../visitor/languageName";
import style from "./Outreach.module.css";
import { PlaceInputs } from "./PlacesField";

const spokenHere = ["ru", "en", "uk", "de", "fr", "es", "zh", "tr", "kk"] as const;

interface Props {
  site: Site;
  showing: Showing;
  /** Told what is wrong with the rules, where they are entered; nothing when they could be tried. */
  mark: (errors: FieldErrors) => void;
}

/** Tries the rules as they stand on the screen on a visitor made up: would he see the button, and why. */
export function Attempt({ site, showing, mark }: Props) {
  const texts = useTexts();
  const { t, language } = texts;
  const [page, setPage] = useState(`${site.origins[0] ?? "https://shop.example"}/`);
  const [place, setPlace] = useState<PlacePattern | null>(null);
  const [at, setAt] = useState("");
  const [spoken, setSpoken] = useState<string>(language);
  const [online, setOnline] = useState(true);
  const asking = useMutation({
    mutationFn: () =>
      request<Verdict>("POST", `/api/sites/${site.id}/showing/try`, {
        showing,
        page,
        place,
        at: at || null,
        language: spoken,
        online,
      }),
    onSuccess: () => mark({}),
    onError: (error) => mark(fieldErrors(asProblem(error), texts)),
  });
  const errors = fieldErrors(asking.error === null ? null : asProblem(asking.error), texts);
  const faulty = Object.keys(errors).length > 0;
  return (
    <form
      className={style.attempt}
      onSubmit={(event) => {
        event.preventDefault();
        asking.mutate();
      }}
    >
      <h3 className={settings.blockTitle}>{t("outreach.try")}</h3>
      <p className={settings.faint}>{t("outreach.tryHint")}</p>
      <TextInput
        label={t("outreach.tryPage")}
        inputMode="url"
        value={page}
        error={errors.page}
        onChange={(event) => setPage(event.currentTarget.value)}
      />
      <Switch
        label={t("outreach.tryPlaceKnown")}
        checked={place !== null}
        onChange={(event) => setPlace(event.currentTarget.checked ? { country: "RU", region: null, city: null } : null)}
      />
      {place !== null && (
        <div className={style.trio}>
          <PlaceInputs place={place} field="place[0]" errors={errors} change={setPlace} />
        </div>
      )}
      <Input.Wrapper
        label={t("outreach.tryAt")}
        description={zoneName(site.timeZone, Date.now(), language) ?? site.timeZone}
        error={errors.at}
      >
        <div>
          <input
            type="datetime-local"
            className={style.time}
            aria-label={t("outreach.tryAt")}
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        </div>
      </Input.Wrapper>
      <Select
        label={t("outreach.tryLanguage")}
        allowDeselect={false}
        data={spokenHere.map((tag) => ({ value: tag, label: languageName(tag, language) }))}
        value={spoken}
        onChange={(value) => setSpoken(value ?? "ru")}
      />
      <Switch
        label={t("outreach.tryOnline")}
        checked={online}
        onChange={(event) => setOnline(event.currentTarget.checked)}
      />
      <Button type="submit" variant="default" loading={asking.isPending}>
        {t("outreach.tryIt")}
      </Button>
      <div role="status">{asking.data !== undefined && !asking.isPending && <Answer verdict={asking.data} />}</div>
      {asking.error !== null && (
        <p className={settings.failed} role="alert">
          {faulty ? t("outreach.tryFaults") : failureText(texts, asking.error, {})}
        </p>
      )}
    </form>
  );
}

function Answer({ verdict: { show, rule, detail } }: { verdict: Verdict }) {
  const { t } = useTexts();
  const reason = t(`outreach.why.${show ? "yes" : "no"}.${rule}` as "outreach.why.yes.everywhere");
  return (
    <div className={style.verdict} data-show={show || undefined}>
      {show ? <CircleCheck size={20} aria-hidden /> : <CircleX size={20} aria-hidden />}
      <div>
        <p>
          <b>{t(show ? "outreach.shown" : "outreach.notShown")}</b>
        </p>
        <p>{detail === "" ? reason : `${reason}: ${detail}`}</p>
      </div>
    </div>
  );
}
