# Makes dist/beseda-VERSION and its tar.gz: everything but Java.

# The packed server is started twice as a stranger starts it: it must answer /health/ready with nothing but Java. In the second start, on the
# data of the first, Java remembers loaded and linked classes for the starts to come; what only makes a new database is none of them.
train_start() {
  local folder=$1 data
  data=$(mktemp -d)
  start_and_stop "$folder" "$data"
  BESEDA_TRAINING=true start_and_stop "$folder" "$data"
  rm -rf "$data"
}

start_and_stop() {
  local folder=$1 data=$2 port job waited=0
  port=$((20000 + RANDOM % 20000))
  BESEDA_PORT=$port BESEDA_DATA=$data "$folder/bin/beseda" run >"$data/log" 2>&1 &
  job=$!
  until curl -fsS -o /dev/null "http://127.0.0.1:$port/health/ready" 2>/dev/null; do
    waited=$((waited + 1))
    if [ $waited -gt 300 ] || ! kill -0 "$job" 2>/dev/null; then
      cat "$data/log" >&2
      kill "$job" 2>/dev/null || true
      fail "The packed server did not start."
    fi
    sleep 0.1
  done
  curl -fsS -o /dev/null "http://127.0.0.1:$port/" 2>/dev/null || true
  kill -TERM "$job"
  wait "$job" || true
}

make_package() {
  local version folder
  build_all
  maven -Dbeseda.run jar:jar
  version=$(sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' server/pom.xml | head -n 1)
  folder=dist/beseda-$version
  rm -rf "$folder"
  mkdir -p "$folder/bin" "$folder/lib"
  cp -p "server/target/server-$version.jar" "$folder/lib/beseda.jar"
  cp -p server/target/lib/*.jar tools/java.sh "$folder/lib/"
  cp -p tools/launcher "$folder/bin/beseda"
  cp -p README*.md LICENSE "$folder/" 2>/dev/null || true
  mkdir -p "$folder/docs"
  cp -p docs/beseda.conf docs/upgrade.md "$folder/docs/"
  say "Training the start"
  train_start "$folder"
  tar -C dist -czf "$folder.tar.gz" "beseda-$version"
  say "$folder and $folder.tar.gz"
}
