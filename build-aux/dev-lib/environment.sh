# Decides where the build happens, prepares that place, and calls build-aux/dev again inside it.

root=$cache/trixie
suite=trixie
floor=('gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.84' 'libsoup-3.0 >= 3.6')

# as_root COMMAND…: the package managers need it.
as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "needs root to run: $*"
  fi
}

apt_has_lists () { [ -n "$(find /var/lib/apt/lists -name '*_Packages*' -print -quit 2>/dev/null)" ]; }

# The packages that the system's own apt offers are new enough?
apt_reaches_floor ()
{
  local pair version
  if ! apt_has_lists; then
    say "asking apt-get for its lists of packages"
    as_root apt-get update -q >&2 </dev/null
  fi
  for pair in libgtk-4-dev:4.18 libadwaita-1-dev:1.7 libglib2.0-dev:2.84 libsoup-3.0-dev:3.6; do
    version=$(apt-cache policy "${pair%%:*}" 2>/dev/null | sed -n 's/^ *Candidate: *//p')
    [ -n "$version" ] && [ "$version" != '(none)' ] || return 1
    dpkg --compare-versions "$version" ge "${pair##*:}" || return 1
  done
}

fedora_reaches_floor ()
{
  (. /etc/os-release && [ "${ID:-}" = fedora ] && [ "${VERSION_ID%%.*}" -ge 42 ]) 2>/dev/null
}

libraries_reach_floor ()
{
  local module
  for module in "${floor[@]}"; do
    pkg-config --exists "$module" 2>/dev/null || return 1
  done
}

# Prints apt, dnf, native (the libraries are there, the package manager is unknown to us) or root.
choose_environment ()
{
  if [ -n "${SOURCELINE_ENVIRONMENT:-}" ]; then
    echo "$SOURCELINE_ENVIRONMENT"
  elif command -v apt-get >/dev/null && command -v dpkg >/dev/null && apt_reaches_floor; then
    echo apt
  elif command -v dnf >/dev/null && fedora_reaches_floor; then
    echo dnf
  elif libraries_reach_floor; then
    echo native
  else
    echo root
  fi
}

install_missing_apt () # PACKAGE…
{
  local missing=() package
  for package; do
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing with apt-get: ${missing[*]}"
  as_root apt-get update -q >&2 </dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2 </dev/null
}

install_missing_dnf () # PACKAGE…
{
  local missing=() package
  for package; do
    rpm -q --whatprovides "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing with dnf: ${missing[*]}"
  as_root dnf install -y --setopt=install_weak_deps=False "${missing[@]}" >&2 </dev/null
}

# Lines "URI SUITE" of the Debian archive and its companions, taken over from the host's apt for the root's release.
# Nothing where the host's apt knows no Debian archive: mmdebstrap then takes its own default.
root_mirrors ()
{
  local codename
  codename=$(. /etc/os-release && [ "${ID:-}" = debian ] && echo "${VERSION_CODENAME:-}") || true
  [ -n "$codename" ] && command -v apt-get >/dev/null || return 0
  apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Identifier: Packages' \
    | LC_ALL=C sort -u \
    | while read -r uri release; do
        case $release in
          "$codename" | stable | oldstable) echo "deb $uri $suite main" ;;
          "$codename-updates") echo "deb $uri $suite-updates main" ;;
          "$codename-security" | "$codename/updates") echo "deb $uri $suite-security main" ;;
        esac
      done | LC_ALL=C sort -u
}

# The root's apt reaches the mirror in the way that the host's does (proxies, certificates, clocks).
host_apt_options () { apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https|Check-|Retries)' || true; }

