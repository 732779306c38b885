# One line for a person, apart from what the programs print.
say() { printf '\033[1m%s\033[0m\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 2
}
