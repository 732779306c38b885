import type { Attachment } from "@beseda/protocol";
import { ActionIcon, Modal, Tooltip } from "@mantine/core";
import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTexts } from "../i18n/texts";
import { addressOf } from "./address";
import style from "./Viewer.module.css";

interface Props {
  pictures: readonly Attachment[];
  first: string;
  close: () => void;
}

/** Pictures of a conversation as large as the screen lets them be; arrows go from one to the next, Escape closes. It closes
 * with a picture that is taken back. */
export function Viewer({ pictures, first, close }: Props) {
  const { t } = useTexts();
  const [seen, see] = useState(first);
  const at = pictures.findIndex(({ id }) => id === seen);
  const picture = pictures[at];
  useEffect(() => {
    if (picture === undefined) close();
  }, [picture, close]);
  if (picture === undefined) return null;
  const many = pictures.length > 1;
  const step = (by: number) => see(pictures[(at + by + pictures.length) % pictures.length]?.id ?? seen);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    if (many) step(event.key === "ArrowLeft" ? -1 : 1);
  };
  const title = many ? `${picture.name} · ${at + 1}/${pictures.length}` : picture.name;
  return (
    <Modal
      opened
      onClose={close}
      fullScreen
      title={title}
      closeButtonProps={{ "aria-label": t("common.close") }}
      onKeyDown={press}
      classNames={{ body: style.body ?? "", content: style.content ?? "", title: style.title ?? "" }}
    >
      <img
        className={style.picture}
        src={addressOf(picture)}
        alt={picture.name}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
      />
      <div className={style.bar}>
        {many && <Act label={t("files.previous")} act={() => step(-1)} icon={ChevronLeft} />}
        <Tooltip label={t("files.download")}>
          <ActionIcon
            component="a"
            href={`${addressOf(picture)}?keep`}
            download={picture.name}
            size={36}
            variant="default"
            aria-label={t("files.download")}
          >
            <Download size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {many && <Act label={t("files.next")} act={() => step(1)} icon={ChevronRight} />}
      </div>
    </Modal>
  );
}

function Act({ label, act, icon: Icon }: { label: string; act: () => void; icon: typeof ChevronLeft }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={36} variant="default" aria-label={label} onClick={act}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
