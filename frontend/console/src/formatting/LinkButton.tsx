import { hrefFor } from "@beseda/client";
import { ActionIcon, Button, Group, Popover, TextInput } from "@mantine/core";
import type { Editor } from "@tiptap/core";
import { Link } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTexts } from "../i18n/texts";

/** Makes the selected words a link, or changes the link the cursor is in. Without a selection the address itself is written. */
export function LinkButton({ editor }: { editor: Editor }) {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  const [address, setAddress] = useState("");
  const [wrong, setWrong] = useState(false);
  const now = String(editor.getAttributes("link").href ?? "");

  const open = (next: boolean) => {
    if (next) setAddress(now);
    setWrong(false);
    setOpened(next);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const href = hrefFor(address);
    if (href === null) {
      setWrong(true);
      return;
    }
    const link = { type: "link", attrs: { href } };
    const chain = editor.chain().focus();
    if (editor.state.selection.empty && now === "") {
      chain.insertContent([{ type: "text", text: address.trim(), marks: [link] }]).run();
    } else {
      chain.extendMarkRange("link").setMark("link", link.attrs).run();
    }
    setOpened(false);
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={open} position="top-start" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          size={28}
          variant={now === "" ? "subtle" : "light"}
          color={now === "" ? "gray" : "accent"}
          aria-label={t("format.link")}
          title={t("format.link")}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => open(!opened)}
        >
          <Link size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={apply}>
          <TextInput
            data-autofocus
            label={t("format.link.address")}
            placeholder="https://"
            value={address}
            error={wrong ? t("format.link.wrong") : undefined}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Group gap="xs" mt="xs" justify="flex-end">
            {now !== "" && (
              <Button size="xs" variant="default" onClick={remove}>
                {t("format.link.remove")}
              </Button>
            )}
            <Button size="xs" type="submit">
              {t("format.link.apply")}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
