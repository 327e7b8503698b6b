#!/bin/sh
# Names a disk in memory for what the tests write (databases above all), or nothing where there is none of use: it must
# have room, and let the PostgreSQL of the tests run from it.
disk=/dev/shm
wanted=4000000  # kB

[ -d "$disk" ] && [ -w "$disk" ] || exit 0
free=$(df -Pk "$disk" | awk 'NR == 2 { print $4 }')
available=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo 2>/dev/null)
[ "${free:-0}" -ge "$wanted" ] && [ "${available:-0}" -ge "$wanted" ] || exit 0
tried=$(mktemp "$disk/portevoix-XXXXXX") || exit 0
trap 'rm -f "$tried"' EXIT
printf '#!/bin/sh\n' >"$tried"
chmod 700 "$tried"
if "$tried" 2>/dev/null; then
    echo "$disk"
fi
