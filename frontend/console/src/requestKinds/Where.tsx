import { Button, Group, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { CopyButton } from "../parts/CopyButton";
import { wordsIn } from "../requests/words";
import { queries } from "../rest/queries";
import { type Kind, kindsQuery, removeKind } from "../rest/requestKinds";
import { Block } from "../settings/Page";
import style from "../settings/Settings.module.css";
import { navigate } from "../shell/route";
import own from "./Kinds.module.css";

/** What opens it from a page of the site, and the page it has of its own. */
export function Where({ kind }: { kind: Kind }) {
  const { t, language } = useTexts();
  const sites = (useQuery(queries.sites).data ?? []).filter(
    ({ id, disabled }) => !disabled && (kind.site === null || kind.site === id),
  );
  const base = (useQuery(queries.settings).data?.publicUrl || location.origin).replace(/\/$/, "");
  const code = `<button type="button" data-beseda-request="${kind.id}">${escaped(wordsIn(kind.name, language))}</button>`;
  return (
    <Block title={t("kinds.where")}>
      <p className={style.faint}>{t("kinds.whereHint")}</p>
      <div className={own.place}>
        <b>{t("kinds.button")}</b>
        <pre className={style.code}>{code}</pre>
        <div>
          <CopyButton text={code} label={t("kinds.copyButton")} variant="default" size="xs" />
        </div>
      </div>
      {sites.map(({ id, key, name }) => {
        const address = `${base}/request/${encodeURIComponent(key)}/${encodeURIComponent(kind.id)}`;
        return (
          <div key={id} className={own.place}>
            <b>{sites.length > 1 ? `${t("kinds.ownPage")}: ${name}` : t("kinds.ownPage")}</b>
            <p className={style.faint}>{t("kinds.ownPageHint")}</p>
            <a className={own.address} href={address} target="_blank" rel="noopener">
              {address}
            </a>
            <div>
              <CopyButton text={address} label={t("kinds.copyPage")} variant="default" size="xs" />
            </div>
          </div>
        );
      })}
    </Block>
  );
}

/** As text stands in a page. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Takes away one that nobody has used. */
export function RemoveKind({ kind }: { kind: Kind }) {
  const texts = useTexts();
  const { t, language } = texts;
  const cache = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  const removing = useMutation({
    mutationFn: () => removeKind(kind.id),
    onSuccess: () => {
      navigate({ page: "settings", section: "requests", item: null }, true);
      return cache.invalidateQueries({ queryKey: kindsQuery.queryKey });
    },
  });
  return (
    <div>
      <Button variant="subtle" color="red" size="compact-sm" onClick={ask.open}>
        {t("kinds.remove")}
      </Button>
      <Modal
        opened={asking}
        onClose={ask.close}
        title={t("kinds.removeSure", { name: wordsIn(kind.name, language) })}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <p className={style.faint}>{t("kinds.removeHint")}</p>
        {removing.error !== null && (
          <p className={style.failed} role="alert">
            {failureText(texts, removing.error, {})}
          </p>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={ask.close}>
            {t("common.cancel")}
          </Button>
          <Button color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
            {t("common.delete")}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
