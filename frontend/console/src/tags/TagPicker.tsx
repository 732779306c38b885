import type { Conversation } from "@beseda/protocol";
import { Button, Modal, TextInput } from "@mantine/core";
import { Check, Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { failureText } from "../actions/refusals";
import { otherLayout, plain } from "../answers/find";
import { useTexts } from "../i18n/texts";
import { useClient, useConsole } from "../shell/line";
import { navigate } from "../shell/route";
import { useIsAdministrator } from "../shell/session";
import { TagChip } from "./TagChips";
import style from "./Tags.module.css";

interface Props {
  conversation: Conversation;
  close: () => void;
}

/** Puts tags on a conversation and takes them off: type, arrows, Enter; Escape closes. */
export function TagPicker({ conversation, close }: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      onClose={close}
      title={t("tags.title")}
      size="sm"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Picker conversation={conversation} close={close} />
    </Modal>
  );
}

function Picker({ conversation, close }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const tags = useConsole((state) => state.tags);
  const put = useConsole((state) => state.conversations[conversation.id]?.tags) ?? conversation.tags ?? [];
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const offered = tags.filter(({ id, retired }) => !retired || put.includes(id));
  const hits = (words: string) => offered.filter(({ name }) => plain(name).includes(words));
  const wanted = plain(query.trim());
  const straight = hits(wanted);
  const found = straight.length > 0 ? straight : hits(otherLayout(wanted));
  const at = Math.min(active, Math.max(0, found.length - 1));

  const toggle = (id: string) => {
    setFailure(null);
    client
      .putTag(conversation.id, id, !put.includes(id))
      .catch((error: unknown) => setFailure(failureText(texts, error, client.getState().operators)));
  };
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[at];
    if (step !== undefined && found.length > 0) setActive((at + step + found.length) % found.length);
    else if (event.key === "Enter" && chosen) toggle(chosen.id);
    else return;
    event.preventDefault();
  };
  if (offered.length === 0) return <NoTags close={close} />;
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="tag-options"
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `tag-${found[at].id}` : undefined}
        aria-label={t("tags.find")}
        placeholder={t("tags.find")}
        leftSection={<Search size={15} aria-hidden />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={pressed}
      />
      <div id="tag-options" className={style.options} role="listbox" aria-multiselectable aria-label={t("tags.title")}>
        {found.map((tag, index) => (
          <Option
            key={tag.id}
            tag={tag}
            active={index === at}
            put={put.includes(tag.id)}
            point={() => setActive(index)}
            toggle={() => toggle(tag.id)}
          />
        ))}
      </div>
      {found.length === 0 && <p className={style.nothing}>{t("tags.nothing")}</p>}
      {failure !== null && (
        <p className={style.failure} role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

interface OptionProps {
  tag: { id: string; name: string; colour: string };
  active: boolean;
  put: boolean;
  point: () => void;
  toggle: () => void;
}

function Option({ tag, active, put, point, toggle }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys for it are the field's, which keeps the cursor.
    <div
      ref={element}
      id={`tag-${tag.id}`}
      role="option"
      aria-selected={put}
      tabIndex={-1}
      className={style.option}
      data-active={active || undefined}
      onMouseMove={() => active || point()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={toggle}
    >
      <TagChip tag={tag} />
      {put && <Check size={17} aria-hidden />}
    </div>
  );
}

function NoTags({ close }: { close: () => void }) {
  const { t } = useTexts();
  const keeps = useIsAdministrator();
  return (
    <>
      <p className={style.nothing}>{t(keeps ? "tags.noneHint" : "tags.noneReader")}</p>
      {keeps && (
        <Button
          mt="md"
          variant="default"
          onClick={() => {
            close();
            navigate({ page: "settings", section: "tags", item: null });
          }}
        >
          {t("tags.toSettings")}
        </Button>
      )}
    </>
  );
}
