# The verbs, inside the build environment.

build=$project/_build
sanitizers=(-Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1 -Ddebug=true)

# configure FOLDER OPTION…: sets the folder up, or again when a meson.build has come or gone, which ninja does not see.
# A folder that was interrupted, moved or made in another environment is started over.
configure ()
{
  local folder=$1 place="$SOURCELINE_INSIDE $project" files
  shift
  files=$(cd "$project" && find src tests data po -name meson.build -o -name POTFILES | LC_ALL=C sort)
  if [ ! -f "$folder/build.ninja" ] || [ "$place" != "$(cat "$folder/.made-for" 2>/dev/null || echo "$place")" ]; then
    rm -rf "$folder"
    meson setup "$folder" "$project" -Dreadability="$("$here/fetch-readability")" "$@"
    echo "$place" >"$folder/.made-for"
  elif [ "$files" != "$(cat "$folder/.meson-files" 2>/dev/null)" ]; then
    meson setup --reconfigure "$folder" "$project"
  fi
  echo "$files" >"$folder/.meson-files"
}

# build_all FOLDER OPTION…: quiet when it goes well, the end of the log when it does not. The variable "targets"
# names what to build where that is not everything.
build_all ()
{
  local folder=$1 log=$1.log
  (
    exec 9>"$folder.lock"
    flock 9
    # shellcheck disable=SC2086
    configure "$@" >"$log" 2>&1 </dev/null && meson compile -C "$folder" ${targets:-} >>"$log" 2>&1 </dev/null
  ) || { grep -vE '^(cc|gcc|clang|\[[0-9]+/[0-9]+\] (Compiling|Linking|Generating)) ' "$log" | tail -n 60 >&2
         fail "the build in $folder failed; its whole log is $log"; }
}

use_built_programs ()
{
  export PATH="$build/bin:$PATH"
  export SOURCELINE_LIBEXEC_DIR="$build/libexec"
  export GSETTINGS_SCHEMA_DIR="$build/data"
  export SOURCELINE_EXAMPLE_DIR="$project/data/example"
}

verb_shell ()
{
  case ${1:-} in
    meson | ninja) [ ! -f "$build/build.ninja" ] || configure "$build" >&2 ;;
    pkgconf | pkg-config | clang-format | blueprint-compiler) ;;
    *) [ -n "${SOURCELINE_SKIP_BUILD:-}" ] || build_all "$build" ;;
  esac
  use_built_programs
  if [ $# -gt 0 ]; then
    exec "$@"
  fi
  exec bash -i
}

# test_run FOLDER ARGUMENT…: one run of meson's tests; counts it in "bad_runs" when it ended badly.
test_run ()
{
  local folder=$1
  shift
  rm -f "$folder/meson-logs/testlog.junit.xml"
  meson test -C "$folder" --no-rebuild --print-errorlogs --num-processes "${MESON_TESTTHREADS:-$(nproc)}" "$@" </dev/null \
    || bad_runs=$((bad_runs + 1))
  reports+=("$folder/meson-logs/testlog.junit.xml")
}

