import { useConsole } from "../shell/line";

/** What figures and conversations may be narrowed to, as lists to choose from; a list of one is no choice. */
export function useLists() {
  const operators = useConsole((state) => state.operators);
  const departments = useConsole((state) => state.departments);
  const sites = useConsole((state) => state.sites);
  return {
    operators: optionsOf(Object.values(operators).sort((one, other) => one.name.localeCompare(other.name))),
    departments: optionsOf(departments),
    sites: sites.length > 1 ? optionsOf(sites) : [],
  };
}

export function optionsOf(named: readonly { readonly id: string; readonly name: string }[]) {
  return named.map(({ id, name }) => ({ value: id, label: name }));
}
