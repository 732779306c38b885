import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, Languages, TriangleAlert } from "lucide-react";
import { type Texts, useTexts } from "../i18n/texts";
import { fieldErrors, generalError } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import {
  saveTranslation,
  type TestedService,
  type TranslationDraft,
  type TranslationService,
  testTranslation,
  translationCodes,
  translationQuery,
} from "../rest/translation";
import { Loaded } from "../settings/Loaded";
import { Page } from "../settings/Page";
import { SaveBar } from "../settings/SaveBar";
import style from "../settings/Settings.module.css";
import { useForm } from "../settings/useForm";

/** Which service translates what operators read and write; none at first. */
export function TranslationPage() {
  const { t } = useTexts();
  const service = useQuery(translationQuery);
  return (
    <Page title={t("settings.translation")} lead={t("translation.lead")}>
      <Loaded of={service}>{(data) => <ServiceForm service={data} />}</Loaded>
    </Page>
  );
}

const fields = ["address", "key"];

function ServiceForm({ service: { address, hasKey } }: { service: TranslationService }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const test = useMutation({ mutationFn: testTranslation });
  const form = useForm<TranslationDraft>("translation", { address, key: null }, fields, async (draft) => {
    cache.setQueryData(translationQuery.queryKey, await saveTranslation(draft));
    await cache.invalidateQueries({ queryKey: queries.session.queryKey });
  });
  const change = (changed: Partial<TranslationDraft>) => {
    test.reset();
    form.change(changed);
  };
  const wrong = fieldErrors(test.error === null ? null : asProblem(test.error), texts);
  const errors = { ...wrong, ...form.errors };
  const named = form.value.address.trim() !== "";
  return (
    <form className={style.form} onSubmit={form.submit} noValidate>
      <TextInput
        type="url"
        name="address"
        label={t("translation.address")}
        description={t("translation.addressHint")}
        placeholder="https://translate.example.org"
        maxLength={500}
        spellCheck={false}
        autoCapitalize="none"
        value={form.value.address}
        error={errors.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      {named && (
        <PasswordInput
          name="key"
          label={t("translation.key")}
          description={t("translation.keyHint")}
          placeholder={hasKey && form.value.address.trim() === address ? t("mail.passwordKept") : ""}
          // Not the password of the console, which a browser would offer.
          autoComplete="new-password"
          maxLength={200}
          value={form.value.key ?? ""}
          error={errors.key}
          onChange={(event) => change({ key: event.currentTarget.value || null })}
          visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
        />
      )}
      {named && (
        <div>
          <Button
            variant="default"
            leftSection={<Languages size={16} aria-hidden />}
            loading={test.isPending}
            onClick={() => test.mutate(form.value)}
          >
            {t("translation.try")}
          </Button>
        </div>
      )}
      <Outcome tested={test.data} general={generalError(test.error, wrong, fields, texts)} texts={texts} />
      <p className={style.faint}>{t("translation.privacy")}</p>
      <SaveBar form={form} />
    </form>
  );
}

interface OutcomeProps {
  tested: TestedService | undefined;
  general: string | null;
  texts: Texts;
}

function Outcome({ tested, general, texts: { t } }: OutcomeProps) {
  if (tested?.works === true) {
    return (
      <Alert color="green" icon={<CircleCheck size={18} aria-hidden />} title={t("translation.works")}>
        {tested.text}
      </Alert>
    );
  }
  const code = translationCodes.find((known) => known === tested?.code);
  const failure = general ?? (tested === undefined ? null : t(`translation.code.${code ?? "broken"}`));
  if (failure === null) return null;
  return <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={failure} />;
}
