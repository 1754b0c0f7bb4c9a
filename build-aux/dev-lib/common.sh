# Shared by the parts of build-aux/dev. Messages go to standard error: standard output belongs to the command.

cache=${SOURCELINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sourceline}

say () { echo "dev: $*" >&2; }
fail () { echo "dev: $*" >&2; exit 1; }

# package_list FILE…: the names, one a line, sorted, without comments.
package_list () { sed 's/#.*//' "$@" | tr -s ' \t' '\n' | sed '/^$/d' | LC_ALL=C sort -u; }
