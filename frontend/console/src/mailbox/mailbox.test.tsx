import { afterEach, expect, test } from "vitest";
import { loadTexts } from "../i18n/texts";
import type { Mail } from "../rest/mail";
import { type Box, letterStates } from "../rest/mailbox";
import { FakeMail } from "../testing/fakeMail";
import { openConsole, type Stage } from "../testing/stage";
import { boxOf, plusExample, stateOf, whyOf } from "./explained";

let stage: Stage;
const texts = await loadTexts("ru");
const { t } = texts;

const mail: Partial<Mail> = {
  host: "smtp.example.org",
  user: "shop@example.org",
  from: "shop@example.org",
  hasPassword: true,
};
const kept: Partial<Box> = {
  host: "imap.example.org",
  user: "shop@example.org",
  hasPassword: true,
  address: "shop@example.org",
};

async function open(box: Partial<Box>): Promise<FakeMail> {
  stage = await openConsole("/settings/mail", { role: "administrator" });
  const fake = FakeMail.serve(mail, box);
  await stage.find("h3", t("mailbox.title"));
  await stage.find("input[name=box-host]");
  return fake;
}

afterEach(() => stage?.leave());

test("every letter that was set aside has a word and a reason of its own", () => {
  expect(new Set(letterStates.map((each) => stateOf(each, texts))).size).toBe(letterStates.length);
  expect(new Set(letterStates.map((each) => whyOf(each, texts))).size).toBe(letterStates.length);
  expect(whyOf("newer", texts)).toBe(t("mailbox.why.unreadable"));
});

test("the mailbox of what letters go out by is guessed", () => {
  const account = { host: "smtp.gmail.com", security: "starttls", user: "a@gmail.com", from: "a@gmail.com" } as const;
  expect(boxOf(account)).toMatchObject({ host: "imap.gmail.com", port: 993, security: "tls", user: "a@gmail.com" });
  expect(boxOf({ ...account, host: "smtp.office365.com" }).host).toBe("outlook.office365.com");
  expect(plusExample("a@gmail.com")).toBe("a+…@gmail.com");
});

test("a mailbox is filled in, tried and saved", async () => {
  const fake = await open({});
  await stage.find("p", t("mailbox.off"));
  await stage.click("button", t("mailbox.same"));
  await stage.until(
    () => document.querySelector<HTMLInputElement>("input[name=box-host]")?.value === "imap.example.org",
  );
  await stage.type("input[name=box-password]", "secret");
  fake.opened = { opened: false, code: "auth", words: "NO wrong password" };
  await stage.click("button", t("mailbox.test"));
  await stage.find("[role=alert]", t("mail.code.auth"));
  fake.opened = { opened: true };
  await stage.click("button", t("mailbox.test"));
  await stage.find("[role=alert]", t("mailbox.testOk"));
  await stage.click("form[aria-label='Ответы посетителей'] button[type=submit]", t("common.save"));
  await stage.until(() => fake.asked.some(({ method }) => method === "PUT"));
  expect(fake.asked.at(-1)).toMatchObject({
    method: "PUT",
    path: "/api/mailbox",
    body: {
      host: "imap.example.org",
      port: 993,
      security: "tls",
      user: "shop@example.org",
      password: "secret",
      folder: "INBOX",
    },
  });
});

test("trouble is told, and a letter that was set aside is shown whole", async () => {
  const at = Date.now();
  await open({
    ...kept,
    trouble: { code: "no_folder", words: "INBOX2 not found", at, nextAt: at + 60_000 },
    letters: [
      {
        id: "5",
        sender: "oleg@example.net",
        senderName: "Олег",
        subject: "Re: Чай",
        state: "other_sender",
        conversation: "7",
        leftOut: [],
        cameAt: at,
      },
    ],
  });
  await stage.find("[role=alert]", t("mailbox.trouble"));
  await stage.find("[role=alert]", t("mail.code.no_folder"));
  await stage.find("li", t("mailbox.why.other_sender"));
  await stage.click("li button", t("mailbox.show"));
  await stage.find("li pre", "> цитата");
  await stage.click("li button", t("mailbox.hide"));
});