make_root ()
{
  local mirrors=() options=() mode=root line new=$root.partial
  install_missing_apt_or_stop mmdebstrap bubblewrap
  while read -r line; do mirrors+=("$line"); done < <(root_mirrors)
  host_apt_options >"$cache/apt.conf"
  echo 'Acquire::Languages "none";' >>"$cache/apt.conf"
  options=(
    --variant=apt --format=tar --quiet
    --aptopt="$cache/apt.conf"
    --dpkgopt=force-unsafe-io
    --dpkgopt='path-exclude=/usr/share/man/*'
    --dpkgopt='path-exclude=/usr/share/doc/*'
    --dpkgopt='path-include=/usr/share/doc/*/copyright'
    --include="$(package_list "$here/packages-debian" | paste -sd,)"
  )
  if [ "$(id -u)" != 0 ]; then
    mode=unshare
    install_missing_apt_or_stop uidmap
  fi
  say "making a Debian 13 root in $root (once; some minutes, 1.7 GB)"
  remove_tree "$new"
  mkdir -p "$new"
  # Through tar, so that in the end every file belongs to the person who calls, in either mode.
  mmdebstrap --mode=$mode "${options[@]}" "$suite" - "${mirrors[@]}" 2>"$cache/root.log" </dev/null \
    | tar -x --no-same-owner --exclude='./dev/*' -C "$new" \
    || { cat "$cache/root.log" >&2; fail "the Debian 13 root could not be made; the log is $cache/root.log"; }
  finish_root "$new"
  # A root in use is moved away, not pulled from under the programs that run in it.
  [ ! -e "$root" ] || mv "$root" "$root.old.$$"
  mv "$new" "$root"
}

# What the root needs beyond its packages, and the stamp that says it is whole.
finish_root () # FOLDER
{
  touch "$1/etc/resolv.conf" "$1/etc/hosts"
  mkdir -p "$1/root" "$1/etc/ssl/certs"
  [ -s "$1/etc/machine-id" ] || od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$1/etc/machine-id"
  grep -q ":$(id -u):" "$1/etc/passwd" \
    || echo "developer:x:$(id -u):$(id -g)::/root:/bin/bash" >>"$1/etc/passwd"
  package_list "$here/packages-debian" >"$1/.packages.new"
  mv "$1/.packages.new" "$1/.packages"
}

# Roots are ours alone: nothing else may live under this name.
remove_tree () # FOLDER
{
  [ -e "$1" ] || return 0
  chmod -R u+w "$1" 2>/dev/null || true
  rm -rf "$1"
}

install_missing_apt_or_stop () # PACKAGE…
{
  command -v apt-get >/dev/null \
    || fail "this system is older than the libraries that Sourceline needs and has no apt-get to make a Debian 13 root with; needed: $*"
  install_missing_apt "$@"
}

# Adds the packages that have come to the list since the root was made.
update_root ()
{
  local added namespace=()
  added=$(LC_ALL=C comm -23 <(package_list "$here/packages-debian") "$root/.packages" | paste -sd' ')
  [ -n "$added" ] || return 0
  say "adding to the Debian 13 root: $added"
  # shellcheck disable=SC2086
  [ "$(id -u)" = 0 ] || namespace=(--unshare-user --uid 0 --gid 0)
  if ! bwrap --bind "$root" / --proc /proc --dev /dev --perms 1777 --tmpfs /tmp --tmpfs /run \
      --ro-bind "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf "${namespace[@]}" \
      --setenv DEBIAN_FRONTEND noninteractive --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin \
      sh -c 'apt-get -o APT::Sandbox::User=root update -q \
             && apt-get -o APT::Sandbox::User=root install -y -q --no-install-recommends "$@" && fc-cache' sh $added \
      >"$cache/root.log" 2>&1 </dev/null; then
    say "that failed ($cache/root.log); making the root anew"
    make_root
    return
  fi
  cat "$root/.packages" "$here/packages-debian" >"$cache/packages.all"
  package_list "$cache/packages.all" >"$root/.packages.new"
  mv "$root/.packages.new" "$root/.packages"
}

prepare_root ()
{
  mkdir -p "$cache"
  exec 9>"$cache/root.lock"
  flock -n 9 || { say "waiting for another call that prepares the root"; flock 9; }
  remove_tree "$root.partial"
  find "$cache" -maxdepth 1 -name 'trixie.old.*' -mmin +120 | while read -r old; do remove_tree "$old"; done
  if [ -f "$root/.packages" ]; then
    update_root
  else
    make_root
  fi
  exec 9>&-
  command -v bwrap >/dev/null || install_missing_apt_or_stop bubblewrap
}

prepare_readability ()
{
  (
    exec 9>"$cache/readability.lock"
    flock 9
    command -v npm >/dev/null || install_missing_apt_or_stop npm
    "$here/fetch-readability" >/dev/null
  )
}

