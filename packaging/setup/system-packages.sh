#!/bin/sh
# Installs the Debian packages of the given kind (run, or test: both) that are missing, where that is possible.
# Where it is not, says once what is missing and what does not work then; that is no error.
set -u
kind=${1:?usage: system-packages.sh run|test}
root=$(cd "$(dirname "$0")/../.." && pwd)
list=$root/packaging/setup/debian-packages.txt
told=$root/build/setup/missing-$kind

command -v dpkg-query >/dev/null 2>&1 || {
    echo "This is no Debian: install what packaging/setup/debian-packages.txt names by its own means." >&2
    exit 0
}

installed() { echo "$here" | grep -qx "installed $1"; }
offered() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'; }

# Prints one line for each entry that is not installed: "alternatives|what for".
missing() {
    here=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n')
    sed -e '/^#/d' "$list" | while IFS='|' read -r of names what; do
        names=$(echo $names) # without the spaces around
        case $of in
            test*) [ "$kind" = test ] || continue ;;
            run\?*) [ ! -e "$root/.venv" ] && offered "${names##* }" || continue ;;
        esac
        for name in $names; do installed "$name" && continue 2; done
        echo "$names|$what" | sed 's/  */ /g; s/| /|/'
    done
}

# Prints of each missing entry the alternative that this release offers.
wanted() {
    missing | while IFS='|' read -r names _; do
        for name in $names; do offered "$name" && echo "$name" && break; done
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

before=$(missing)
[ -n "$before" ] || exit 0
mkdir -p "$root/build/setup"
[ "$before" != "$(cat "$told" 2>/dev/null)" ] || exit 0

if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
    echo "Installing Debian packages: $(echo "$before" | cut -d'|' -f1 | tr -s ' \n' ' ')"
    log=$root/build/setup/apt.log
    apt="apt-get -qq -o DPkg::Lock::Timeout=120"
    # shellcheck disable=SC2086,SC2046  # lists of words
    {
        [ "$(wanted | wc -l)" = "$(missing | wc -l)" ] || as_root $apt update
        as_root $apt install --no-install-recommends $(wanted) ||
            { as_root $apt update && as_root $apt install --no-install-recommends $(wanted); }
    } >"$log" 2>&1 </dev/null || echo "apt-get failed; see build/setup/apt.log" >&2
fi

after=$(missing)
echo "$after" >"$told"
if [ -n "$after" ]; then
    {
        echo "These Debian packages are missing and could not be installed (root, or sudo without a password):"
        echo "$after" | sort -u | awk -F'|' '{printf "  %-32s without it no: %s\n", $1, $2}'
    } >&2
fi
exit 0
