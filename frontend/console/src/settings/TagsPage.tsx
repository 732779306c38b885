import { Button, Modal, Stack, Switch, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Tags } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import { type TagView, tagColours } from "../rest/tags";
import { TagChip } from "../tags/TagChips";
import tagStyle from "../tags/Tags.module.css";
import { Loaded } from "./Loaded";
import { Page } from "./Page";
import style from "./Settings.module.css";
import { useForm } from "./useForm";

/** The words that conversations are marked with. */
export function TagsPage() {
  const { t } = useTexts();
  const tags = useQuery(queries.tags);
  const [edited, edit] = useState<TagView | "new" | null>(null);
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => edit("new")}>
      {t("tags.add")}
    </Button>
  );
  return (
    <Page title={t("settings.tags")} lead={t("tags.lead")} action={add}>
      <Loaded of={tags}>
        {(data) =>
          data.length === 0 ? (
            <Message icon={Tags} title={t("tags.none")} text={t("tags.noneHint")} />
          ) : (
            <ul className={style.rows}>
              {[...data.filter(({ retired }) => !retired), ...data.filter(({ retired }) => retired)].map((tag) => (
                <li key={tag.id}>
                  <button type="button" className={style.row} onClick={() => edit(tag)}>
                    <span className={style.grow}>
                      <TagChip tag={tag} />
                    </span>
                    {tag.retired && <span className={style.aside}>{t("tags.retired")}</span>}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited !== null && <TagDialog tag={edited === "new" ? null : edited} close={() => edit(null)} />}
    </Page>
  );
}

function TagDialog({ tag, close }: { tag: TagView | null; close: () => void }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const stored = { name: tag?.name ?? "", colour: tag?.colour ?? "blue", retired: tag?.retired ?? false };
  const form = useForm(`tag ${tag?.id ?? "new"}`, stored, ["name", "colour"], async (draft) => {
    if (tag === null) await request("POST", "/api/tags", draft);
    else await request("PUT", `/api/tags/${encodeURIComponent(tag.id)}`, draft);
    await cache.invalidateQueries({ queryKey: queries.tags.queryKey });
    close();
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t(tag === null ? "tags.add" : "tags.edit")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={form.submit}>
        <Stack>
          <TextInput
            label={t("tags.name")}
            placeholder={t("tags.namePlaceholder")}
            required
            withAsterisk={false}
            data-autofocus
            maxLength={40}
            value={form.value.name}
            error={form.errors.name ?? form.general}
            onChange={(event) => form.change({ name: event.currentTarget.value })}
          />
          <fieldset className={tagStyle.swatches}>
            <legend>{t("tags.colour")}</legend>
            {tagColours.map((colour) => (
              <input
                key={colour}
                type="radio"
                name="colour"
                className={tagStyle.swatch}
                data-colour={colour}
                aria-label={t(`tags.colour.${colour}`)}
                title={t(`tags.colour.${colour}`)}
                checked={form.value.colour === colour}
                onChange={() => form.change({ colour })}
              />
            ))}
          </fieldset>
          {tag !== null && (
            <Switch
              label={t("tags.retire")}
              description={t("tags.retireHint")}
              checked={form.value.retired}
              onChange={(event) => form.change({ retired: event.currentTarget.checked })}
            />
          )}
          <Button type="submit" loading={form.pending} disabled={!form.dirty} style={{ alignSelf: "flex-end" }}>
            {t("common.save")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