# Sets the array "binds" to what of the host is seen in the root.
collect_binds ()
{
  local parent name folder
  parent=$(dirname "$project")
  binds=(--ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var --tmpfs /var/tmp)
  for name in bin sbin lib lib32 lib64; do
    [ -L "$root/$name" ] && binds+=(--symlink "$(readlink "$root/$name")" "/$name")
  done
  binds+=(--proc /proc --dev /dev --dev-bind-try /dev/dri /dev/dri --tmpfs /dev/shm --ro-bind-try /sys /sys
          --bind /tmp /tmp --tmpfs /run --dir /root
          --ro-bind "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf
          --ro-bind-try /etc/hosts /etc/hosts
          --ro-bind-try /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
          --bind "$cache" "$cache")
  if [ "$parent" = / ]; then
    for folder in /*/; do
      case $folder in
        /bin/ | /boot/ | /dev/ | /etc/ | /lib*/ | /lost+found/ | /proc/ | /root/ | /run/ | /sbin/ | /sys/ | /tmp/ | /usr/ | /var/) ;;
        *) binds+=(--bind "${folder%/}" "${folder%/}") ;;
      esac
    done
  else
    binds+=(--bind "$parent" "$parent")
  fi
  case $PWD/ in
    "$parent"/* | /tmp/* | / | /bin/* | /etc/* | /lib*/* | /sbin/* | /usr/* | /var/* | /proc/* | /dev/*) ;;
    *) binds+=(--bind "$PWD" "$PWD") ;;
  esac
  for name in XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME; do
    folder=${!name:-}
    [ -n "$folder" ] && mkdir -p "$folder" && binds+=(--bind "$folder" "$folder")
  done
  if [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
    [ -d "${XDG_RUNTIME_DIR:-}" ] && binds+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
    [ -f "${XAUTHORITY:=$HOME/.Xauthority}" ] && export XAUTHORITY && binds+=(--ro-bind "$XAUTHORITY" "$XAUTHORITY")
  fi
  return 0
}

enter_root () # VERB ARGUMENT…
{
  local binds=() directory=$PWD
  mkdir -p "$cache/home"
  collect_binds
  # A home of its own that lasts: what the programs write there stays, and the person's own files are not touched.
  binds+=(--setenv HOME "$cache/home" --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
          --setenv SOURCELINE_INSIDE root --setenv SOURCELINE_CACHE "$cache")
  [ -z "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ] && binds+=(--unsetenv XDG_RUNTIME_DIR)
  for name in $(compgen -e | grep -E '^(PKG_CONFIG|LD_|PYTHON|GI_TYPELIB|XDG_DATA_DIRS|XDG_CONFIG_DIRS|GIO_EXTRA|GTK_PATH|GTK_MODULES|GCONV|LOCPATH|BASH_ENV|ENV$|TMPDIR)'); do
    binds+=(--unsetenv "$name")
  done
  # Root keeps its powers over files only where the project is somebody else's.
  [ "$(id -u)" != 0 ] || [ -O "$project" ] \
    || binds+=(--cap-add CAP_DAC_OVERRIDE --cap-add CAP_FOWNER --cap-add CAP_CHOWN)
  case ${LC_ALL:-${LANG:-}} in
    C | POSIX | C.* | '') binds+=(--setenv LANG C.UTF-8) ;;
    *) binds+=(--setenv LANG C.UTF-8 --unsetenv LC_ALL --setenv LANGUAGE "${LANGUAGE:-${LC_ALL:-$LANG}}") ;;
  esac
  exec bwrap "${binds[@]}" --unshare-pid --die-with-parent --chdir "$directory" \
    /bin/bash "$here/dev" "$@"
}

enter_native () # VERB ARGUMENT…
{
  export SOURCELINE_INSIDE=native SOURCELINE_CACHE="$cache"
  exec /usr/bin/env bash "$here/dev" "$@"
}

enter_environment () # VERB ARGUMENT…
{
  local packages=()
  mkdir -p "$cache"
  case $(choose_environment) in
    apt)
      mapfile -t packages < <(package_list "$here/packages-debian")
      install_missing_apt "${packages[@]}"
      prepare_readability
      enter_native "$@"
      ;;
    dnf)
      mapfile -t packages < <(package_list "$here/packages-fedora")
      install_missing_dnf "${packages[@]}"
      command -v npm >/dev/null || install_missing_dnf nodejs-npm
      prepare_readability
      enter_native "$@"
      ;;
    native)
      prepare_readability
      enter_native "$@"
      ;;
    root)
      prepare_root
      prepare_readability
      enter_root "$@"
      ;;
    *)
      fail "SOURCELINE_ENVIRONMENT is one of apt, dnf, native, root"
      ;;
  esac
}
