# The verbs, inside the build environment.

build=$project/_build

configure () # FOLDER OPTION…
{
  local folder=$1
  shift
  [ -f "$folder/build.ninja" ] \
    || meson setup "$folder" "$project" -Dreadability="$("$here/fetch-readability")" "$@"
}

# build_all FOLDER OPTION…: quiet when it goes well, the whole log when it does not.
build_all ()
{
  local folder=$1 log=$1.log
  (
    exec 9>"$folder.lock"
    flock 9
    configure "$@" >"$log" 2>&1 </dev/null && meson compile -C "$folder" >>"$log" 2>&1 </dev/null
  ) || { cat "$log" >&2; fail "the build in $folder failed (the log above is in $log)"; }
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
    meson | ninja | pkgconf | pkg-config | clang-format | blueprint-compiler) ;;
    *) [ -n "${SOURCELINE_SKIP_BUILD:-}" ] || build_all "$build" ;;
  esac
  use_built_programs
  if [ $# -gt 0 ]; then
    exec "$@"
  fi
  exec bash -i
}

verb_test ()
{
  build_all "$build"
  meson test -C "$build" --no-rebuild --print-errorlogs "$@"
}

verb_run () { fail "not built yet: the window comes with the ui layer"; }