# Everything runs twice: once as it is shipped, once under AddressSanitizer and UndefinedBehaviorSanitizer. The
# journeys drive the shipped program only: what they cross has been sanitized in the suites below them.
# With names of tests or options of "meson test" only the plain build runs them.
verb_test ()
{
  local bad_runs=0 reports=()
  say "building"
  build_all "$build"
  if [ $# -gt 0 ]; then
    test_run "$build" "$@"
  else
    test_run "$build"
    say "building with sanitizers"
    build_all "$build-asan" "${sanitizers[@]}"
    test_run "$build-asan" --timeout-multiplier 4 --no-suite journey --no-suite style --no-suite data
  fi
  "$here/count-tests" --failed-runs "$bad_runs" "${reports[@]}"
}

# bench hostile [NAME…]: CPU and memory of inputs made to be hard to read, given to the program as it is shipped.
bench_hostile ()
{
  build_all "$build"
  use_built_programs
  exec "$here/bench-hostile" "$@"
}

# bench [--build|NAME…]: instructions do not depend on what else the machine does, so the table is comparable between calls;
# the last column compares with the call before.
verb_bench ()
{
  local folder=$project/_build-bench targets=bench-programs program name count before past
  if [ "${1:-}" = capture ]; then
    shift
    bench_capture "$@"
    return
  fi
  [ "${1:-}" != hostile ] || bench_hostile "${@:2}"
  build_all "$folder" -Doptimization=3 -Ddebug=true -Dui=false
  [ "${1:-}" != --build ] || return 0
  past=$folder/bench-results
  mkdir -p "$past"
  printf '%-24s %16s %10s\n' benchmark instructions 'to before'
  for program in "$folder"/tests/bench/bench-*; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    name=${program##*/bench-}
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    count=$(count_instructions "$program" "$past/$name.callgrind")
    before=$(cat "$past/$name" 2>/dev/null || echo "$count")
    printf '%-24s %16d %9.3f×\n' "$name" "$count" "$(awk "BEGIN { print $count / $before }")"
    echo "$count" >"$past/$name"
  done
}

# It measures the program as it is shipped.
bench_capture ()
{
  local targets=
  [ -n "${SOURCELINE_SKIP_BUILD:-}" ] || build_all "$build"
  use_built_programs
  "$here/bench-capture" "$build/tests/fetcher/test-site" "$@"
}

count_instructions () # PROGRAM OUTPUT
{
  G_SLICE=always-malloc SOURCELINE_LIBEXEC_DIR=$project/_build-bench/libexec \
    SOURCELINE_EXAMPLE_DIR=$project/data/example \
    valgrind --tool=callgrind --callgrind-out-file="$2" "$1" >"$2.log" 2>&1 </dev/null \
    || { cat "$2.log" >&2; fail "the benchmark $1 failed"; }
  sed -n 's/^summary: *\([0-9]*\).*/\1/p; s/^totals: *\([0-9]*\).*/\1/p' "$2" | head -n 1
}

# fuzz [TARGET] [SECONDS]: new inputs that reach new code are kept in the build folder, findings are named at the end.
verb_fuzz ()
{
  local folder=$project/_build-fuzz targets=fuzz-programs target=${1:-} seconds=${2:-60} program name found=0
  [[ $target =~ ^[0-9]+$ ]] && { seconds=$target; target=; }
  CC=clang build_all "$folder" -Dfuzzing=true -Dui=false "${sanitizers[@]}"
  export ASAN_OPTIONS=allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
  export LSAN_OPTIONS=suppressions=$project/tests/lsan.supp:print_suppressions=0
  export SOURCELINE_LIBEXEC_DIR=$folder/libexec G_DEBUG=fatal-criticals
  for program in "$folder"/tests/fuzz/fuzz-*; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    name=${program##*/fuzz-}
    [ -z "$target" ] || [ "$target" = "$name" ] || continue
    found=1
    fuzz_one "$program" "$name" "$seconds" "$folder/fuzz-state/$name"
  done
  [ $found = 1 ] || fail "there is no fuzz target${target:+ called $target}"
}

fuzz_one () # PROGRAM NAME SECONDS STATE
{
  local dictionary=$project/tests/fuzz/$2.dict
  mkdir -p "$4/corpus" "$4/findings"
  say "fuzzing $2 for $3 s"
  "$1" -max_total_time="$3" -timeout=20 -rss_limit_mb=1024 -print_final_stats=1 \
    -artifact_prefix="$4/findings/" ${dictionary:+$([ -f "$dictionary" ] && echo "-dict=$dictionary")} \
    "$4/corpus" "$project/tests/fuzz/corpus/$2" >"$4/log" 2>&1 </dev/null \
    || { tail -n 60 "$4/log" >&2; fail "$2: a finding; the input is in $4/findings, the log is $4/log"; }
  grep -E '^(stat::number_of_executed_units|stat::new_units_added|stat::peak_rss_mb)' "$4/log" | sed "s/^stat::/$2 /"
}

project_files () { git -c safe.directory="$project" ls-files --cached --others --exclude-standard "$@"; }

# format [--check]: the project's C sources and Blueprint files, and the list of files with text to translate. Headers are tables set by hand, which no formatter keeps.
verb_format ()
{
  cd "$project"
  local blueprints=()
  mapfile -t blueprints < <(project_files -- '*.blp')
  project_files -z -- '*.c' | xargs -0 -r "$here/format-c" "$@"
  [ "${1:-}" = --check ] || tests/style/check-potfiles --write "$project"
  if [ ${#blueprints[@]} -gt 0 ]; then
    if [ "${1:-}" = --check ]; then
      blueprint-compiler format "${blueprints[@]}"
    else
      blueprint-compiler format --fix "${blueprints[@]}"
    fi
  fi
}

# run [CASE]: on a display the window, on the case given or on the example's; without one the demonstration.
verb_run ()
{
  local example="$cache/example/The Lorvena negotiations.sourceline"
  say "building"
  build_all "$build"
  use_built_programs
  if [ -z "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
    say "there is no display: demonstrating instead"
    exec "$here/demo" "${SOURCELINE_RESULTS:-$project/_build/demo}"
  fi
  if [ $# -eq 0 ] && [ ! -f "$example" ]; then
    say "making the case of the example investigation (once)"
    rm -rf "${example%/*}.partial"
    "$here/demo" --case "${example%/*}.partial/${example##*/}" >&2
    mv "${example%/*}.partial" "${example%/*}"
  fi
  # Without a session bus dconf could not keep what the window remembers.
  [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || export GSETTINGS_BACKEND=keyfile
  exec sourceline "${@:-$example}"
}
