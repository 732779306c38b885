import { expect, test } from "vitest";
import { Stage } from "./field/stage";
import { inConsole } from "./field/words";

const stage = new Stage();

test("a visitor chooses the department and its people are asked; on a page of a department nobody has to", async () => {
  const administration = await stage.administration();
  const [site] = await administration.send<{ id: string }[]>("GET", "/api/sites");
  const department = (name: string) =>
    administration.send<{ id: string }>("POST", "/api/departments", { name, sites: [] });
  const [sales, returns] = await Promise.all([department("Продажи"), department("Возврат")]);
  const reception = `/api/sites/${site?.id}/reception`;
  await administration.send("PUT", reception, { asks: true, pages: [] });
  const at = async (name: string, { id }: { id: string }) => {
    const who = await administration.addOperator(name);
    const known = (await administration.operators()).find(({ email }) => email === who.email);
    await administration.send("PUT", `/api/operators/${known?.id}`, {
      name,
      title: "",
      role: "operator",
      capacity: 5,
      sites: [],
      departments: [id],
      disabled: false,
    });
    return stage.operator({ who });
  };
  const seller = await at("Рита", sales);
  const keeper = await at("Савва", returns);

  const chooser = await stage.visitor();
  await chooser.open();
  const choice = chooser.frame.getByRole("radio", { name: "Возврат" });
  await choice.check({ force: true });
  await chooser.write("Не подошёл размер");
  await keeper.takeAsked("Не подошёл размер");
  expect(await seller.ask("Не подошёл размер").count()).toBe(0);
  await choice.waitFor({ state: "detached" });

  await administration.send("PUT", reception, { asks: false, pages: [{ pattern: "/demo*", department: sales.id }] });
  const reader = await stage.visitor();
  await reader.open();
  await reader.write("Сколько стоит лопата?");
  await seller.takeAsked("Сколько стоит лопата?");
  expect(await reader.frame.getByRole("radio").count()).toBe(0);

  await seller.press("action.handOver");
  const dialog = seller.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Возврат" }).click();
  await dialog.getByRole("button", { name: inConsole("action.handOver") }).click();
  await seller.page.getByText(inConsole("pane.gone")).waitFor();
  await seller.list.getByText("Сколько стоит лопата?").waitFor({ state: "detached" });
  await keeper.takeAsked("Сколько стоит лопата?");
  await reader.write("А мою примете назад?");
  await keeper.sees("А мою примете назад?");
  expect(await seller.page.getByText("А мою примете назад?").count()).toBe(0);
});

test("an address that is none is told where it is written, and brought before the eyes", async () => {
  const administration = await stage.administration();
  await administration.send("POST", "/api/departments", { name: "Опт", sites: [] });
  const { page } = await stage.operator({ look: { phone: true } });
  await page.goto(`${stage.server.address}/settings/routing`);
  await page.getByRole("button", { name: inConsole("reception.add") }).click();
  const pattern = page.getByRole("textbox", { name: inConsole("reception.pattern") }).last();
  await pattern.fill("не адрес");
  await pattern.press("Enter");
  await page.getByText("«не адрес»").waitFor();
  await expect.poll(() => pattern.evaluate((field) => field.matches(":focus")), { timeout: 10_000 }).toBe(true);
});
